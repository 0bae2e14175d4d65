package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Optional;

/// Looks at the policy that the guardrail of a call has of its own. That of another account's
/// guardrail is theirs to read.
final class GuardrailPolicyProbe {
  private static final String OPERATION = "bedrock:GetResourcePolicy";

  private final AwsAccount reader;
  private final Asked asked;

  /// @param reader who reads
  GuardrailPolicyProbe(AwsAccount reader, Asked asked) {
    this.reader = reader;
    this.asked = asked;
  }

  /// The policy; none if the guardrail has none.
  ///
  /// @param account the caller's; empty if it is not known
  Observation<List<Json.Obj>> look(String account) {
    if (!asked.scope().has("permissions")) {
      return new Observation.Skipped<>(Probes.NOT_ASKED);
    }
    var arn = arn(asked, account);
    if (arn.isEmpty()) {
      return new Observation.Skipped<>("no guardrail of the caller's account goes with the call");
    }
    var seen = Observation.of(OPERATION, reader.settled().resourcePolicy(arn.get().toString()));
    return seen instanceof Observation.Refused<Json.Obj>(var called, var error, var _)
            && error.code().startsWith("ResourceNotFound")
        ? new Observation.Succeeded<>(List.of(), called)
        : seen.map(List::of);
  }

  /// The guardrail of the call, where it belongs to `account`.
  private static Optional<Arn> arn(Asked asked, String account) {
    var region = asked.region().value();
    var prefix =
        new Arn(Partition.ofRegion(region).id(), "bedrock", region, account, "guardrail/")
            .toString();
    return asked
        .guardrail()
        .filter(_ -> !account.isEmpty())
        .flatMap(named -> Arn.parse(named.resource(prefix)))
        .filter(arn -> arn.account().equals(account));
  }

  /// `permissions` with the policy of the guardrail `id`. One that could not be read is named as
  /// unknown.
  static Observation<Permissions> over(
      Observation<Permissions> permissions, Observation<List<Json.Obj>> policy, String id) {
    return switch (policy) {
      case Observation.Skipped<List<Json.Obj>> _ -> permissions;
      case Observation.Succeeded<List<Json.Obj>>(var found, var _) ->
          permissions.map(one ->
              one.guardedBy(found.isEmpty() ? new Layer.Absent() : known(found.getFirst(), id)));
      case Observation<List<Json.Obj>> unread ->
          permissions.map(one ->
              one.guardedBy(
                  new Layer.Unknown("the guardrail's own policy was not read: " + unread.words())));
    };
  }

  private static Layer known(Json.Obj policy, String id) {
    var name = "guardrail " + id;
    return switch (PolicyParser.parse(policy, PolicyKind.RESOURCE)) {
      case PolicyParsing.Parsed(var document) ->
          new Layer.Known(List.of(new NamedPolicy("resource policy", "", name, document)));
      case PolicyParsing.Rejected(var problems) ->
          new Layer.Unknown("the guardrail's own policy is malformed: " + problems.getFirst());
    };
  }
}
