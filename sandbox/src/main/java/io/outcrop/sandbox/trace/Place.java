package io.outcrop.sandbox.trace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Where in the files of a kind a page ends: further lines are added behind it, so it stays good.
///
/// @param day the file
/// @param before the byte before which the next page begins
record Place(LocalDate day, long before) {
  private static final Place END = new Place(LocalDate.MAX, Long.MAX_VALUE);

  /// Reads what [#word] wrote; the end of all files for an empty text.
  static Optional<Place> read(String word) {
    if (word.isEmpty()) {
      return Optional.of(END);
    }
    var at = word.indexOf('/');
    try {
      return at < 0
          ? Optional.empty()
          : Optional.of(
              new Place(
                  LocalDate.parse(word.substring(0, at)),
                  Long.parseLong(word.substring(at + 1), 36)));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  String word() {
    return day + "/" + Long.toString(before, 36);
  }
}
