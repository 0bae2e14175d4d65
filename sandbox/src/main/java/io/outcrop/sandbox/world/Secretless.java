package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Takes the secrets out of a world's document: the members `secret` and `token` of its accounts
/// and of IAM Identity Center.
public final class Secretless {
  private static final Set<String> SECRETS = Set.of("secret", "token");

  private Secretless() {}

  /// The document without them, which reads as a world whose secrets are still to be drawn.
  public static Json.Obj of(Json.Obj world) {
    var result = world;
    for (var name : List.of("accounts", "identityCenter")) {
      var part = world.object(name);
      result = part.isEmpty() ? result : result.with(name, without(part.get()));
    }
    return result;
  }

  private static Json without(Json value) {
    if (!(value instanceof Json.Obj object)) {
      return value;
    }
    var kept = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach((name, member) -> {
          if (!SECRETS.contains(name) || !(member.value() instanceof Json.Str)) {
            kept.put(name, without(member.value()));
          }
        });
    return Json.object(kept);
  }
}
