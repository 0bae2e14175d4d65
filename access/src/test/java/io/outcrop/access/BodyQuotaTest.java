package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Scope;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A body that wants more tokens back than a quota has: foretold, and what AWS then says of it.
final class BodyQuotaTest {
  @TempDir Path folder;

  /// @param quota applied tokens per minute of `us.anthropic.claude-sonnet-5-5`, of which AWS gives
  ///   6,000,000
  private Examination examine(long quota, ClientCall call, Json.Obj body, Probing probing) {
    InWorld.write(
        folder.resolve("world"),
        """
        formatVersion: 1
        name: little
        summary: An account with a quota of its own
        extends: application
        accounts:
          "111122223333":
            bedrock:
              quotas:
                applied: {us-east-1: {L-8DBF1BF4: %d}}
        """
            .formatted(quota));
    try (var world =
        InWorld.at(folder.resolve("world"), () -> Instant.parse("2026-11-20T09:00:00Z"))) {
      return InWorld.doctor()
          .examine(world.request().within(Scope.ALL.of(call)).withBody(body).probing(probing));
    }
  }

  private static Json.Obj invocation(long maxTokens) {
    return Json.object()
        .with("anthropic_version", Json.of("bedrock-2023-05-31"))
        .with("max_tokens", Json.of(maxTokens))
        .with("messages", messages(Json.of("Hi")));
  }

  private static Json.Obj conversation(long maxTokens) {
    return Json.object()
        .with("messages", messages(Json.array(List.of(Json.object().with("text", Json.of("Hi"))))))
        .with("inferenceConfig", Json.object().with("maxTokens", Json.of(maxTokens)));
  }

  private static Json messages(Json content) {
    return Json.array(
        List.of(Json.object().with("role", Json.of("user")).with("content", content)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Probing.class,
      names = {"FREE", "PAID"})
  void isForetoldAndIsWhatAwsSays(Probing probing) {
    var examination = examine(50_000, ClientCall.INVOKE, invocation(60_000), probing);

    assertThat(Mending.causes(examination)).containsExactly("throttle-quota-zero-or-low");
    assertThat(examination.findings().getFirst().sentence())
        .contains("60,000 tokens back")
        .contains("50,000 tokens per minute (AWS's default: 6,000,000)");
    assertThat(examination.findings().getFirst().cures())
        .first()
        .satisfies(cure -> assertThat(cure.title()).contains("fit into 50000"));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 4096, throttle-quota-zero-or-low",
    "1000000, 2000000, throttle-tokens-per-minute"
  })
  void aConversationToo(long quota, long maxTokens, String cause) {
    assertThat(
            Mending.causes(
                examine(quota, ClientCall.CONVERSE, conversation(maxTokens), Probing.FREE)))
        .containsExactly(cause);
  }

  @Test
  void whatFitsIsNoFinding() {
    assertThat(examine(1_000, ClientCall.INVOKE, invocation(900), Probing.FREE).status())
        .isEqualTo(Status.HEALTHY);
  }
}
