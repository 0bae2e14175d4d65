package io.outcrop.access.change;

import io.outcrop.cloud.call.PolicyOwner;

/// What a change is called, and what it sends.
public final class ChangeTitle {
  private ChangeTitle() {}

  /// One imperative sentence.
  public static String of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put ->
          "%s inline policy `%s` of %s"
              .formatted(put.before().isEmpty() ? "add" : "change", put.name(), put.owner());
      case Change.DeleteInlinePolicy delete ->
          "remove inline policy `%s` of %s".formatted(delete.name(), delete.owner());
      case Change.ReplaceManagedPolicy replace ->
          "give managed policy `%s` a new default version".formatted(last(replace.policyArn()));
      case Change.ReplaceEndpointPolicy replace ->
          "change the policy of VPC endpoint `%s`".formatted(replace.endpointId());
      case Change.DetachPolicy detach ->
          "detach managed policy `%s` from %s".formatted(last(detach.policyArn()), detach.owner());
      case Change.CreatePolicy create -> "make managed policy `%s`".formatted(create.name());
      case Change.AttachPolicy attach ->
          "attach managed policy `%s` to %s".formatted(last(attach.policyArn()), attach.owner());
      case Change.SubmitUseCaseForm _ -> "file Anthropic's use-case form for this account";
      case Change.SignAgreement sign -> "accept the agreement for `" + sign.modelId() + "`";
      case Change.ActivateAccessKey key ->
          "switch on the access key of user `" + key.userName() + "`";
      case Change.RequestQuota quota ->
          "ask AWS to raise the quota `%s` from %s to %s"
              .formatted(quota.name(), quota.current(), quota.desired());
      case Change.EnableRegion enable -> "switch on the region `" + enable.region() + "`";
      case Change.SetDataRetention set ->
          "set the account's mode of data retention in %s from `%s` to `%s`"
              .formatted(set.region(), set.before(), set.after());
      case Change.SetProfileProperty set ->
          "set `%s = %s` of `[%s]` in `%s`"
              .formatted(set.name(), set.after(), set.section(), set.file().getFileName());
      case Change.SetEnvVariable set ->
          "set `%s=%s` in `%s`".formatted(set.name(), set.after(), set.file().getFileName());
    };
  }

  /// The exact API call, or the file that is written.
  public static String call(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> "iam:Put" + kind(put.owner()) + "Policy";
      case Change.DeleteInlinePolicy delete -> "iam:Delete" + kind(delete.owner()) + "Policy";
      case Change.ReplaceManagedPolicy _ -> "iam:CreatePolicyVersion";
      case Change.ReplaceEndpointPolicy _ -> "ec2:ModifyVpcEndpoint";
      case Change.DetachPolicy detach -> "iam:Detach" + kind(detach.owner()) + "Policy";
      case Change.CreatePolicy _ -> "iam:CreatePolicy";
      case Change.AttachPolicy attach -> "iam:Attach" + kind(attach.owner()) + "Policy";
      case Change.SubmitUseCaseForm _ -> "bedrock:PutUseCaseForModelAccess";
      case Change.SignAgreement _ -> "bedrock:CreateFoundationModelAgreement";
      case Change.ActivateAccessKey _ -> "iam:UpdateAccessKey";
      case Change.RequestQuota _ -> "servicequotas:RequestServiceQuotaIncrease";
      case Change.EnableRegion _ -> "account:EnableRegion";
      case Change.SetDataRetention _ -> "bedrock:PutAccountDataRetention";
      case Change.SetProfileProperty set -> "writes " + set.file().getFileName();
      case Change.SetEnvVariable set -> "writes " + set.file().getFileName();
    };
  }

  /// Names the one thing that is changed: two changes of the same thing have the same target.
  public static String target(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> "inline " + put.owner() + " " + put.name();
      case Change.DeleteInlinePolicy delete -> "inline " + delete.owner() + " " + delete.name();
      case Change.ReplaceManagedPolicy replace -> "managed " + replace.policyArn();
      case Change.CreatePolicy create -> "managed " + create.policyArn();
      case Change.ReplaceEndpointPolicy replace -> "endpoint " + replace.endpointId();
      case Change.DetachPolicy detach -> "attached " + detach.owner() + " " + detach.policyArn();
      case Change.AttachPolicy attach -> "attached " + attach.owner() + " " + attach.policyArn();
      case Change.SubmitUseCaseForm _ -> "form";
      case Change.SignAgreement sign -> "agreement " + sign.modelId();
      case Change.ActivateAccessKey key -> "key " + key.accessKeyId();
      case Change.RequestQuota quota -> "quota " + quota.code();
      case Change.EnableRegion enable -> "region " + enable.region();
      case Change.SetDataRetention set -> "data retention " + set.region();
      case Change.SetProfileProperty set ->
          "profile %s [%s] %s".formatted(set.file(), set.section(), set.name());
      case Change.SetEnvVariable set -> "env " + set.file() + " " + set.name();
    };
  }

  private static String kind(PolicyOwner owner) {
    return switch (owner.kind()) {
      case USER -> "User";
      case GROUP -> "Group";
      case ROLE -> "Role";
    };
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
