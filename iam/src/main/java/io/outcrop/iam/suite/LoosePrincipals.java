package io.outcrop.iam.suite;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Suites are written by people in a hurry, who put a `Principal` where AWS refuses one, leave it
/// out where AWS wants it, or write an ARN where AWS wants a map. This reads such documents as they
/// are meant, so that a case is about its decision and not about its grammar; everything else about
/// a document stays as strict as [io.outcrop.iam.policy.PolicyParser] is.
final class LoosePrincipals {
  private static final Json NOBODY = Json.object(Map.of("AWS", Json.ofTexts(List.of())));

  private LoosePrincipals() {}

  /// The document with its principals in the form that policies of `kind` have.
  static Json mend(Json document, PolicyKind kind) {
    if (!(document instanceof Json.Obj object) || object.get("Statement").isEmpty()) {
      return document;
    }
    var statements = object.get("Statement").get();
    return replaced(
        object,
        "Statement",
        statements instanceof Json.Arr(var elements, var position)
            ? new Json.Arr(
                elements.stream().map(element -> statement(element, kind)).toList(), position)
            : statement(statements, kind));
  }

  private static Json statement(Json value, PolicyKind kind) {
    if (!(value instanceof Json.Obj statement)) {
      return value;
    }
    return switch (kind) {
      case IDENTITY, BOUNDARY, SESSION, SCP ->
          statement.without("Principal").without("NotPrincipal");
      case ENDPOINT, RCP -> named(statement, Json.of("*"));
      case RESOURCE, TRUST -> named(statement, NOBODY);
    };
  }

  private static Json.Obj named(Json.Obj statement, Json otherwise) {
    var mended = asMap(asMap(statement, "Principal"), "NotPrincipal");
    return mended.get("Principal").isEmpty() && mended.get("NotPrincipal").isEmpty()
        ? mended.with("Principal", otherwise)
        : mended;
  }

  private static Json.Obj asMap(Json.Obj statement, String name) {
    return statement
        .text(name)
        .filter(text -> !text.equals("*"))
        .map(text -> replaced(statement, name, Json.object(Map.of("AWS", Json.of(text)))))
        .orElse(statement);
  }

  /// The object with another value in the old place of `name`, whose position it keeps.
  private static Json.Obj replaced(Json.Obj object, String name, Json value) {
    var members = new LinkedHashMap<>(object.members());
    members.computeIfPresent(name, (_, member) -> new Json.Member(value, member.namePosition()));
    return new Json.Obj(members, object.position());
  }
}
