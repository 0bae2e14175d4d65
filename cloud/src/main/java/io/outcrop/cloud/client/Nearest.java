package io.outcrop.cloud.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that was probably meant.
public final class Nearest {
  private Nearest() {}

  /// The candidate nearest to `word`, if one is near: at most two letters off, or a third of the
  /// word.
  public static Optional<String> to(String word, Collection<String> candidates) {
    var wanted = word.toLowerCase(Locale.ROOT);
    var best = "";
    var least = Math.clamp(wanted.length() / 3, 1, 3) + 1;
    for (var candidate : candidates) {
      var distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        best = candidate;
        least = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Letters to insert, remove, replace or swap (optimal string alignment).
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int step(int[][] rows, String a, String b, int i, int j) {
    var same = a.charAt(i - 1) == b.charAt(j - 1);
    var least =
        Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
