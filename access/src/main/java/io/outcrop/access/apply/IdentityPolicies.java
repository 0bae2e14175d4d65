package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.List;
import java.util.function.Supplier;

/// Changes of identity policies.
final class IdentityPolicies {
  /// How many versions a managed policy may have. Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_VERSIONS = 5;

  private final Iam iam;

  IdentityPolicies(Iam iam) {
    this.iam = iam;
  }

  Made put(Change.PutInlinePolicy put) {
    return inline(
        put.owner(),
        put.name(),
        put.before(),
        List.of(put.after()),
        () -> iam.putInlinePolicy(put.owner(), put.name(), put.after()));
  }

  Made takeBack(Change.PutInlinePolicy put) {
    return inline(
        put.owner(),
        put.name(),
        List.of(put.after()),
        put.before(),
        () ->
            put.before().isEmpty()
                ? iam.deleteInlinePolicy(put.owner(), put.name())
                : iam.putInlinePolicy(put.owner(), put.name(), put.before().getFirst()));
  }

  Made delete(Change.DeleteInlinePolicy delete) {
    return inline(
        delete.owner(),
        delete.name(),
        List.of(delete.before()),
        List.of(),
        () -> iam.deleteInlinePolicy(delete.owner(), delete.name()));
  }

  Made takeBack(Change.DeleteInlinePolicy delete) {
    return inline(
        delete.owner(),
        delete.name(),
        List.of(),
        List.of(delete.before()),
        () -> iam.putInlinePolicy(delete.owner(), delete.name(), delete.before()));
  }

  /// Brings an inline policy from `from` to `to`, where an empty list means that there is none.
  private Made inline(
      PolicyOwner owner,
      String name,
      List<Json.Obj> from,
      List<Json.Obj> to,
      Supplier<Answer<Boolean>> change) {
    return switch (iam.inlinePolicy(owner, name)) {
      case Answer.Succeeded<Json.Obj>(var now, _) ->
          reach(List.of(now), from, to, "policy `" + name + "` of " + owner, change);
      case Answer.Refused<?> refused when refused.error().code().startsWith("NoSuchEntity") ->
          reach(List.of(), from, to, "policy `" + name + "` of " + owner, change);
      case Answer.Refused<?> refused -> new Made.Refused(Changer.said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private static Made reach(
      List<Json.Obj> now,
      List<Json.Obj> from,
      List<Json.Obj> to,
      String what,
      Supplier<Answer<Boolean>> change) {
    if (now.equals(to)) {
      return new Made.Already();
    }
    return now.equals(from)
        ? Changer.done(change.get())
        : new Made.Refused(what + " has been changed by somebody else since the plan was made");
  }

  /// The default version and the number that the next version will have, as `v3 v6`; empty if they
  /// cannot be read. AWS counts versions up and never uses a number again.
  String undoData(String policyArn) {
    if (iam.managedPolicy(policyArn) instanceof Answer.Succeeded<Iam.Managed>(var policy, _)
        && iam.policyVersions(policyArn) instanceof Answer.Succeeded<List<String>>(var ids, _)) {
      var newest = ids.stream().mapToInt(IdentityPolicies::number).max().orElse(0);
      return policy.versionId() + " v" + (newest + 1);
    }
    return "";
  }

  Made replace(Change.ReplaceManagedPolicy replace) {
    return switch (iam.managedPolicy(replace.policyArn())) {
      case Answer.Succeeded<Iam.Managed>(var policy, _) ->
          reach(
              List.of(policy.document()),
              List.of(replace.before()),
              List.of(replace.after()),
              "policy `" + policy.name() + "`",
              () -> newVersion(replace));
      case Answer.Refused<?> refused -> new Made.Refused(Changer.said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private Answer<Boolean> newVersion(Change.ReplaceManagedPolicy replace) {
    var versions = iam.policyVersions(replace.policyArn());
    if (versions instanceof Answer.Succeeded<List<String>>(var ids, _)
        && ids.size() >= MAX_VERSIONS) {
      return new Answer.Unreachable<>(
          "iam:CreatePolicyVersion",
          Answer.Stage.ANSWER,
          "",
          "the policy already has "
              + MAX_VERSIONS
              + " versions: delete one that nobody needs, then try again");
    }
    return iam.createDefaultVersion(replace.policyArn(), replace.after()).map(_ -> true);
  }

  /// Makes the old version the default again, and removes the new one.
  Made takeBack(Change.ReplaceManagedPolicy replace, String undoData) {
    var versions = undoData.split(" ", 2);
    if (versions.length < 2) {
      return new Made.Refused("the version that was the default before is not known");
    }
    return switch (iam.managedPolicy(replace.policyArn())) {
      case Answer.Succeeded<Iam.Managed>(var policy, _) ->
          takeBack(replace.policyArn(), versions[0], versions[1], policy);
      case Answer.Refused<?> refused -> new Made.Refused(Changer.said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private Made takeBack(String arn, String oldVersion, String newVersion, Iam.Managed policy) {
    if (policy.versionId().equals(newVersion)) {
      var restored = Changer.done(iam.setDefaultVersion(arn, oldVersion));
      return restored instanceof Made.Refused
          ? restored
          : Changer.done(iam.deleteVersion(arn, newVersion));
    }
    if (!policy.versionId().equals(oldVersion)) {
      return new Made.Refused(
          "policy `" + policy.name() + "` has been changed by somebody else since");
    }
    var left =
        iam.policyVersions(arn) instanceof Answer.Succeeded<List<String>>(var ids, _)
            && ids.contains(newVersion);
    return left ? Changer.done(iam.deleteVersion(arn, newVersion)) : new Made.Already();
  }

  private static int number(String versionId) {
    return versionId.matches("v\\d{1,9}") ? Integer.parseInt(versionId.substring(1)) : 0;
  }

  Made detach(Change.DetachPolicy detach) {
    return attached(detach, true);
  }

  Made takeBack(Change.DetachPolicy detach) {
    return attached(detach, false);
  }

  private Made attached(Change.DetachPolicy detach, boolean wantedGone) {
    return switch (iam.attachedPolicies(detach.owner())) {
      case Answer.Succeeded<List<Iam.Attached>>(var policies, _) -> {
        var there = policies.stream().anyMatch(policy -> policy.arn().equals(detach.policyArn()));
        if (there != wantedGone) {
          yield new Made.Already();
        }
        yield Changer.done(
            wantedGone
                ? iam.detachPolicy(detach.owner(), detach.policyArn())
                : iam.attachPolicy(detach.owner(), detach.policyArn()));
      }
      case Answer.Refused<?> refused -> new Made.Refused(Changer.said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }
}
