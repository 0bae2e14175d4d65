package io.outcrop.report.policy;

import io.outcrop.iam.edit.DocumentEdit;
import io.outcrop.iam.edit.DocumentEdit.Target;
import io.outcrop.iam.edit.EditAnswer;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.edit.EditAnswer.Loose;
import io.outcrop.json.Json;
import java.util.List;

/// What would flip a decision, for a program.
final class EditJson {
  private final Whereabouts whereabouts;

  EditJson(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /// @param allowed whether the request is allowed as it is
  Json of(EditAnswer answer, boolean allowed) {
    var json = Json.object().with("to", Json.of(allowed ? "denied" : "allowed"));
    return switch (answer) {
      case EditAnswer.AlreadyAllowed _, EditAnswer.AlreadyDenied _ ->
          whole(json, "none-needed", List.of(), List.of(), 0);
      case EditAnswer.Found(var edits, var tried) -> whole(json, "found", edits, List.of(), tried);
      case EditAnswer.SomeoneElse(var asks, var own, var tried) ->
          whole(json, "someone-else", own, asks, tried);
      case EditAnswer.DependsOnUnknown(var unknown, var edits) ->
          whole(json, "depends-on-unknown", edits, List.of(), 0)
              .with("unknown", Json.ofTexts(unknown));
      case EditAnswer.NotFound(var why, var closest) ->
          whole(json, "not-found", List.of(), List.of(), 0)
              .with("why", Json.of(why))
              .with("closest", Json.array(closest.stream().map(this::loose).toList()));
    };
  }

  private Json.Obj whole(
      Json.Obj json, String answer, List<DocumentEdit> own, List<Ask> asks, int tried) {
    return json.with("answer", Json.of(answer))
        .with("edits", Json.array(own.stream().map(this::edit).toList()))
        .with(
            "asks",
            Json.array(
                asks.stream()
                    .map(ask -> (Json) edit(ask.edit()).with("who", Json.of(ask.who())))
                    .toList()))
        .with("tried", Json.of(tried))
        .with("unknown", Json.array(List.of()))
        .with("why", Json.of(""))
        .with("closest", Json.array(List.of()));
  }

  private Json.Obj edit(DocumentEdit edit) {
    var target =
        switch (edit.target()) {
          case Target.Existing(var policy, var level) ->
              Json.object()
                  .with("isNew", Json.of(false))
                  .with("policy", Json.of(policy.name()))
                  .with("attachedTo", Json.of(policy.attachedTo()))
                  .with("level", Json.of(level))
                  .with("file", Json.of(whereabouts.file(edit.layer(), policy).orElse("")));
          case Target.New(var description) ->
              Json.object()
                  .with("isNew", Json.of(true))
                  .with("policy", Json.of(description))
                  .with("attachedTo", Json.of(""))
                  .with("level", Json.of(""))
                  .with("file", Json.of(""));
        };
    return target
        .with("layer", Json.of(edit.layer().id()))
        .with("words", Json.of(edit.words()))
        .with("patch", edit.patch().toJson())
        .with("document", edit.document().source())
        .with("diff", Json.of(EditText.diff(edit).unified("before", "after")));
  }

  private Json loose(Loose loose) {
    return Json.object()
        .with("edits", Json.array(loose.edits().stream().map(this::edit).toList()))
        .with("example", DecisionJson.request(loose.example()))
        .with("others", Json.of(loose.others()));
  }
}
