package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.form.Shell;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Changes of an account as commands of the AWS CLI that run as they are written.
final class CureCommands {
  private final Shell shell;
  private final String region;

  CureCommands(Shell shell, String region) {
    this.shell = shell;
    this.region = region;
  }

  String of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var _, var after) ->
          with(after, words("put", owner, "--policy-name", name));
      case Change.DeleteInlinePolicy(var owner, var name, var _) ->
          run(words("delete", owner, "--policy-name", name));
      case Change.DetachPolicy(var owner, var arn) ->
          run(words("detach", owner, "--policy-arn", arn));
      case Change.ReplaceManagedPolicy(var arn, var _, var after) ->
          with(
              after,
              List.of("iam", "create-policy-version", "--policy-arn", arn, "--set-as-default"));
      case Change.ReplaceEndpointPolicy(var id, var there, var _, var after) ->
          with(
              after,
              List.of("ec2", "modify-vpc-endpoint", "--region", there, "--vpc-endpoint-id", id));
      case Change.SubmitUseCaseForm(var form) ->
          run(
              List.of(
                  "bedrock",
                  "put-use-case-for-model-access",
                  "--region",
                  region,
                  "--form-data",
                  JsonWriter.compact(form)));
      case Change.SignAgreement(var model) -> agreement(model);
      case Change.ActivateAccessKey(var user, var key) -> key(user, key, "Active");
      case Change.CreatePolicy(var _, var name, var document) ->
          with(document, List.of("iam", "create-policy", "--policy-name", name));
      case Change.AttachPolicy(var owner, var arn) ->
          run(words("attach", owner, "--policy-arn", arn));
      case Change.RequestQuota(var code, var _, var _, var desired) ->
          run(
              List.of(
                  "service-quotas",
                  "request-service-quota-increase",
                  "--region",
                  region,
                  "--service-code",
                  "bedrock",
                  "--quota-code",
                  code,
                  "--desired-value",
                  desired));
      case Change.EnableRegion(var opted) ->
          run(List.of("account", "enable-region", "--region-name", opted));
      case Change.SetDataRetention(var there, var _, var mode) ->
          run(List.of("bedrock", "put-account-data-retention", "--region", there, "--mode", mode));
      case Change.SetEnvVariable _, Change.SetProfileProperty _ ->
          throw new IllegalArgumentException("a file is not changed with the AWS CLI");
    };
  }

  String of(Inverse inverse) {
    return switch (inverse) {
      case Inverse.OfChange(var change) -> of(change);
      case Inverse.Attach(var detached) ->
          run(words("attach", detached.owner(), "--policy-arn", detached.policyArn()));
      case Inverse.Deactivate(var activated) ->
          key(activated.userName(), activated.accessKeyId(), "Inactive");
      case Inverse.Remove(var created) ->
          run(List.of("iam", "delete-policy", "--policy-arn", created.policyArn()));
      case Inverse.SwitchOff(var enabled) ->
          run(List.of("account", "disable-region", "--region-name", enabled.region()));
      case Inverse.GiveUp(var signed) ->
          run(
              List.of(
                  "bedrock",
                  "delete-foundation-model-agreement",
                  "--region",
                  region,
                  "--model-id",
                  signed.modelId()));
    };
  }

  private String agreement(String model) {
    var offer =
        shell.captured(
            "offer",
            program(
                List.of(
                    "bedrock",
                    "list-foundation-model-agreement-offers",
                    "--region",
                    region,
                    "--model-id",
                    model,
                    "--query",
                    "offers[0].offerToken",
                    "--output",
                    "text")));
    return offer
        + "\n"
        + run(
            List.of(
                "bedrock",
                "create-foundation-model-agreement",
                "--region",
                region,
                "--model-id",
                model))
        + " --offer-token \"$offer\"";
  }

  /// A key's id is not printed whole, so the command looks it up by its two ends.
  private String key(String user, String id, String status) {
    var query =
        "AccessKeyMetadata[?starts_with(AccessKeyId,'%s') && ends_with(AccessKeyId,'%s')].AccessKeyId"
            .formatted(id.substring(0, 4), id.substring(id.length() - 4));
    var looked =
        shell.captured(
            "key",
            program(
                List.of(
                    "iam",
                    "list-access-keys",
                    "--user-name",
                    user,
                    "--query",
                    query,
                    "--output",
                    "text")));
    return looked
        + "\n"
        + run(List.of("iam", "update-access-key", "--user-name", user, "--status", status))
        + " --access-key-id \"$key\"";
  }

  private String with(Json.Obj document, List<String> words) {
    return shell.withDocument(words, JsonWriter.pretty(document));
  }

  private String run(List<String> words) {
    return shell.command(program(words));
  }

  private List<String> program(List<String> words) {
    var all = new ArrayList<>(words);
    all.addFirst(shell.program());
    return all;
  }

  private static List<String> words(String verb, PolicyOwner owner, String option, String value) {
    var kind = owner.kind().name().toLowerCase(Locale.ROOT);
    return List.of(
        "iam", verb + "-" + kind + "-policy", "--" + kind + "-name", owner.name(), option, value);
  }
}
