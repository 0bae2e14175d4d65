package io.outcrop.access.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The live thing that a change was planned for, as it stood then: a digest of what a policy says,
/// its default version, who has it, the state of a key.
///
/// @param facts by name, sorted; empty if it could not be looked at
public record Binding(Map<String, String> facts) {
  /// Nothing is known.
  public static final Binding NONE = new Binding(Map.of());

  public Binding {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /// What is different `now`, in words; nothing if all is as it was, or if nothing was known.
  public List<String> differences(Binding now) {
    var different = new ArrayList<String>();
    facts.forEach((name, was) -> {
      var is = now.facts().getOrDefault(name, "not there");
      if (!is.equals(was)) {
        different.add("`%s` was %s and is %s".formatted(name, shown(was), shown(is)));
      }
    });
    return List.copyOf(different);
  }

  /// A digest is told by its beginning.
  private static String shown(String fact) {
    return fact.startsWith("sha256:") ? fact.substring(0, "sha256:".length() + 8) + "…" : fact;
  }
}
