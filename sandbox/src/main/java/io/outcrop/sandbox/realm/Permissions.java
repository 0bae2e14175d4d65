package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is attached to a user, group or role.
///
/// @param inline inline policies by name
/// @param managed ARNs of managed policies
/// @param boundary the ARN of the permissions boundary; empty if there is none
/// @param written what was kept of the inline policies' texts, by name ([PolicyText])
public record Permissions(
    Map<String, Json.Obj> inline,
    List<String> managed,
    String boundary,
    Map<String, String> written) {
  public Permissions {
    inline = Realm.ordered(inline);
    managed = List.copyOf(managed);
    written = Realm.ordered(written);
  }

  /// Permissions of whose texts nothing was kept.
  public Permissions(Map<String, Json.Obj> inline, List<String> managed, String boundary) {
    this(inline, managed, boundary, Map.of());
  }

  /// Nothing.
  public static Permissions none() {
    return new Permissions(Map.of(), List.of(), "");
  }

  /// With an inline policy added or replaced.
  public Permissions withInline(String name, Json.Obj document) {
    return withInline(name, document, PolicyText.of(document, ""));
  }

  /// With an inline policy added or replaced that was written as `text`.
  public Permissions withInline(String name, Json.Obj document, String text) {
    var changed = new LinkedHashMap<>(inline);
    changed.put(name, document);
    var texts = new LinkedHashMap<>(written);
    var kept = PolicyText.kept(text, document);
    if (kept.isEmpty()) {
      texts.remove(name);
    } else {
      texts.put(name, kept);
    }
    return new Permissions(changed, managed, boundary, texts);
  }

  /// The inline policy `name` as it was written.
  public String text(String name) {
    return PolicyText.of(Objects.requireNonNull(inline.get(name)), written.getOrDefault(name, ""));
  }

  /// Without the inline policy.
  public Permissions withoutInline(String name) {
    var changed = new LinkedHashMap<>(inline);
    changed.remove(name);
    var texts = new LinkedHashMap<>(written);
    texts.remove(name);
    return new Permissions(changed, managed, boundary, texts);
  }

  /// With a managed policy attached; unchanged if it is already.
  public Permissions attach(String arn) {
    if (managed.contains(arn)) {
      return this;
    }
    var changed = new ArrayList<>(managed);
    changed.add(arn);
    return new Permissions(inline, changed, boundary, written);
  }

  /// Without the managed policy.
  public Permissions detach(String arn) {
    var kept = managed.stream().filter(other -> !other.equals(arn)).toList();
    return new Permissions(inline, kept, boundary, written);
  }

  /// With another boundary; empty for none.
  public Permissions withBoundary(String arn) {
    return new Permissions(inline, managed, arn, written);
  }
}
