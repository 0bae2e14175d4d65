package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Evidence;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import java.util.List;
import java.util.stream.Collectors;

/// Says a denial in words: layer, document, statement, line.
public final class DenialWords {
  private final Permissions permissions;

  /// @param permissions of whoever is denied
  public DenialWords(Permissions permissions) {
    this.permissions = permissions;
  }

  String sentence(Denial denial) {
    return denial.explicit()
        ? denied(denial.need(), denial.statements().getFirst()) + conditions(denial)
        : notAllowed(denial.need(), denial.layer()) + unmet(denial);
  }

  /// Under which conditions on the call its Deny matches; empty if under none.
  private String conditions(Denial denial) {
    var first = denial.statements().getFirst();
    return Circumstance.of(first, denial.need(), permissions).stream()
        .map(Circumstance::words)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("; "),
                words -> words.isEmpty() ? "" : " under its condition " + words));
  }

  /// Which statement would allow if the call met its conditions; empty if none.
  private String unmet(Denial denial) {
    return Circumstance.unmet(denial.need(), denial.layer(), permissions).stream()
        .findFirst()
        .map(one ->
            "; %s would under its condition %s".formatted(statement(one.statement()), one.words()))
        .orElse("");
  }

  /// Why `decision` denies `need`.
  public String sentence(RequiredAuthorization need, Decision decision) {
    if (decision.outcome() == Decision.Outcome.EXPLICITLY_DENIED) {
      return denied(need, decision.decidedBy().getFirst());
    }
    return decision.blockedBy().isEmpty()
        ? what(need) + " is refused to everybody: " + decision.rule()
        : notAllowed(need, decision.blockedBy().getFirst());
  }

  private static String denied(RequiredAuthorization need, StatementRef by) {
    return what(need) + " is denied by " + statement(by);
  }

  private String notAllowed(RequiredAuthorization need, LayerName layer) {
    return layer == LayerName.ENDPOINT
        ? "nothing in the policy of VPC endpoint %s allows %s".formatted(endpoints(), what(need))
        : "no " + layer.words() + " of " + who() + " allows " + what(need);
  }

  private static String what(RequiredAuthorization need) {
    return "`" + need.action() + "` on `" + need.resource() + "`";
  }

  Evidence evidence(Denial denial) {
    return denial.explicit()
        ? new Evidence(
            "predicted", sentence(denial), policy(denial.statements().getFirst().policy()))
        : new Evidence("predicted", sentence(denial), read(denial));
  }

  private String who() {
    return permissions.owner().isEmpty()
        ? permissions.principal().knownArn().map(arn -> "`" + arn + "`").orElse("the caller")
        : permissions.owner().getFirst().toString().replaceFirst(" (.*)", " `$1`");
  }

  /// A statement by its name, and where it stands.
  public static String statement(StatementRef ref) {
    var name =
        ref.statement().sid().isEmpty()
            ? "statement " + (ref.statement().index() + 1)
            : "statement `" + ref.statement().sid() + "`";
    var line = ref.statement().position().isKnown() ? " (" + ref.statement().position() + ")" : "";
    return name + line + " of " + ref.layer().words() + " " + policy(ref.policy());
  }

  private static String policy(NamedPolicy policy) {
    return "`" + policy.name() + "` of " + policy.attachedTo();
  }

  private String read(Denial denial) {
    return denial.layer() == LayerName.ENDPOINT
        ? "read as " + permissions.readAs() + ": VPC endpoint " + endpoints()
        : policiesRead();
  }

  private String endpoints() {
    return permissions.layers().endpoint() instanceof Layer.Known(List<NamedPolicy> policies)
        ? policies.stream().map(one -> "`" + one.name() + "`").collect(Collectors.joining(", "))
        : "";
  }

  private String policiesRead() {
    var names =
        permissions.layers().identity() instanceof Layer.Known(List<NamedPolicy> policies)
            ? policies.stream().map(DenialWords::policy).collect(Collectors.joining(", "))
            : "";
    return "read as "
        + permissions.readAs()
        + ": "
        + (names.isEmpty() ? "no identity policy at all" : names);
  }
}
