package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is attached to a user, group or role.
///
/// @param inline inline policies by name
/// @param managed ARNs of managed policies
/// @param boundary the ARN of the permissions boundary; empty if there is none
public record Permissions(Map<String, Json.Obj> inline, List<String> managed, String boundary) {
  public Permissions {
    inline = Realm.ordered(inline);
    managed = List.copyOf(managed);
  }

  /// Nothing.
  public static Permissions none() {
    return new Permissions(Map.of(), List.of(), "");
  }

  /// With an inline policy added or replaced.
  public Permissions withInline(String name, Json.Obj document) {
    var changed = new LinkedHashMap<>(inline);
    changed.put(name, document);
    return new Permissions(changed, managed, boundary);
  }

  /// Without the inline policy.
  public Permissions withoutInline(String name) {
    var changed = new LinkedHashMap<>(inline);
    changed.remove(name);
    return new Permissions(changed, managed, boundary);
  }

  /// With a managed policy attached; unchanged if it is already.
  public Permissions attach(String arn) {
    if (managed.contains(arn)) {
      return this;
    }
    var changed = new ArrayList<>(managed);
    changed.add(arn);
    return new Permissions(inline, changed, boundary);
  }

  /// Without the managed policy.
  public Permissions detach(String arn) {
    return new Permissions(
        inline, managed.stream().filter(other -> !other.equals(arn)).toList(), boundary);
  }

  /// With another boundary; empty for none.
  public Permissions withBoundary(String arn) {
    return new Permissions(inline, managed, arn);
  }
}
