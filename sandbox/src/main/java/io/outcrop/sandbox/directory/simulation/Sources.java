package io.outcrop.sandbox.directory.simulation;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the policies of an identity, as texts.
final class Sources {
  private final AwsManagedPolicies aws;

  Sources(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  /// The identity with this ARN.
  static Optional<Identity> find(Account account, String arn) {
    return account.identities().values().stream()
        .filter(identity -> account.arnOf(identity).equals(arn))
        .findFirst();
  }

  /// The policies of an identity, a user's groups' among them, without those that are excluded.
  List<SourcePolicy> of(Account account, Identity identity, List<Json> excluded) {
    var sources = new ArrayList<>(own(account, identity, excluded));
    if (identity instanceof Identity.User user) {
      account.groupsOf(user).forEach(group -> sources.addAll(own(account, group, excluded)));
    }
    return sources;
  }

  private List<SourcePolicy> own(Account account, Identity identity, List<Json> excluded) {
    var sources = new ArrayList<SourcePolicy>();
    var owner = identity.key().kind().word() + "_" + identity.label().name() + "_";
    identity
        .permissions()
        .inline()
        .forEach((name, _) -> {
          if (!isExcluded(excluded, identity, name)) {
            var text = identity.permissions().text(name);
            SourcePolicy.of(owner + name, text, PolicyKind.IDENTITY).ifPresent(sources::add);
          }
        });
    for (var arn : identity.permissions().managed()) {
      if (!isExcluded(excluded, arn)) {
        managed(account, arn, PolicyKind.IDENTITY).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private static boolean isExcluded(List<Json> excluded, String arn) {
    return excluded.stream()
        .anyMatch(one -> one instanceof Json.Obj id && id.text("PolicyArn").orElse("").equals(arn));
  }

  private static boolean isExcluded(List<Json> excluded, Identity owner, String name) {
    return excluded.stream()
        .flatMap(one ->
            one instanceof Json.Obj id
                ? id.object("InlinePolicyIdentifier").stream()
                : Optional.<Json.Obj>empty().stream())
        .anyMatch(id ->
            id.text("PolicyName").orElse("").equals(name)
                && id.text("AttachmentName").orElse("").equals(owner.label().name())
                && id.text("AttachmentType")
                    .orElse("")
                    .equalsIgnoreCase(owner.key().kind().word()));
  }

  /// The permissions boundary of an identity, if it has one that was not excluded.
  Optional<SourcePolicy> boundary(Account account, Identity identity, List<Json> excluded) {
    var arn = identity.permissions().boundary();
    return arn.isEmpty() || isExcluded(excluded, arn)
        ? Optional.empty()
        : managed(account, arn, PolicyKind.BOUNDARY);
  }

  private Optional<SourcePolicy> managed(Account account, String arn, PolicyKind kind) {
    return Optional.ofNullable(account.policies().get(arn))
        .or(() -> aws.find(arn))
        .flatMap(policy -> SourcePolicy.of(policy.name(), text(policy), kind));
  }

  private static String text(ManagedPolicy policy) {
    return policy
        .version(policy.defaultVersion())
        .map(version -> Shown.text(policy, version))
        .orElse("");
  }
}
