package io.outcrop.grants.generate;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How sentences name several things.
final class Words {
  private static final int MOST = 6;

  private Words() {}

  /// The first of them, and how many more there are.
  static String some(List<String> names) {
    return names.size() <= MOST
        ? listed(names)
        : listed(names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }

  static String listed(Collection<String> names) {
    return names.isEmpty()
        ? "none"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
