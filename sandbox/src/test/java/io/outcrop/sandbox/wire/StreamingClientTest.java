package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/// The unmodified asynchronous client, which speaks HTTP/2 with prior knowledge.
@Timeout(60)
class StreamingClientTest {
  private static final Fixture FIXTURE = new Fixture();
  private static final BedrockRuntimeAsyncClient CLIENT =
      BedrockRuntimeAsyncClient.builder().applyMutation(FIXTURE.as(Fixture.SESSION)).build();

  @AfterAll
  static void close() {
    CLIENT.close();
    FIXTURE.close();
  }

  @Test
  void chunksArriveInOrder() {
    var events = new ArrayList<Reply.Event>();
    for (var i = 0; i < 300; i++) {
      events.add(chunk("{\"index\":" + i + "}" + " ".repeat(1000)));
    }
    var stream = new Canned(events);
    FIXTURE.answer("InvokeModelWithResponseStream", _ -> new Reply.Events(stream, Map.of()));
    var texts = new CopyOnWriteArrayList<String>();
    var headers = new CopyOnWriteArrayList<String>();
    invoke("anthropic.claude-x-v1:0", texts, headers).join();
    assertThat(texts).hasSize(300);
    assertThat(texts.getLast()).startsWith("{\"index\":299}");
    assertThat(headers).containsExactly("application/json");
    assertThat(stream.closed.getCount()).isZero();
    var call = FIXTURE.lastCall();
    assertThat(call.input().text("modelId")).hasValue("anthropic.claude-x-v1:0");
    assertThat(call.body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void converseStreamsItsEvents() {
    FIXTURE.answer(
        "ConverseStream",
        _ ->
            new Reply.Events(
                new Canned(
                    List.of(
                        event("messageStart", "{\"role\": \"assistant\"}"),
                        event(
                            "contentBlockDelta",
                            "{\"contentBlockIndex\": 0, \"delta\": {\"text\": \"hé\"}}"),
                        event("messageStop", "{\"stopReason\": \"end_turn\"}"),
                        event(
                            "metadata",
                            "{\"usage\": {\"inputTokens\": 1, \"outputTokens\": 2,"
                                + " \"totalTokens\": 3}}"))),
                Map.of()));
    var seen = new CopyOnWriteArrayList<String>();
    converse(seen).join();
    assertThat(seen).containsExactly("assistant", "hé", "end_turn", "3");
    assertThat(FIXTURE.lastCall().input().list("messages")).hasSize(1);
  }

  @Test
  void anExceptionFrameEndsTheStream() {
    FIXTURE.answer(
        "ConverseStream",
        _ ->
            new Reply.Events(
                new Canned(
                    List.of(
                        event("messageStart", "{\"role\": \"assistant\"}"),
                        new Reply.Event(
                            true,
                            "throttlingException",
                            Fixture.json("{\"message\": \"Too many tokens\"}")),
                        event("messageStop", "{\"stopReason\": \"end_turn\"}"))),
                Map.of()));
    var seen = new CopyOnWriteArrayList<String>();
    var failure = catchThrowableOfType(CompletionException.class, () -> converse(seen).join());
    assertThat(failure).hasCauseInstanceOf(ThrottlingException.class);
    assertThat(failure.getCause()).hasMessageContaining("Too many tokens");
    assertThat(seen).containsExactly("assistant");
  }

  @Test
  void aRefusalBeforeTheFirstEventIsAnHttpError() {
    FIXTURE.answer(
        "InvokeModelWithResponseStream",
        _ -> new Reply.Fault(0, "AccessDeniedException", "not today", true));
    var failure =
        catchThrowableOfType(
            CompletionException.class,
            () -> invoke("m", new ArrayList<>(), new ArrayList<>()).join());
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            AccessDeniedException.class,
            denied -> {
              assertThat(denied.statusCode()).isEqualTo(403);
              assertThat(denied.awsErrorDetails().errorMessage()).isEqualTo("not today");
              assertThat(denied.requestId()).isEqualTo(FIXTURE.lastCall().requestId());
            });
  }

  @Test
  void aStreamThatFailsEndsInAnInternalError() {
    FIXTURE.answer(
        "ConverseStream",
        _ ->
            new Reply.Events(
                new Failing(event("messageStart", "{\"role\": \"assistant\"}")), Map.of()));
    var seen = new CopyOnWriteArrayList<String>();
    var failure = catchThrowableOfType(CompletionException.class, () -> converse(seen).join());
    assertThat(failure.getCause()).hasMessageContaining("unexpected error");
    assertThat(seen).containsExactly("assistant");
  }

  @Test
  void aClientThatLeavesClosesTheStream() throws InterruptedException {
    var endless = new Endless();
    FIXTURE.answer("InvokeModelWithResponseStream", _ -> new Reply.Events(endless, Map.of()));
    var running = invoke("m", new CopyOnWriteArrayList<>(), new ArrayList<>());
    assertThat(endless.started.await(20, TimeUnit.SECONDS)).isTrue();
    running.cancel(true);
    assertThat(endless.closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static CompletableFuture<Void> invoke(
      String model, List<String> texts, List<String> contentTypes) {
    return CLIENT.invokeModelWithResponseStream(
        request -> request.modelId(model).body(SdkBytes.fromUtf8String("{\"a\":1}")),
        InvokeModelWithResponseStreamResponseHandler.builder()
            .onResponse(response -> contentTypes.add(response.contentType()))
            .subscriber(
                InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                    .onChunk(part -> texts.add(part.bytes().asUtf8String()))
                    .build())
            .build());
  }

  private static CompletableFuture<Void> converse(List<String> seen) {
    return CLIENT.converseStream(
        request ->
            request
                .modelId("m")
                .messages(
                    Message.builder().role("user").content(ContentBlock.fromText("hello")).build()),
        ConverseStreamResponseHandler.builder()
            .subscriber(
                ConverseStreamResponseHandler.Visitor.builder()
                    .onMessageStart(event -> seen.add(event.roleAsString()))
                    .onContentBlockDelta(event -> seen.add(event.delta().text()))
                    .onMessageStop(event -> seen.add(event.stopReasonAsString()))
                    .onMetadata(event -> seen.add(event.usage().totalTokens().toString()))
                    .build())
            .build());
  }

  private static Reply.Event event(String type, String payload) {
    return new Reply.Event(false, type, Fixture.json(payload));
  }

  private static Reply.Event chunk(String text) {
    var bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return new Reply.Event(
        false, "chunk", Json.object().with("bytes", Json.of(bytes)).with("p", Json.of("abcdefgh")));
  }

  private static final class Canned implements Reply.Stream {
    private final Iterator<Reply.Event> events;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Canned(List<Reply.Event> events) {
      this.events = events.iterator();
    }

    @Override
    public boolean hasNext() {
      return events.hasNext();
    }

    @Override
    public Reply.Event next() {
      return events.next();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /// One event, then a failure.
  private static final class Failing implements Reply.Stream {
    private final Reply.Event first;
    private boolean given;

    private Failing(Reply.Event first) {
      this.first = first;
    }

    @Override
    public boolean hasNext() {
      if (given) {
        throw new IllegalStateException("on purpose");
      }
      return true;
    }

    @Override
    public Reply.Event next() {
      given = true;
      return first;
    }

    @Override
    public void close() {}
  }

  private static final class Endless implements Reply.Stream {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Reply.Event next() {
      started.countDown();
      return chunk("{}");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
