package io.outcrop.access.cure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/// Cuts names out of a pattern that ends in `*`.
///
/// IAM's patterns cannot say "all that begins so, except this". But what begins with `anthropic.`
/// is this name, or a name that leaves it at some letter: for each known name, the shortest
/// beginning that it does not share with a spared name becomes a pattern, `anthropic.claude-3-h*`.
/// Few short patterns so stand for many names, later ones among them; only a new name that leaves
/// the spared one where no known name does slips through.
final class PatternCut {
  private final List<String> knownNames;

  PatternCut(List<String> knownNames) {
    this.knownNames = List.copyOf(knownNames);
  }

  /// Patterns for what `pattern` covers without `spared`; none if it is of another shape.
  List<String> without(String pattern, List<String> spared) {
    var slash = pattern.indexOf('/');
    var name = pattern.substring(slash + 1);
    if (slash < 0 || !name.endsWith("*") || name.indexOf('*') < name.length() - 1) {
      return List.of();
    }
    var begin = name.substring(0, name.length() - 1);
    var keep = spared.stream().map(arn -> arn.substring(arn.indexOf('/') + 1)).toList();
    var result = new LinkedHashSet<String>();
    for (var other : new TreeSet<>(knownNames)) {
      if (other.startsWith(begin) && !keep.contains(other)) {
        result.add(pattern.substring(0, slash + 1) + beginning(other, begin.length(), keep));
      }
    }
    return new ArrayList<>(result);
  }

  private static String beginning(String other, int from, List<String> keep) {
    for (var end = from + 1; end <= other.length(); end++) {
      var candidate = other.substring(0, end);
      if (keep.stream().noneMatch(name -> name.startsWith(candidate))) {
        return candidate + "*";
      }
    }
    return other;
  }
}
