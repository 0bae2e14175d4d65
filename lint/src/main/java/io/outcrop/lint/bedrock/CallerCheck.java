package io.outcrop.lint.bedrock;

import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;

/// API keys: each of Bedrock's two services has its own action for calls with one.
final class CallerCheck implements Check {
  private static final String RUNTIME = "bedrock:CallWithBearerToken";
  private static final String MANTLE = "bedrock-mantle:CallWithBearerToken";

  @Override
  public void check(Subject subject, Findings findings) {
    half(RUNTIME, MANTLE, "bedrock-mantle:CreateInference", subject, findings);
    half(MANTLE, RUNTIME, "bedrock:InvokeModel", subject, findings);
  }

  private static void half(
      String here, String there, String call, Subject subject, Findings findings) {
    if (!isAllowed(there, subject) && isAllowed(call, subject)) {
      subject
          .allowing()
          .flatMap(statement -> statement.actions().stream())
          .filter(text -> text.value().equalsIgnoreCase(here))
          .findFirst()
          .ifPresent(text -> {
            var reported =
                findings.add(
                    "bedrock-key-for-one-service",
                    text.place(),
                    "action",
                    here,
                    "missing",
                    there,
                    "call",
                    call);
            var pointer = text.place().pointer();
            if (text.siblings() > 0) {
              reported.fix(
                  "add `" + there + "`",
                  Certainty.LIKELY,
                  "`" + call + "` may be called with an API key from then on",
                  Steps.add(pointer.substring(0, pointer.lastIndexOf('/')) + "/-", Json.of(there)));
            }
          });
    }
  }

  private static boolean isAllowed(String action, Subject subject) {
    return subject.allowing().anyMatch(statement -> subject.isAbout(statement, action));
  }
}
