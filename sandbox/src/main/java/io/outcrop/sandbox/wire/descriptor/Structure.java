package io.outcrop.sandbox.wire.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A structure or union.
///
/// @param members by name, in the model's order
/// @param isUnion whether exactly one of them is there
/// @param byWireName the members of the body by what the body calls them
public record Structure(
    Map<String, Member> members, boolean isUnion, Map<String, Member> byWireName) {
  /// Nothing.
  public static final Structure EMPTY = of(List.of(), false);

  static Structure of(List<Member> members, boolean isUnion) {
    var byName = new LinkedHashMap<String, Member>();
    var byWireName = new LinkedHashMap<String, Member>();
    for (var member : members) {
      byName.put(member.name(), member);
      if (member.location() instanceof Location.Body(String wireName, _)) {
        byWireName.put(wireName, member);
      }
    }
    return new Structure(
        Collections.unmodifiableMap(byName), isUnion, Collections.unmodifiableMap(byWireName));
  }

  /// Whether any member stands in the body.
  public boolean hasBody() {
    return !byWireName.isEmpty();
  }
}
