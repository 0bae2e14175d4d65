package io.outcrop.access.bundle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Stand-ins for names, word by word: `app-reader` becomes `n001-n002`, and the pattern `app-*`
/// becomes `n001-*`, so that it still matches what it matched. A word of which a pattern names the
/// beginning or the end is cut there first.
final class Names {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern CUT = Pattern.compile("[A-Za-z0-9]+(?=[*?])|(?<=[*?])[A-Za-z0-9]+");

  /// Words in names that AWS chose. Source: IAM User Guide, "Reserved names", and the ARNs of
  /// Organizations, read 2026-11.
  private static final Set<String> AWS_WORDS =
      Set.of(
          "aws",
          "amazonaws",
          "com",
          "reserved",
          "sso",
          "AWSReservedSSO",
          "service",
          "control",
          "resource",
          "policy",
          "role",
          "root",
          "default",
          "all");

  private final Set<String> known;
  private final Set<String> starts = new TreeSet<>();
  private final Set<String> ends = new TreeSet<>();
  private final Map<String, String> masks = new HashMap<>();

  /// The stand-ins for whole words, which are hidden already.
  private final Set<String> given = new HashSet<>();

  /// @param known every name that is to be hidden, wherever it stands; patterns are among them
  /// @param written those, and what is hidden only where it stands for itself
  Names(Set<String> known, Set<String> written) {
    this.known = Set.copyOf(known);
    for (var name : written) {
      var cuts = CUT.matcher(name);
      while (cuts.find()) {
        var before = cuts.end() < name.length() && isWildcard(name.charAt(cuts.end()));
        (before ? starts : ends).add(cuts.group());
      }
    }
  }

  /// The parts of the path of an ARN.
  static List<String> parts(String path) {
    return Arrays.stream(path.split("[/:]", -1))
        .map(part -> part.replaceAll("\\.+$", ""))
        .filter(part -> WORD.matcher(part).find())
        .filter(part -> !AWS_WORDS.containsAll(List.of(part.split("[^A-Za-z0-9]+", -1))))
        .toList();
  }

  static boolean isPattern(String name) {
    return name.chars().anyMatch(letter -> isWildcard((char) letter));
  }

  boolean isKnown(String text) {
    return known.contains(text);
  }

  /// `name` with a stand-in for each word.
  String mask(String name) {
    return WORD.matcher(name).replaceAll(word -> pieces(word.group()));
  }

  private String pieces(String word) {
    if (AWS_WORDS.contains(word) || given.contains(word)) {
      return word;
    }
    var cuts = new TreeSet<Integer>(Set.of(word.length()));
    starts.stream().filter(word::startsWith).map(String::length).forEach(cuts::add);
    ends.stream()
        .filter(word::endsWith)
        .map(end -> word.length() - end.length())
        .forEach(cuts::add);
    cuts.remove(0);
    var result = new StringBuilder();
    var from = 0;
    for (var cut : cuts) {
      result.append(
          masks.computeIfAbsent(
              word.substring(from, cut), _ -> "n%03d".formatted(masks.size() + 1)));
      from = cut;
    }
    given.add(result.toString());
    return result.toString();
  }

  private static boolean isWildcard(char letter) {
    return letter == '*' || letter == '?';
  }
}
