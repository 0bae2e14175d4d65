package io.outcrop.iam.account;

import io.outcrop.iam.request.Layer;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Set;

/// Whether a role's session may carry session policies. Nobody can read those; but a session that
/// an AWS service makes for its own use carries none.
public final class SessionPolicies {
  private SessionPolicies() {}

  /// The layer of a session of the role with the trust policies `trust`.
  public static Layer of(List<Json.Obj> trust) {
    return isForServicesAlone(trust)
        ? new Layer.Absent()
        : new Layer.Unknown("session policies, which nobody can read");
  }

  private static boolean isForServicesAlone(List<Json.Obj> trust) {
    var principals =
        trust.stream()
            .flatMap(document -> document.list("Statement").stream())
            .filter(Json.Obj.class::isInstance)
            .map(statement -> ((Json.Obj) statement).get("Principal"))
            .toList();
    return !principals.isEmpty()
        && principals.stream()
            .allMatch(one ->
                one.isPresent()
                    && one.get() instanceof Json.Obj named
                    && named.members().keySet().equals(Set.of("Service")));
  }
}
