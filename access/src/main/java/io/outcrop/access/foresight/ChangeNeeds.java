package io.outcrop.access.foresight;

import io.outcrop.access.change.Change;
import io.outcrop.access.change.ChangeTitle;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.Grants;
import io.outcrop.grants.RequiredAuthorization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The authorisations that a change asks of whoever makes it, and of whoever takes it back. None
/// for a change whose resource is not known to the letter: a path is part of an ARN.
///
/// Source: Service Authorization Reference, resource types of IAM, Account Management, Bedrock and
/// Service Quotas, read 2026-11-29.
final class ChangeNeeds {
  private final String partition;
  private final String account;
  private final String region;
  private final Function<PolicyOwner, Optional<String>> arns;

  /// @param partition as it stands in an ARN
  /// @param account whose things are changed
  /// @param region whose quotas and settings are changed
  /// @param arns of users, roles and groups
  ChangeNeeds(
      String partition,
      String account,
      String region,
      Function<PolicyOwner, Optional<String>> arns) {
    this.partition = partition;
    this.account = account;
    this.region = region;
    this.arns = arns;
  }

  List<RequiredAuthorization> toMake(Change change) {
    return change instanceof Change.SignAgreement
        ? Stream.concat(own(change).stream(), Grants.firstUse("").stream()).toList()
        : own(change);
  }

  /// The call that makes the change.
  private List<RequiredAuthorization> own(Change change) {
    return change.isLocal() || change instanceof Change.ReplaceEndpointPolicy
        ? List.of()
        : on(change, ChangeTitle.call(change));
  }

  List<RequiredAuthorization> toTakeBack(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put ->
          toMake(
              put.before().isEmpty()
                  ? new Change.DeleteInlinePolicy(put.owner(), put.name(), put.after())
                  : put);
      case Change.DeleteInlinePolicy delete ->
          toMake(
              new Change.PutInlinePolicy(
                  delete.owner(), delete.name(), List.of(), delete.before()));
      case Change.ReplaceManagedPolicy _ -> on(change, "iam:SetDefaultPolicyVersion");
      case Change.DetachPolicy(var owner, var arn) -> toMake(new Change.AttachPolicy(owner, arn));
      case Change.AttachPolicy(var owner, var arn) -> toMake(new Change.DetachPolicy(owner, arn));
      case Change.CreatePolicy _ -> on(change, "iam:DeletePolicy");
      case Change.SignAgreement _ ->
          Stream.concat(
                  on(change, "bedrock:DeleteFoundationModelAgreement").stream(),
                  Stream.of(Grants.unsubscribing()))
              .toList();
      case Change.EnableRegion _ -> on(change, "account:DisableRegion");
      case Change.ActivateAccessKey _, Change.SetDataRetention _ -> own(change);
      case Change.ReplaceEndpointPolicy _,
          Change.SubmitUseCaseForm _,
          Change.RequestQuota _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          List.of();
    };
  }

  private List<RequiredAuthorization> on(Change change, String action) {
    return resource(change).stream()
        .map(resource ->
            new RequiredAuthorization(action, resource, context(change), ChangeTitle.of(change)))
        .toList();
  }

  private Optional<String> resource(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> arns.apply(put.owner());
      case Change.DeleteInlinePolicy delete -> arns.apply(delete.owner());
      case Change.DetachPolicy detach -> arns.apply(detach.owner());
      case Change.AttachPolicy attach -> arns.apply(attach.owner());
      case Change.ActivateAccessKey key ->
          arns.apply(new PolicyOwner(PolicyOwner.Kind.USER, key.userName()));
      case Change.ReplaceManagedPolicy replace -> Optional.of(replace.policyArn());
      case Change.CreatePolicy create -> Optional.of(create.policyArn());
      case Change.RequestQuota quota ->
          Optional.of(
              "arn:%s:servicequotas:%s:%s:bedrock/%s"
                  .formatted(partition, region, account, quota.code()));
      case Change.EnableRegion _ ->
          Optional.of("arn:%s:account::%s:account".formatted(partition, account));
      case Change.SubmitUseCaseForm _, Change.SignAgreement _, Change.SetDataRetention _ ->
          Optional.of("*");
      case Change.ReplaceEndpointPolicy _, Change.SetEnvVariable _, Change.SetProfileProperty _ ->
          Optional.empty();
    };
  }

  private Map<String, String> context(Change change) {
    return switch (change) {
      case Change.DetachPolicy detach -> Map.of("iam:PolicyARN", detach.policyArn());
      case Change.AttachPolicy attach -> Map.of("iam:PolicyARN", attach.policyArn());
      case Change.EnableRegion enable -> Map.of("account:TargetRegion", enable.region());
      case Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.RequestQuota _,
          Change.SetDataRetention _ ->
          Map.of("aws:RequestedRegion", region);
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.ReplaceManagedPolicy _,
          Change.ReplaceEndpointPolicy _,
          Change.CreatePolicy _,
          Change.ActivateAccessKey _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          Map.of();
    };
  }
}
