package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.access.plan.Plan;
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
import java.util.Optional;

/// One step as somebody would do it by other means: AWS CLI for sh and PowerShell, CloudFormation,
/// SAM, Terraform, or the policy alone.
final class ChangeForms {
  private ChangeForms() {}

  /// The lines of `step` in `form`; a line that says why not, where it has no such form.
  static String of(Plan.Step step, Form form, String principal) {
    return policy(step.change())
        .map(one -> rendered(form, handover(one, principal)))
        .orElseGet(() -> other(step, form));
  }

  /// A policy with its place, where the step is one.
  private record Placed(Target target, NamedDocument document) {}

  private static Optional<Placed> policy(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var _, var after) ->
          Optional.of(new Placed(new Target.Inline(holder(owner)), new NamedDocument(name, after)));
      case Change.CreatePolicy(var _, var name, var document) ->
          Optional.of(new Placed(new Target.Unattached(), new NamedDocument(name, document)));
      case Change.DeleteInlinePolicy _,
          Change.ReplaceManagedPolicy _,
          Change.ReplaceEndpointPolicy _,
          Change.DetachPolicy _,
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

  private static Handover handover(Placed placed, String principal) {
    var arn = Arn.parse(principal);
    return new Handover(
        List.of(placed.document()),
        placed.target(),
        arn.map(Arn::partition).orElse("aws"),
        arn.map(Arn::account).filter(one -> !one.isEmpty()).orElse(NamedDocument.ACCOUNT));
  }

  private static String rendered(Form form, Handover handover) {
    return switch (Forms.render(form, handover)) {
      case Rendering.Rendered(var text, var _, var _) -> text;
      case Rendering.NotPossible(var why, var _) -> "# " + why + "\n";
    };
  }

  private static String other(Plan.Step step, Form form) {
    return switch (form) {
      case SH -> String.join("\n", step.commands()) + "\n";
      case POWERSHELL -> powerShell(step.commands());
      case JSON -> document(step.change()).map(one -> JsonWriter.pretty(one) + "\n").orElse("");
      case CLOUDFORMATION, SAM, TERRAFORM ->
          "# a change of what is there already is made where it is written: "
              + step.title()
              + document(step.change()).map(one -> "\n" + JsonWriter.pretty(one)).orElse("")
              + "\n";
    };
  }

  private static Optional<Json.Obj> document(Change change) {
    return switch (change) {
      case Change.ReplaceManagedPolicy replace -> Optional.of(replace.after());
      case Change.ReplaceEndpointPolicy replace -> Optional.of(replace.after());
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.CreatePolicy _,
          Change.DetachPolicy _,
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

  /// In PowerShell's single quotes a quote is doubled, and a double quote inside an argument of a
  /// program needs a backslash before version 7.3.
  private static String powerShell(List<String> commands) {
    var lines = new StringBuilder();
    for (var command : commands) {
      lines.append(
          command.contains("'{") ? command.replace("'\\''", "''").replace("\"", "\\\"") : command);
      lines.append('\n');
    }
    return lines.toString();
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
}
