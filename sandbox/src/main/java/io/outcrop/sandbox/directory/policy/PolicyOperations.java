package io.outcrop.sandbox.directory.policy;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All operations about managed policies.
public final class PolicyOperations {
  private final AwsManagedPolicies aws;

  private PolicyOperations(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  /// What is done with a policy that was found.
  @FunctionalInterface
  interface Work {
    Reply answer(Visit visit, ManagedPolicy policy);
  }

  /// Adds them to `operations`.
  public static void addTo(
      Map<String, Operation> operations, AwsManagedPolicies aws, Issuer issuer) {
    var all = new PolicyOperations(aws);
    var policies = new ManagedPolicies(aws, issuer);
    operations.put("CreatePolicy", policies::create);
    operations.put("ListPolicies", policies::list);
    operations.put("GetPolicy", all.about(ManagedPolicies::get));
    operations.put("DeletePolicy", all.ofAccount(ManagedPolicies::delete));
    operations.put("TagPolicy", all.ofAccount(ManagedPolicies::tag));
    operations.put("UntagPolicy", all.ofAccount(ManagedPolicies::untag));
    operations.put("ListPolicyTags", all.about(ManagedPolicies::tags));
    operations.put("GetPolicyVersion", all.about(PolicyVersions::get));
    operations.put("ListPolicyVersions", all.about(PolicyVersions::list));
    operations.put("CreatePolicyVersion", all.ofAccount(PolicyVersions::create));
    operations.put("SetDefaultPolicyVersion", all.ofAccount(PolicyVersions::setDefault));
    operations.put("DeletePolicyVersion", all.ofAccount(PolicyVersions::delete));
    operations.put("ListEntitiesForPolicy", all.about(PolicyEntities::list));
  }

  /// An operation about any policy, AWS's too.
  private Operation about(Work work) {
    return visit -> {
      var arn = visit.required("PolicyArn");
      var found = Optional.ofNullable(visit.account().policies().get(arn)).or(() -> aws.find(arn));
      var tags = found.map(policy -> policy.about().tags()).orElse(Map.of());
      var refused =
          Ask.of(visit, arn)
              .shownAs("policy " + arn)
              .about(tags)
              .requesting(Tags.of(visit))
              .requesting(keys(visit))
              .refused();
      if (refused.isPresent()) {
        return refused.get();
      }
      return found.isPresent() ? work.answer(visit, found.get()) : Refusals.missingPolicy(arn);
    };
  }

  private static Set<String> keys(Visit visit) {
    var keys = Tags.keys(visit);
    return keys.isEmpty() ? Tags.of(visit).keySet() : keys;
  }

  /// An operation about a policy of the account: nobody changes those that AWS maintains, which the
  /// guard refuses already.
  private Operation ofAccount(Work work) {
    return about((visit, policy) ->
        policy.isAwsManaged() ? Refusals.missingPolicy(policy.arn()) : work.answer(visit, policy));
  }
}
