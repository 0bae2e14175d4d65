package io.outcrop.cloud.call;

import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.sdk.Failures;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/// The SDK's pushed events as a stream that is pulled. At most [#AHEAD] chunks wait to be pulled:
/// one more is asked for when one is taken, so the reader's pace is the sender's. One thread reads;
/// any may close.
final class PulledChunks implements BedrockRuntime.Chunks {
  private static final int AHEAD = 16;

  private sealed interface Signal {
    record Opened(String requestId) implements Signal {}

    record Chunk(String payload) implements Signal {}

    record Ended() implements Signal {}

    record Failed(Throwable thrown) implements Signal {}
  }

  private final Failures failures;
  private final Duration timeout;
  private final long deadlineNanos;
  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile @Nullable Subscription subscription;
  private volatile @Nullable CompletableFuture<Void> call;
  private volatile boolean closed;
  private volatile boolean open;
  private String requestId = "";
  private int count;
  private @Nullable String next;
  private volatile @Nullable Answer<Integer> end;

  PulledChunks(Failures failures, Duration timeout) {
    this.failures = failures;
    this.timeout = timeout;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  InvokeModelWithResponseStreamResponseHandler handler() {
    return InvokeModelWithResponseStreamResponseHandler.builder()
        .onResponse(this::open)
        .onError(this::broken)
        .onEventStream(publisher -> publisher.subscribe(new Receiver()))
        .build();
  }

  private void open(InvokeModelWithResponseStreamResponse response) {
    open = true;
    signals.add(new Signal.Opened(id(response)));
  }

  /// The SDK would make the call again, also when part of the answer has been handed out.
  private void broken(Throwable thrown) {
    if (open) {
      signals.add(new Signal.Failed(thrown));
      closed = true;
      var running = call;
      if (running != null) {
        running.cancel(true);
      }
    }
  }

  void follow(CompletableFuture<Void> running) {
    call = running;
    var _ =
        running.whenComplete((_, thrown) ->
            signals.add(thrown == null ? new Signal.Ended() : new Signal.Failed(thrown)));
    if (closed) {
      running.cancel(true);
    }
  }

  /// Waits for the answer's head.
  Answer<BedrockRuntime.Chunks> opened() {
    var first = take();
    if (first instanceof Signal.Opened(String id)) {
      requestId = id;
      return new Answer.Succeeded<>(this, id);
    }
    close();
    return switch (end) {
      case null -> failures.unreachable(Answer.Stage.ANSWER, "the stream ended before it began");
      case Answer.Succeeded<Integer> _ ->
          failures.unreachable(Answer.Stage.ANSWER, "the stream ended before it began");
      case Answer<Integer> failed -> failed.map(_ -> this);
    };
  }

  @Override
  public boolean hasNext() {
    while (next == null && end == null) {
      if (take() instanceof Signal.Chunk(String payload)) {
        next = payload;
        count++;
        var source = subscription;
        if (source != null) {
          source.request(1);
        }
      }
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("the stream is over");
    }
    var payload = next;
    next = null;
    return payload;
  }

  @Override
  public Answer<Integer> end() {
    var answer = end;
    return answer == null
        ? failures.unreachable(Answer.Stage.ANSWER, "the stream has not been read to its end")
        : answer;
  }

  @Override
  public void close() {
    closed = true;
    var source = subscription;
    if (source != null) {
      source.cancel();
    }
    var running = call;
    if (running != null && !running.isDone()) {
      running.cancel(true);
    }
    if (end == null) {
      end = failures.cancelled();
    }
  }

  /// The next signal; null once the end is known, which this notes.
  private @Nullable Signal take() {
    try {
      var signal =
          signals.poll(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
      switch (signal) {
        case null -> {
          end = failures.late(timeout);
          close();
        }
        case Signal.Ended _ -> end = new Answer.Succeeded<>(count, requestId);
        case Signal.Failed(Throwable thrown) -> end = ended(failures.answer(thrown));
        case Signal.Opened _, Signal.Chunk _ -> {
          return signal;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      end = failures.cancelled();
      close();
    }
    return null;
  }

  /// An exception that comes within a stream has no HTTP status: the stream's own was 200.
  private Answer<Integer> ended(Answer<Integer> answer) {
    return !requestId.isEmpty()
            && answer instanceof Answer.Refused<Integer>(var by, var error, var text)
        ? new Answer.Refused<>(
            by,
            new AwsError(0, Bodies.exceptionName(error.code()), error.message(), requestId),
            text)
        : answer;
  }

  private static String id(InvokeModelWithResponseStreamResponse response) {
    var metadata = response.responseMetadata();
    return metadata == null || metadata.requestId() == null ? "" : metadata.requestId();
  }

  private final class Receiver implements Subscriber<ResponseStream> {
    @Override
    public void onSubscribe(Subscription source) {
      subscription = source;
      if (closed) {
        source.cancel();
      } else {
        source.request(AHEAD);
      }
    }

    @Override
    public void onNext(ResponseStream event) {
      if (event instanceof PayloadPart part) {
        signals.add(new Signal.Chunk(part.bytes().asUtf8String()));
      } else {
        var source = subscription;
        if (source != null) {
          source.request(1);
        }
      }
    }

    @Override
    public void onError(Throwable thrown) {
      // the call's own future says so too, and last
    }

    @Override
    public void onComplete() {
      // the call's own future says so too, and last
    }
  }
}
