package io.outcrop.grants.form;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// Puts policies in place with the AWS CLI.
final class CliCommands {
  private final Handover handover;
  private final Shell shell;

  CliCommands(Handover handover, Shell shell) {
    this.handover = handover;
    this.shell = shell;
  }

  Rendering rendering() {
    var does = Forms.does(handover);
    var text = new StringBuilder(shell.head(does));
    var undo = new ArrayList<String>();
    for (var document : handover.documents()) {
      text.append('\n').append(put(document)).append('\n');
      switch (handover.target()) {
        case Target.Unattached() -> {}
        case Target.Attached(var holder) ->
            text.append(policyCommand("attach", holder, handover.arn(document))).append('\n');
        case Target.Inline _ -> {}
      }
      undo.addAll(undo(document));
    }
    return new Rendering.Rendered(text.toString(), does, String.join("\n", undo) + "\n");
  }

  private String put(NamedDocument document) {
    var words = new ArrayList<String>();
    words.add("iam");
    switch (handover.target()) {
      case Target.Unattached _, Target.Attached _ ->
          words.addAll(List.of("create-policy", "--policy-name", document.name()));
      case Target.Inline(var holder) ->
          words.addAll(
              List.of(
                  "put-" + holder.kind().word() + "-policy",
                  "--" + holder.kind().word() + "-name",
                  holder.name(),
                  "--policy-name",
                  document.name()));
    }
    return shell.withDocument(words, JsonWriter.pretty(document.document()));
  }

  /// Both shells undo with the same words: none of them needs more than plain quoting.
  private List<String> undo(NamedDocument document) {
    return switch (handover.target()) {
      case Target.Unattached() -> List.of(delete(document));
      case Target.Attached(var holder) ->
          List.of(policyCommand("detach", holder, handover.arn(document)), delete(document));
      case Target.Inline(var holder) ->
          List.of(
              shell.command(
                  List.of(
                      "aws",
                      "iam",
                      "delete-" + holder.kind().word() + "-policy",
                      "--" + holder.kind().word() + "-name",
                      holder.name(),
                      "--policy-name",
                      document.name())));
    };
  }

  private String policyCommand(String verb, Holder holder, String arn) {
    return shell.command(
        List.of(
            verb.equals("attach") ? shell.program() : "aws",
            "iam",
            verb + "-" + holder.kind().word() + "-policy",
            "--" + holder.kind().word() + "-name",
            holder.name(),
            "--policy-arn",
            arn));
  }

  private String delete(NamedDocument document) {
    return shell.command(
        List.of("aws", "iam", "delete-policy", "--policy-arn", handover.arn(document)));
  }
}
