package io.outcrop.models.catalogue;

import java.util.List;

/// An id that does not exist but was seen in the wild.
///
/// @param id as it was seen
/// @param reason how it misses, a name of `Resolution.Reason`
/// @param models ids of the models that are meant, best first
/// @param why one sentence, lower case, without a full stop
public record LookAlike(String id, String reason, List<String> models, String why) {
  public LookAlike {
    models = List.copyOf(models);
  }
}
