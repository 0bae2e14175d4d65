package io.outcrop.access;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;

/// What a fix may change of a world: the account's identities and access, policies of endpoints,
/// and the client's `.env`. Left out is what differs from one world to the next (secrets, unique
/// ids, times) and when a model was used. What is empty counts as not there.
final class Snapshot {
  private static final Set<String> VOLATILE =
      Set.of(
          "secret",
          "token",
          "sessionToken",
          "uniqueId",
          "created",
          "createdAt",
          "updated",
          "lastUsed",
          "messageKey",
          "lastVersion",
          "useCaseFormFiled");

  private Snapshot() {}

  static String of(InWorld world) {
    return of(world, Set.of());
  }

  /// The same without the members that `leftOut` names.
  static String of(InWorld world, Set<String> leftOut) {
    return of(world.sandbox(), world.sandbox().client().workingDirectory(), leftOut);
  }

  /// The same of a client who works in `work`.
  static String of(Sandbox sandbox, Path work, Set<String> leftOut) {
    var document = sandbox.document();
    var accounts = document.object("accounts").orElseThrow();
    return JsonWriter.pretty(lasting(accounts, leftOut))
        + JsonWriter.pretty(Json.array(document.list("endpointPolicies")))
        + "\n.env:\n"
        + TestFiles.text(work.resolve(".env"));
  }

  private static Json lasting(Json value, Set<String> leftOut) {
    return switch (value) {
      case Json.Obj object -> {
        var kept = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) -> {
              var inner = lasting(member.value(), leftOut);
              if (!VOLATILE.contains(name)
                  && !leftOut.contains(name)
                  && !inner.equals(Json.object())
                  && !isDefault(inner)) {
                kept.put(name, inner);
              }
            });
        yield Json.object(kept);
      }
      case Json.Arr array ->
          Json.array(array.elements().stream().map(one -> lasting(one, leftOut)).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  /// A mode that was set back to the default is the one that nobody had set.
  private static boolean isDefault(Json value) {
    return value.equals(Json.object().with("mode", Json.of("default")));
  }
}
