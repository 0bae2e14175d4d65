package io.outcrop.access.paid;

import java.util.List;

/// What one examination would send to a model for a real answer, said before it is sent.
///
/// @param model the model id that is called
/// @param region the region that is called
/// @param operations each is called once; one that AWS answers with a fault of its own or a lost
///   connection is tried again, twice at most
/// @param cost of all of them
/// @param firstUse what they can start
public record PaidProbe(
    String model, String region, List<String> operations, Cost cost, FirstUse firstUse) {
  public PaidProbe {
    operations = List.copyOf(operations);
  }
}
