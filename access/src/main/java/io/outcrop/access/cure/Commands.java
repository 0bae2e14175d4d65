package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/// The commands of AWS's command line, for sh, that make the same change by hand.
public final class Commands {
  private Commands() {}

  /// One command for each change.
  public static List<String> of(List<Change> changes) {
    return changes.stream().map(Commands::of).toList();
  }

  private static String of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(PolicyOwner owner, String name, var _, Json.Obj after) ->
          "aws iam put-%s-policy --%s-name %s --policy-name %s --policy-document %s"
              .formatted(kind(owner), kind(owner), owner.name(), quoted(name), quoted(text(after)));
      case Change.DeleteInlinePolicy(PolicyOwner owner, String name, var _) ->
          "aws iam delete-%s-policy --%s-name %s --policy-name %s"
              .formatted(kind(owner), kind(owner), owner.name(), quoted(name));
      case Change.ReplaceManagedPolicy(String arn, var _, Json.Obj after) ->
          "aws iam create-policy-version --policy-arn %s --set-as-default --policy-document %s"
              .formatted(arn, quoted(text(after)));
      case Change.ReplaceEndpointPolicy(String id, String region, var _, Json.Obj after) ->
          "aws ec2 modify-vpc-endpoint --region %s --vpc-endpoint-id %s --policy-document %s"
              .formatted(region, id, quoted(text(after)));
      case Change.DetachPolicy(PolicyOwner owner, String arn) ->
          "aws iam detach-%s-policy --%s-name %s --policy-arn %s"
              .formatted(kind(owner), kind(owner), owner.name(), arn);
      case Change.CreatePolicy(String _, String name, Json.Obj document) ->
          "aws iam create-policy --policy-name %s --policy-document %s"
              .formatted(name, quoted(text(document)));
      case Change.AttachPolicy(PolicyOwner owner, String arn) ->
          "aws iam attach-%s-policy --%s-name %s --policy-arn %s"
              .formatted(kind(owner), kind(owner), owner.name(), arn);
      case Change.RequestQuota(String code, String _, String _, String desired) ->
          "aws service-quotas request-service-quota-increase --service-code bedrock"
              + " --quota-code %s --desired-value %s".formatted(code, desired);
      case Change.EnableRegion(String region) ->
          "aws account enable-region --region-name " + region;
      case Change.SetDataRetention(String region, String _, String mode) ->
          "aws bedrock put-account-data-retention --region %s --mode %s".formatted(region, mode);
      case Change.SetProfileProperty(
              var file,
              String section,
              String name,
              String _,
              String after) ->
          "# in %s, under [%s]: %s = %s".formatted(file.getFileName(), section, name, after);
      case Change.SubmitUseCaseForm(Json.Obj form) ->
          "aws bedrock put-use-case-for-model-access --form-data " + quoted(text(form));
      case Change.SignAgreement(String modelId) ->
          "aws bedrock create-foundation-model-agreement --model-id %s --offer-token"
                  .formatted(modelId)
              + " \"$(aws bedrock list-foundation-model-agreement-offers --model-id %s"
                  .formatted(modelId)
              + " --query 'offers[0].offerToken' --output text)\"";
      case Change.ActivateAccessKey(String user, String keyId) ->
          "aws iam update-access-key --user-name %s --status Active --access-key-id %s"
              .formatted(user, keyOf(user, keyId));
      case Change.SetEnvVariable(var file, String name, String _, String after) ->
          "# in %s: %s=%s".formatted(file.getFileName(), name, after);
    };
  }

  /// A key id is not printed whole, so the command looks it up by its two ends.
  private static String keyOf(String user, String keyId) {
    var ends = new AccessKeyId(keyId).masked();
    return ("\"$(aws iam list-access-keys --user-name %s --output text --query"
            + " \"AccessKeyMetadata[?ends_with(AccessKeyId,'%s')].AccessKeyId\")\"")
        .formatted(user, ends.substring(ends.length() - 4));
  }

  private static String kind(PolicyOwner owner) {
    return owner.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String text(Json.Obj document) {
    return JsonWriter.compact(document);
  }

  /// `text` as one word of sh.
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
