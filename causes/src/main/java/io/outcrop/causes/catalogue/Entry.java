package io.outcrop.causes.catalogue;

import java.util.List;
import java.util.Map;

/// A cause and how it is told.
///
/// @param cause what is known about it
/// @param sentences phrases by the name of the sentence; other entries may use the name too
/// @param tells what gives it away; any one of them
/// @param example a text that it leaves behind
public record Entry(
    Cause cause, Map<String, List<String>> sentences, List<Tell> tells, Example example) {
  public Entry {
    sentences = Map.copyOf(sentences);
    tells = List.copyOf(tells);
  }
}
