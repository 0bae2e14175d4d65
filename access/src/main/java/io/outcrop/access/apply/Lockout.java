package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.access.meaning.PolicyMeaning;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.call.Sts;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Optional;

/// Sees to it that whoever makes changes can still make them afterwards: no change takes an
/// allowance to change IAM from the one who acts, and no key is switched off that may be the one in
/// use.
public final class Lockout {
  private final AwsAccount account;
  private Optional<Optional<PolicyOwner>> actor = Optional.empty();

  /// @param account acts as whoever makes changes
  public Lockout(AwsAccount account) {
    this.account = account;
  }

  /// Why `change` must not be made; nothing if it may be.
  public Optional<String> objection(Change change) {
    return switch (change) {
      case Change.DeleteInlinePolicy delete -> taking(delete.owner(), List.of(delete.before()));
      case Change.PutInlinePolicy put ->
          taking(
              put.owner(),
              put.before().stream()
                  .map(before -> PolicyMeaning.without(before, put.after()))
                  .toList());
      case Change.ReplaceManagedPolicy replace ->
          held(replace.policyArn(), PolicyMeaning.without(replace.before(), replace.after()));
      case Change.DetachPolicy detach ->
          account.iam().managedPolicy(detach.policyArn())
                  instanceof Answer.Succeeded<Iam.Managed>(var policy, var _)
              ? taking(detach.owner(), List.of(policy.document()))
              : Optional.empty();
      case Change.ReplaceEndpointPolicy _,
          Change.CreatePolicy _,
          Change.AttachPolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          Optional.empty();
    };
  }

  /// Why `change` must not be taken back; nothing if it may be.
  public Optional<String> objectionToUndo(Change change) {
    return switch (change) {
      case Change.ActivateAccessKey key -> switchingOff(key);
      case Change.PutInlinePolicy put ->
          taking(
              put.owner(),
              List.of(
                  put.before().isEmpty()
                      ? put.after()
                      : PolicyMeaning.without(put.after(), put.before().getFirst())));
      case Change.DeleteInlinePolicy _,
          Change.ReplaceManagedPolicy _,
          Change.ReplaceEndpointPolicy _,
          Change.DetachPolicy _,
          Change.CreatePolicy _,
          Change.AttachPolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          Optional.empty();
    };
  }

  private Optional<String> switchingOff(Change.ActivateAccessKey key) {
    return actor()
        .filter(one -> one.equals(new PolicyOwner(PolicyOwner.Kind.USER, key.userName())))
        .map(one ->
            "this run acts as %s, whose key would be switched off: act as somebody else with"
                    .formatted(one)
                + " `--admin-profile`");
  }

  private Optional<String> held(String policyArn, Json.Obj lost) {
    return actor()
        .filter(one -> PolicyMeaning.letsChangeIam(lost) && has(one, policyArn))
        .map(Lockout::words);
  }

  private Optional<String> taking(PolicyOwner owner, List<Json.Obj> lost) {
    return actor()
        .filter(_ -> lost.stream().anyMatch(PolicyMeaning::letsChangeIam))
        .filter(one -> one.equals(owner) || isMember(one, owner))
        .map(Lockout::words);
  }

  private static String words(PolicyOwner actor) {
    return "it would take from %s, who makes this change, an allowance to change IAM: act as"
            .formatted(actor)
        + " somebody else with `--admin-profile`";
  }

  private boolean has(PolicyOwner owner, String policyArn) {
    return !(account.iam().attachments(policyArn)
            instanceof Answer.Succeeded<List<String>>(var holders, var _))
        || holders.stream().anyMatch(holder -> holder.startsWith(owner.toString()))
        || holders.stream()
            .filter(holder -> holder.startsWith("group "))
            .anyMatch(group ->
                isMember(
                    owner,
                    new PolicyOwner(PolicyOwner.Kind.GROUP, group.substring("group ".length()))));
  }

  private boolean isMember(PolicyOwner user, PolicyOwner group) {
    return user.kind() == PolicyOwner.Kind.USER
        && group.kind() == PolicyOwner.Kind.GROUP
        && account.iam().groups(user.name())
            instanceof Answer.Succeeded<List<String>>(var names, var _)
        && names.contains(group.name());
  }

  /// Who acts; nobody if AWS does not say, or if it is no user or role.
  private Optional<PolicyOwner> actor() {
    if (actor.isEmpty()) {
      actor =
          Optional.of(
              account.sts().callerIdentity()
                      instanceof Answer.Succeeded<Sts.Identity>(var who, var _)
                  ? owner(who.arn())
                  : Optional.empty());
    }
    return actor.get();
  }

  private static Optional<PolicyOwner> owner(String arn) {
    return Principal.parse(arn)
        .flatMap(principal ->
            switch (principal) {
              case Principal.IamUser user ->
                  Optional.of(new PolicyOwner(PolicyOwner.Kind.USER, user.name()));
              case Principal.RoleSession session ->
                  Optional.of(new PolicyOwner(PolicyOwner.Kind.ROLE, session.roleName()));
              case Principal.IamRole role ->
                  Optional.of(new PolicyOwner(PolicyOwner.Kind.ROLE, role.name()));
              case Principal.RootUser _,
                  Principal.FederatedUser _,
                  Principal.Service _,
                  Principal.WebIdentity _,
                  Principal.Anonymous _ ->
                  Optional.empty();
            });
  }
}
