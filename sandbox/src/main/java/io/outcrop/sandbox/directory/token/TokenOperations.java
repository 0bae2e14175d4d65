package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.UserSession;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.OpenOperation;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// All operations of STS.
public final class TokenOperations {
  private static final Set<String> FOR_OWN_SESSIONS = Set.of("AssumeRole", "GetCallerIdentity");
  private static final Set<String> FOR_FEDERATED = Set.of("GetCallerIdentity");

  private TokenOperations() {}

  /// Those that somebody has to sign.
  public static Map<String, Operation> signed(AwsManagedPolicies aws, Issuer issuer) {
    var all = new LinkedHashMap<String, Operation>();
    var sessions = new Sessions(issuer);
    all.put("AssumeRole", new AssumeRole(new SessionPolicies(aws), sessions)::answer);
    var users = new UserSessions(new SessionPolicies(aws), sessions);
    all.put("GetSessionToken", users::ofUser);
    all.put("GetFederationToken", users::federated);
    all.put("GetCallerIdentity", Identities::caller);
    all.put("GetAccessKeyInfo", Identities::ofKey);
    all.put("DecodeAuthorizationMessage", DecodeMessage::answer);
    all.put("AssumeRoot", AssumeRoot::answer);
    all.replaceAll((name, operation) -> visit -> open(visit, name, operation));
    return all;
  }

  /// Those that nobody signs: what the input brings proves who calls.
  public static Map<String, OpenOperation> open(AwsManagedPolicies aws, Issuer issuer) {
    var policies = new SessionPolicies(aws);
    var sessions = new Sessions(issuer);
    return Map.of(
        "AssumeRoleWithWebIdentity", new WebIdentity(policies, sessions)::answer,
        "AssumeRoleWithSAML", SamlAssertions::answer);
  }

  /// Sessions that users made may not ask for more. Source: IAM User Guide, "Comparing AWS STS
  /// credentials", read 2026-11.
  private static Reply open(Visit visit, String name, Operation operation) {
    var mayNot =
        visit.visitor().session().stream()
            .filter(UserSession.class::isInstance)
            .anyMatch(_ ->
                visit.visitor().kind() == Visitor.Kind.FEDERATED
                    ? !FOR_FEDERATED.contains(name)
                    : !FOR_OWN_SESSIONS.contains(name));
    return mayNot
        ? Faults.accessDenied("sts", "Cannot call " + name + " with session credentials")
        : operation.answer(visit);
  }
}
