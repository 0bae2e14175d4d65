package io.outcrop.causes.redact;

import java.util.ArrayList;
import java.util.List;

/// Finds the places of all secrets of a text.
final class SecretFinder {
  private SecretFinder() {}

  /// The secrets, in the order of the text; where two overlap, the one that begins first, as one
  /// with the other.
  static List<Secret> find(String text) {
    var found = new ArrayList<Secret>();
    for (var pattern : SecretPatterns.ALL) {
      var matcher = pattern.pattern().matcher(text);
      while (matcher.find()) {
        var start = matcher.start("secret");
        var end = withoutEscapes(text, start, matcher.end("secret"));
        if (end > start && pattern.isSecret().test(text.substring(start, end))) {
          found.add(new Secret(pattern.kind(), start, end));
        }
      }
    }
    return merged(found);
  }

  /// A backslash at the end belongs to the quote behind it.
  private static int withoutEscapes(String text, int start, int end) {
    var last = end;
    while (last > start && text.charAt(last - 1) == '\\') {
      last--;
    }
    return last;
  }

  private static List<Secret> merged(List<Secret> found) {
    found.sort((one, other) -> Integer.compare(one.start(), other.start()));
    var merged = new ArrayList<Secret>();
    for (var secret : found) {
      if (!merged.isEmpty() && merged.getLast().end() > secret.start()) {
        var before = merged.removeLast();
        merged.add(new Secret(before.kind(), before.start(), Math.max(before.end(), secret.end())));
      } else {
        merged.add(secret);
      }
    }
    return merged;
  }
}
