package io.outcrop.iam.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the name that was probably meant. Typing errors are counted as insertions, deletions,
/// exchanges and swaps of neighbours (the optimal string alignment distance); more than a third of
/// the name, or more than four, is another name.
public final class Nearest {
  private static final int MOST = 4;

  private Nearest() {}

  /// The nearest of `names` to `wrong`, in any case; empty if all are far.
  public static Optional<String> of(String wrong, Stream<String> names) {
    var wanted = wrong.toLowerCase(Locale.ROOT);
    var most = Math.min(MOST, Math.max(1, wanted.length() / 3));
    @Nullable String best = null;
    var least = most + 1;
    for (var name : (Iterable<String>) names::iterator) {
      var plain = name.toLowerCase(Locale.ROOT);
      if (Math.abs(plain.length() - wanted.length()) < least) {
        var distance = distance(wanted, plain);
        if (distance < least) {
          least = distance;
          best = name;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String left, String right) {
    var above = new int[right.length() + 1];
    var row = new int[right.length() + 1];
    var next = new int[right.length() + 1];
    for (var j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= left.length(); i++) {
      next[0] = i;
      for (var j = 1; j <= right.length(); j++) {
        var same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + same);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          next[j] = Math.min(next[j], above[j - 2] + 1);
        }
      }
      var spare = above;
      above = row;
      row = next;
      next = spare;
    }
    return row[right.length()];
  }
}
