package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.regex.Pattern;

/// A change for a program: what it writes, without a secret.
final class ChangeWords {
  private static final Pattern SECRET_NAME =
      Pattern.compile("SECRET|TOKEN|PASSWORD|KEY", Pattern.CASE_INSENSITIVE);

  private ChangeWords() {}

  static Json.Obj of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          owned("put-inline-policy", owner)
              .with("policy", Json.of(name))
              .with("before", before.isEmpty() ? Json.ofNull() : before.getFirst())
              .with("after", after);
      case Change.DeleteInlinePolicy(var owner, var name, var before) ->
          owned("delete-inline-policy", owner)
              .with("policy", Json.of(name))
              .with("before", before)
              .with("after", Json.ofNull());
      case Change.ReplaceManagedPolicy(var arn, var before, var after) ->
          kind("replace-managed-policy")
              .with("policy", Json.of(arn))
              .with("before", before)
              .with("after", after);
      case Change.ReplaceEndpointPolicy(var id, var region, var before, var after) ->
          kind("replace-endpoint-policy")
              .with("endpoint", Json.of(id))
              .with("region", Json.of(region))
              .with("before", before)
              .with("after", after);
      case Change.DetachPolicy(var owner, var arn) ->
          owned("detach-policy", owner).with("policy", Json.of(arn));
      case Change.SubmitUseCaseForm(var form) -> kind("submit-use-case-form").with("form", form);
      case Change.SignAgreement(var model) -> kind("sign-agreement").with("model", Json.of(model));
      case Change.ActivateAccessKey(var user, var key) ->
          kind("activate-access-key")
              .with("user", Json.of(user))
              .with("key", Json.of(new AccessKeyId(key).masked()));
      case Change.CreatePolicy(var arn, var name, var document) ->
          kind("create-policy")
              .with("policy", Json.of(arn))
              .with("name", Json.of(name))
              .with("after", document);
      case Change.AttachPolicy(var owner, var arn) ->
          owned("attach-policy", owner).with("policy", Json.of(arn));
      case Change.RequestQuota(var code, var name, var current, var desired) ->
          kind("request-quota")
              .with("code", Json.of(code))
              .with("name", Json.of(name))
              .with("before", Json.of(current))
              .with("after", Json.of(desired));
      case Change.EnableRegion(var region) -> kind("enable-region").with("region", Json.of(region));
      case Change.SetDataRetention(var region, var before, var after) ->
          kind("set-data-retention")
              .with("region", Json.of(region))
              .with("before", Json.of(before))
              .with("after", Json.of(after));
      case Change.SetProfileProperty(var file, var section, var name, var before, var after) ->
          kind("set-profile-property")
              .with("file", Json.of(file.toString()))
              .with("section", Json.of(section))
              .with("name", Json.of(name))
              .with("before", Json.of(before))
              .with("after", Json.of(after));
      case Change.SetEnvVariable variable -> environment(variable);
    };
  }

  private static Json.Obj environment(Change.SetEnvVariable variable) {
    var secret = SECRET_NAME.matcher(variable.name()).find();
    return kind("set-env-variable")
        .with("file", Json.of(variable.file().toString()))
        .with("variable", Json.of(variable.name()))
        .with("before", Json.of(secret ? "" : variable.before()))
        .with("after", Json.of(secret ? "" : variable.after()));
  }

  private static Json.Obj owned(String kind, PolicyOwner owner) {
    return kind(kind).with("owner", Json.of(owner.toString()));
  }

  private static Json.Obj kind(String kind) {
    return Json.object().with("kind", Json.of(kind));
  }
}
