package io.outcrop.access.steward;

import io.outcrop.access.change.Change;
import io.outcrop.access.change.ChangeTitle;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.form.Form;
import io.outcrop.grants.form.Forms;
import io.outcrop.grants.form.Handover;
import io.outcrop.grants.form.Rendering;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;

/// A change as it is written into the source of what it is about.
public final class SourceChange {
  private SourceChange() {}

  /// The lines for `steward`'s source.
  ///
  /// @param principal the ARN of who makes the call, which names account and partition
  public static String of(Steward steward, Change change, String principal) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          before.isEmpty()
              ? added(steward, new Target.Inline(holder(owner)), named(name, after), principal)
              : document(steward, "policy `" + name + "`", after);
      case Change.ReplaceManagedPolicy(var arn, var _, var after) ->
          document(steward, "policy `" + last(arn) + "`", after);
      case Change.ReplaceEndpointPolicy(var id, var _, var _, var after) ->
          document(steward, "policy document of VPC endpoint `" + id + "`", after);
      case Change.DeleteInlinePolicy delete ->
          "take policy `%s` out of %s\n".formatted(delete.name(), steward.words());
      case Change.DetachPolicy detach ->
          "take `%s` off the policies that %s attaches\n"
              .formatted(detach.policyArn(), steward.words());
      case Change.AttachPolicy attach ->
          "add `%s` to the policies that %s attaches\n"
              .formatted(attach.policyArn(), steward.words());
      case Change.CreatePolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          ChangeTitle.of(change) + "\n";
    };
  }

  private static String added(
      Steward steward, Target.Inline target, NamedDocument document, String principal) {
    return switch (steward) {
      case Steward.Stack(var _, var _, var tool) when tool.equals("SAM") ->
          rendered(Form.SAM, target, document, principal);
      case Steward.Stack _ -> rendered(Form.CLOUDFORMATION, target, document, principal);
      case Steward.Marked(var tool, var _)
          when tool.equals("Terraform") || tool.equals("OpenTofu") ->
          rendered(Form.TERRAFORM, target, document, principal);
      case Steward.Marked(var tool, var _) when tool.equals("CloudFormation") ->
          rendered(Form.CLOUDFORMATION, target, document, principal);
      case Steward.IdentityCenter(var set) -> permissionSet(set, document.document());
      case Steward.Marked _, Steward.Service _ ->
          document(steward, "a new policy `" + document.name() + "`", document.document());
    };
  }

  private static String rendered(
      Form form, Target.Inline target, NamedDocument document, String principal) {
    var arn = Arn.parse(principal);
    var handover =
        new Handover(
            List.of(document),
            target,
            arn.map(Arn::partition).orElse("aws"),
            arn.map(Arn::account).filter(one -> !one.isEmpty()).orElse(NamedDocument.ACCOUNT));
    return switch (Forms.render(form, handover)) {
      case Rendering.Rendered(var text, var _, var _) -> text;
      case Rendering.NotPossible(var why, var _) ->
          "# not as "
              + form.word()
              + ": "
              + why
              + "\n"
              + JsonWriter.pretty(document.document())
              + "\n";
    };
  }

  private static String document(Steward steward, String what, Json.Obj document) {
    return "%s in %s has to say:\n%s\n"
        .formatted(what, steward.words(), JsonWriter.pretty(document));
  }

  /// A permission set has one inline policy; putting one replaces it. Source: IAM Identity Center
  /// API Reference, `PutInlinePolicyToPermissionSet`, `ProvisionPermissionSet`, read 2026-11.
  private static String permissionSet(String set, Json.Obj document) {
    return """
    # as whoever administers IAM Identity Center; the permission set is `%s`.
    # It has one inline policy, which this replaces: see first that nothing of what it holds is lost.
    instance=$(aws sso-admin list-instances --query 'Instances[0].InstanceArn' --output text)
    set=$(for one in $(aws sso-admin list-permission-sets --instance-arn "$instance" --query 'PermissionSets[]' --output text); do
      aws sso-admin describe-permission-set --instance-arn "$instance" --permission-set-arn "$one" \\
        --query 'PermissionSet.[Name,PermissionSetArn]' --output text
    done | awk -F '\\t' '$1 == "%s" { print $2 }')
    aws sso-admin get-inline-policy-for-permission-set --instance-arn "$instance" --permission-set-arn "$set"
    aws sso-admin put-inline-policy-to-permission-set --instance-arn "$instance" --permission-set-arn "$set" \\
      --inline-policy '%s'
    aws sso-admin provision-permission-set --instance-arn "$instance" --permission-set-arn "$set" \\
      --target-type ALL_PROVISIONED_ACCOUNTS
    """
        .formatted(set, set, JsonWriter.compact(document).replace("'", "'\\''"));
  }

  private static NamedDocument named(String name, Json.Obj document) {
    return new NamedDocument(name, document);
  }

  private static Holder holder(PolicyOwner owner) {
    return new Holder(
        switch (owner.kind()) {
          case USER -> Holder.Kind.USER;
          case GROUP -> Holder.Kind.GROUP;
          case ROLE -> Holder.Kind.ROLE;
        },
        owner.name());
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf("/") + 1);
  }
}
