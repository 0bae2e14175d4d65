package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.BedrockRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Streams through the SDK's own event stream, over HTTP/2.
final class StreamTest {
  private static final String ID = "11111111-2222-3333-4444-555555555555";

  @Test
  void chunksComeInOrderAndAreCounted() {
    var payloads = IntStream.range(0, 100).mapToObj(i -> "{\"i\":" + i + "}").toList();
    try (var aws = new StreamingAws(payloads.stream().map(StreamingAws::chunk).toList(), true);
        var account = account(aws);
        var chunks = open(account)) {
      assertThat(drain(chunks)).isEqualTo(payloads);
      assertThat(chunks.end()).isEqualTo(new Answer.Succeeded<>(100, ID));
    }
  }

  @Test
  void anExceptionWithinTheStreamEndsIt() {
    var frames =
        List.of(
            StreamingAws.chunk("{\"i\":0}"),
            StreamingAws.exception("throttlingException", "Too many tokens"));
    try (var aws = new StreamingAws(frames, true);
        var account = account(aws);
        var chunks = open(account)) {
      assertThat(drain(chunks)).containsExactly("{\"i\":0}");
      assertThat(chunks.end())
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused ->
                  assertThat(refused.error())
                      .isEqualTo(new AwsError(0, "ThrottlingException", "Too many tokens", ID)));
    }
  }

  @Test
  void closingCancelsTheCall() throws InterruptedException {
    try (var aws = new StreamingAws(List.of(StreamingAws.chunk("{}")), false);
        var account = account(aws)) {
      try (var chunks = open(account)) {
        assertThat(chunks.next()).isEqualTo("{}");
      }
      assertThat(aws.wasCancelled()).isTrue();
    }
  }

  @Test
  void aSlowReaderHoldsTheSenderBack() {
    var big = "x".repeat(50_000);
    var frames = IntStream.range(0, 400).mapToObj(i -> StreamingAws.chunk(big)).toList();
    try (var aws = new StreamingAws(frames, true);
        var account = account(aws);
        var chunks = open(account)) {
      for (var i = 0; i < 5; i++) {
        assertThat(chunks.next()).hasSize(big.length());
      }
      assertThat(aws.sent()).isLessThan(frames.size());
      assertThat(drain(chunks)).hasSize(395);
    }
  }

  private static AwsAccount account(StreamingAws aws) {
    return RecordedAws.account(
        RecordedAws.client(Path.of("/nonexistent")),
        RecordedAws.KEYS,
        aws.endpoint(),
        Duration.ofSeconds(60));
  }

  private static BedrockRuntime.Chunks open(AwsAccount account) {
    if (account.runtime().stream("m", "{}")
        instanceof Answer.Succeeded<BedrockRuntime.Chunks>(var chunks, var id)) {
      assertThat(id).isEqualTo(ID);
      return chunks;
    }
    throw new AssertionError("the stream did not open");
  }

  private static List<String> drain(BedrockRuntime.Chunks chunks) {
    var all = new ArrayList<String>();
    chunks.forEachRemaining(all::add);
    return all;
  }
}
