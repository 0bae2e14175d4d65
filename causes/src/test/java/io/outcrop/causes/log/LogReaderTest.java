package io.outcrop.causes.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.models.ModelCatalogue;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LogReaderTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  private static final String DENIED =
      "User: arn:aws:iam::111122223333:user/alice is not authorized to perform:"
          + " bedrock:InvokeModel on resource:"
          + " arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
          + " because no identity-based policy allows the bedrock:InvokeModel action";

  @Test
  void eventsOfCloudTrailAreCountedByCauseAndSubject() {
    var events =
        "{\"Records\": ["
            + event("2026-11-20T12:30:00Z", "AccessDenied", DENIED)
            + ","
            + event("2026-11-20T12:00:00Z", "AccessDenied", DENIED)
            + ",\n"
            + event("2026-11-20T12:10:00Z", "AccessDenied", DENIED.replace("alice", "bob"))
            + ",{\"eventName\":\"InvokeModel\",\"eventTime\":\"2026-11-20T12:00:00Z\"}]}";
    var summary = read(events);
    assertThat(summary.records()).isEqualTo(4);
    assertThat(summary.failures()).isEqualTo(3);
    assertThat(summary.eventsOnly()).isTrue();
    assertThat(summary.groups()).extracting(FailureGroup::count).containsExactly(2, 1);
    var most = summary.groups().getFirst();
    assertThat(most.diagnosis().cause().slug()).isEqualTo("iam-no-identity-policy-allow");
    assertThat(most.first()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(most.last()).isEqualTo("2026-11-20T12:30:00Z");
    for (var span : most.diagnosis().because()) {
      assertThat(events.substring(span.start(), span.end())).isEqualTo(span.text());
    }
  }

  @Test
  void linesOfJsonAreEvents() {
    var lines =
        event("2026-11-20T12:00:00Z", "AccessDenied", DENIED)
            + "\n"
            + event("2026-11-20T12:01:00Z", "AccessDenied", DENIED)
            + "\n{\"level\":\"info\",\"msg\":\"done\"}\n";
    var summary = read(lines);
    assertThat(summary.records()).isEqualTo(3);
    assertThat(summary.failures()).isEqualTo(2);
    assertThat(summary.groups()).extracting(FailureGroup::count).containsExactly(2);
  }

  @Test
  void anEntryOfALogGoesOnUntilTheNextDate() {
    var log =
        "2026-11-20 12:00:00,001 INFO started\n"
            + "2026-11-20 12:00:01,001 ERROR call failed\n"
            + "Traceback (most recent call last):\n"
            + "botocore.errorfactory.AccessDeniedException: An error occurred"
            + " (AccessDeniedException) when calling the InvokeModel operation: "
            + DENIED
            + "\n"
            + "2026-11-20 12:00:02,001 ERROR An error occurred (AccessDeniedException) when calling"
            + " the InvokeModel operation: "
            + DENIED
            + "\n2026-11-20 12:00:03,001 ERROR Unable to locate credentials\n";
    var summary = read(log);
    assertThat(summary.records()).isEqualTo(4);
    assertThat(summary.failures()).isEqualTo(3);
    assertThat(summary.eventsOnly()).isFalse();
    assertThat(summary.groups())
        .extracting(group -> group.diagnosis().cause().slug())
        .containsExactly("iam-no-identity-policy-allow", "no-credentials");
    assertThat(summary.groups().getFirst().first()).isEqualTo("2026-11-20 12:00:01,001");
    assertThat(summary.groups().getFirst().last()).isEqualTo("2026-11-20 12:00:02,001");
  }

  @Test
  void whatIsNoLogIsNone() {
    assertThat(read("")).isEqualTo(LogSummary.NONE);
    assertThat(read("An error occurred (AccessDeniedException): " + DENIED))
        .isEqualTo(LogSummary.NONE);
    assertThat(read("{\"Message\":\"" + DENIED + "\"}")).isEqualTo(LogSummary.NONE);
    assertThat(read("2026-11-20 12:00:00 one line")).isEqualTo(LogSummary.NONE);
    assertThat(read("{\"Records\": [").records()).isZero();
    assertThat(read("{\"Records\": [{\"a\": \"}").records()).isZero();
  }

  @Test
  void aLogOfTenMegabytesIsReadInTime() {
    var line =
        "2026-11-20 12:00:00,001 ERROR [worker] An error occurred (ThrottlingException) when"
            + " calling the Converse operation: Too many requests, please wait before trying"
            + " again.\n";
    var log = line.repeat(10_000_000 / line.length());
    var summary = Assertions.assertTimeout(Duration.ofSeconds(20), () -> read(log));
    assertThat(summary.failures()).isEqualTo(10_000_000 / line.length());
    assertThat(summary.groups()).hasSize(1);
  }

  private static LogSummary read(String text) {
    return LogReader.read(text, EXPLAINER, ExplanationContext.none());
  }

  private static String event(String time, String code, String message) {
    return ("{\"eventTime\":\"%s\",\"eventSource\":\"bedrock.amazonaws.com\","
            + "\"eventName\":\"InvokeModel\",\"awsRegion\":\"us-east-1\",\"errorCode\":\"%s\","
            + "\"errorMessage\":\"%s\"}")
        .formatted(time, code, message);
  }
}
