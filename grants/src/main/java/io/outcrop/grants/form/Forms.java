package io.outcrop.grants.form;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.JsonWriter;
import java.util.stream.Collectors;

/// Writes policies in forms. Stateless and safe for many threads; the same handover gives the same
/// text.
public final class Forms {
  private Forms() {}

  /// `handover` in `form`.
  public static Rendering render(Form form, Handover handover) {
    return switch (form) {
      case JSON -> json(handover);
      case SH -> commands(handover, new PosixShell());
      case POWERSHELL -> commands(handover, new PowerShell());
      case CLOUDFORMATION, SAM -> template(form, handover);
      case TERRAFORM -> Terraform.of(handover);
    };
  }

  private static Rendering json(Handover handover) {
    return new Rendering.Rendered(
        handover.documents().stream()
            .map(document -> JsonWriter.pretty(document.document()) + "\n")
            .collect(Collectors.joining()),
        "nothing by itself: "
            + (handover.documents().size() == 1 ? "this is the policy" : "these are the policies"),
        "");
  }

  private static Rendering template(Form form, Handover handover) {
    if (handover.documents().stream().anyMatch(one -> Yaml.isMisread(one.document()))) {
      return new Rendering.NotPossible(
          "CloudFormation would resolve the `{{resolve:…}}` in the policy", "sh or powershell");
    }
    return form == Form.SAM ? Sam.of(handover) : CloudFormation.of(handover);
  }

  private static Rendering commands(Handover handover, Shell shell) {
    return handover.lacksAccount()
        ? new Rendering.NotPossible(
            "the account is not named: IAM would take `"
                + NamedDocument.ACCOUNT
                + "` as it stands, and the policy would allow nothing",
            "name the account, or take a form that fills it in: cloudformation, sam, terraform")
        : new CliCommands(handover, shell).rendering();
  }

  /// What putting the policies in place does, in words.
  static String does(Handover handover) {
    var many = handover.documents().size();
    var names =
        handover.documents().stream()
            .map(document -> "`" + document.name() + "`")
            .collect(Collectors.joining(", "));
    var managed = "creates the managed " + (many == 1 ? "policy " : "policies ") + names;
    return switch (handover.target()) {
      case Target.Unattached() -> managed + "; nobody has " + (many == 1 ? "it" : "them") + " yet";
      case Target.Attached(var holder) ->
          managed + " and attaches " + (many == 1 ? "it" : "them") + " to " + holder;
      case Target.Inline(var holder) ->
          "puts the inline "
              + (many == 1 ? "policy " : "policies ")
              + names
              + " on "
              + holder
              + ", over what "
              + (many == 1 ? "has its name" : "have their names");
    };
  }

  /// `user`, `role`, `group` with a capital letter.
  static String capital(Holder.Kind kind) {
    var word = kind.word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
