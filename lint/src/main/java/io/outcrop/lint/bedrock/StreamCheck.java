package io.outcrop.lint.bedrock;

import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.List;

/// The streaming twin of an action, forgotten.
final class StreamCheck implements Check {
  private static final String PLAIN = "bedrock:InvokeModel";
  private static final String STREAM = "bedrock:InvokeModelWithResponseStream";

  @Override
  public void check(Subject subject, Findings findings) {
    var allowing = subject.allowing().toList();
    var denying = subject.statements().stream().filter(StatementView::denies).toList();
    twin(
        "bedrock-stream-forgotten",
        "answers may be streamed from then on",
        allowing,
        subject,
        findings);
    twin(
        "bedrock-stream-not-denied",
        "streamed answers are denied from then on",
        denying,
        subject,
        findings);
  }

  private static void twin(
      String slug,
      String changes,
      List<StatementView> statements,
      Subject subject,
      Findings findings) {
    if (statements.stream().anyMatch(one -> subject.isAbout(one, STREAM))) {
      return;
    }
    for (var statement : statements) {
      for (var text : statement.actions()) {
        if (text.value().equalsIgnoreCase(PLAIN)) {
          fix(findings.add(slug, text.place()), text, changes);
        }
      }
    }
  }

  private static void fix(Findings.Reported reported, Text text, String changes) {
    var pointer = text.place().pointer();
    var step =
        text.siblings() == 0
            ? Steps.replace(pointer, Json.ofTexts(List.of(text.value(), STREAM)))
            : Steps.add(pointer.substring(0, pointer.lastIndexOf('/')) + "/-", Json.of(STREAM));
    reported.fix("add `" + STREAM + "`", Certainty.LIKELY, changes, step);
  }
}
