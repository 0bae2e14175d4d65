package io.outcrop.access.foresight;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.DenialWords;
import io.outcrop.access.prediction.Denials;
import io.outcrop.access.prediction.KnownKeys;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Says of changes what AWS will say to whoever makes them, and takes them back: from the policies
/// that this one may read of itself. A refusal is said only where it is certain.
public final class Foresight {
  /// What these calls bring and nobody knows here: the tags and the boundary of what is changed,
  /// the product that is sold, and the region for services that have only one.
  private static final List<String> UNKNOWN =
      List.of(
          "aws:ResourceTag/*",
          "iam:ResourceTag/*",
          "iam:PermissionsBoundary",
          "aws-marketplace:ProductId");

  private static final String REGION = "aws:RequestedRegion";

  private final Optional<Judged> judged;

  private Foresight(Optional<Judged> judged) {
    this.judged = judged;
  }

  private record Judged(Permissions permissions, ChangeNeeds needs) {}

  /// Foresight of what is decided by the policies of whoever acts.
  ///
  /// @param actor those policies; without them nothing is foreseen
  /// @param region whose quotas and settings are changed
  /// @param arns of users, roles and groups, where somebody may look
  public static Foresight of(
      Optional<Permissions> actor, String region, Function<PolicyOwner, Optional<String>> arns) {
    return new Foresight(
        actor.map(permissions ->
            new Judged(
                permissions,
                new ChangeNeeds(
                    permissions.principal().knownArn().map(Arn::partition).orElse("aws"),
                    permissions.principal().account(),
                    region,
                    arns))));
  }

  /// Why AWS would refuse to make `change`; nothing if it would not, or if that is not certain.
  public Optional<String> refusal(Change change) {
    return judged.flatMap(one -> refusal(one.permissions(), one.needs().toMake(change)));
  }

  /// The same of taking `change` back.
  public Optional<String> refusalToTakeBack(Change change) {
    return judged.flatMap(one -> refusal(one.permissions(), one.needs().toTakeBack(change)));
  }

  /// What nobody could look at and could keep `change` from being taken back; told of what stays in
  /// part even then, and of nothing that is surely refused.
  public Optional<String> doubtOfTakingBack(Change change) {
    return judged
        .filter(_ -> change.undo() == Change.Undo.COMPENSABLE)
        .flatMap(one ->
            one.needs().toTakeBack(change).stream()
                .map(need -> decision(one.permissions(), need))
                .filter(decision -> decision.outcome() == Decision.Outcome.DEPENDS_ON_UNKNOWN)
                .flatMap(decision -> decision.unknown().stream())
                .findFirst());
  }

  private static Optional<String> refusal(
      Permissions permissions, List<RequiredAuthorization> needs) {
    return needs.stream().flatMap(need -> refusal(permissions, need).stream()).findFirst();
  }

  private static Optional<String> refusal(Permissions permissions, RequiredAuthorization need) {
    var decision = decision(permissions, need);
    return decision.isDenied()
        ? Optional.of(new DenialWords(permissions).sentence(need, decision))
        : Optional.empty();
  }

  private static Decision decision(Permissions permissions, RequiredAuthorization need) {
    return Authorizer.decide(
        Denials.request(permissions, need).known(known(permissions, need)), permissions.layers());
  }

  private static Knowledge known(Permissions permissions, RequiredAuthorization need) {
    var knowledge = KnownKeys.of(permissions);
    for (var key : UNKNOWN) {
      knowledge = knowledge.with(key, Doubt.BOTH);
    }
    return need.value(REGION).isPresent() ? knowledge : knowledge.with(REGION, Doubt.BOTH);
  }
}
