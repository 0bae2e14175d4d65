package io.outcrop.access.change;

import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Changes as JSON, for plans and journals. Every version reads what earlier ones wrote.
public final class ChangeJson {
  private ChangeJson() {}

  /// `change` as JSON.
  public static Json.Obj write(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          owned("put-inline-policy", owner, name)
              .with("before", Json.array(before))
              .with("after", after);
      case Change.DeleteInlinePolicy(var owner, var name, var before) ->
          owned("delete-inline-policy", owner, name).with("before", before);
      case Change.ReplaceManagedPolicy(var arn, var before, var after) ->
          kind("replace-managed-policy")
              .with("policyArn", Json.of(arn))
              .with("before", before)
              .with("after", after);
      case Change.ReplaceEndpointPolicy(var id, var region, var before, var after) ->
          kind("replace-endpoint-policy")
              .with("endpointId", Json.of(id))
              .with("region", Json.of(region))
              .with("before", before)
              .with("after", after);
      case Change.DetachPolicy(var owner, var arn) ->
          owned("detach-policy", owner, "").without("name").with("policyArn", Json.of(arn));
      case Change.SubmitUseCaseForm(var form) -> kind("submit-use-case-form").with("form", form);
      case Change.SignAgreement(var model) ->
          kind("sign-agreement").with("modelId", Json.of(model));
      case Change.ActivateAccessKey(var user, var key) ->
          kind("activate-access-key")
              .with("userName", Json.of(user))
              .with("accessKeyId", Json.of(key));
      case Change.CreatePolicy(var arn, var name, var document) ->
          kind("create-policy")
              .with("policyArn", Json.of(arn))
              .with("name", Json.of(name))
              .with("document", document);
      case Change.AttachPolicy(var owner, var arn) ->
          owned("attach-policy", owner, "").without("name").with("policyArn", Json.of(arn));
      case Change.RequestQuota(var code, var name, var current, var desired) ->
          kind("request-quota")
              .with("code", Json.of(code))
              .with("name", Json.of(name))
              .with("current", Json.of(current))
              .with("desired", Json.of(desired));
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
      case Change.SetEnvVariable(var file, var name, var before, var after) ->
          kind("set-env-variable")
              .with("file", Json.of(file.toString()))
              .with("name", Json.of(name))
              .with("before", Json.of(before))
              .with("after", Json.of(after));
    };
  }

  /// Reads what [#write] wrote; what is wrong becomes a problem of `fields`.
  public static Change read(Fields fields) {
    var kind = fields.text("kind");
    return switch (kind) {
      case "put-inline-policy" ->
          new Change.PutInlinePolicy(
              owner(fields), fields.text("name"), documents(fields), document(fields, "after"));
      case "delete-inline-policy" ->
          new Change.DeleteInlinePolicy(
              owner(fields), fields.text("name"), document(fields, "before"));
      case "replace-managed-policy" ->
          new Change.ReplaceManagedPolicy(
              fields.text("policyArn"), document(fields, "before"), document(fields, "after"));
      case "replace-endpoint-policy" ->
          new Change.ReplaceEndpointPolicy(
              fields.text("endpointId"),
              fields.text("region"),
              document(fields, "before"),
              document(fields, "after"));
      case "detach-policy" -> new Change.DetachPolicy(owner(fields), fields.text("policyArn"));
      case "submit-use-case-form" -> new Change.SubmitUseCaseForm(document(fields, "form"));
      case "sign-agreement" -> new Change.SignAgreement(fields.text("modelId"));
      case "activate-access-key" ->
          new Change.ActivateAccessKey(fields.text("userName"), fields.text("accessKeyId"));
      case "create-policy" ->
          new Change.CreatePolicy(
              fields.text("policyArn"), fields.text("name"), document(fields, "document"));
      case "attach-policy" -> new Change.AttachPolicy(owner(fields), fields.text("policyArn"));
      case "request-quota" ->
          new Change.RequestQuota(
              fields.text("code"),
              fields.text("name"),
              fields.text("current"),
              fields.text("desired"));
      case "enable-region" -> new Change.EnableRegion(fields.text("region"));
      case "set-data-retention" ->
          new Change.SetDataRetention(
              fields.text("region"), fields.text("before"), fields.text("after"));
      case "set-profile-property" ->
          new Change.SetProfileProperty(
              Path.of(fields.text("file")),
              fields.text("section"),
              fields.text("name"),
              fields.text("before"),
              fields.text("after"));
      case "set-env-variable" ->
          new Change.SetEnvVariable(
              Path.of(fields.text("file")),
              fields.text("name"),
              fields.text("before"),
              fields.text("after"));
      default -> {
        fields.problem("kind", "unknown kind of change `" + kind + "`");
        yield new Change.SubmitUseCaseForm(Json.object());
      }
    };
  }

  private static Json.Obj kind(String kind) {
    return Json.object().with("kind", Json.of(kind));
  }

  private static Json.Obj owned(String kind, PolicyOwner owner, String name) {
    return kind(kind)
        .with(
            "owner",
            Json.object()
                .with("kind", Json.of(owner.kind().name().toLowerCase(Locale.ROOT)))
                .with("name", Json.of(owner.name())))
        .with("name", Json.of(name));
  }

  private static PolicyOwner owner(Fields fields) {
    var owner = fields.object("owner");
    if (owner.isEmpty()) {
      fields.problem("owner", "member `owner` is missing");
      return new PolicyOwner(PolicyOwner.Kind.USER, "");
    }
    var kind =
        switch (owner.get().text("kind")) {
          case "user" -> PolicyOwner.Kind.USER;
          case "group" -> PolicyOwner.Kind.GROUP;
          case "role" -> PolicyOwner.Kind.ROLE;
          default -> {
            owner.get().problem("kind", "expected `user`, `group` or `role`");
            yield PolicyOwner.Kind.USER;
          }
        };
    return new PolicyOwner(kind, owner.get().text("name"));
  }

  private static List<Json.Obj> documents(Fields fields) {
    return fields.list("before", value -> value).stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }

  private static Json.Obj document(Fields fields, String name) {
    if (fields.any(name).orElse(Json.ofNull()) instanceof Json.Obj document) {
      return document;
    }
    fields.problem(name, "expected an object");
    return Json.object();
  }
}
