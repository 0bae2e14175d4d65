package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.standin.Ids;
import io.outcrop.sandbox.standin.Pacing;
import io.outcrop.sandbox.traits.Traits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parts of an answer that every dialect has: the model's short name, the message's id, counts,
/// padding.
///
/// @param traits in whose place somebody speaks
/// @param call the call that is answered
/// @param pacing how fast
public record Speaker(Traits traits, Call call, Pacing pacing) {
  private static final String PADDING =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int TOKENS_A_PIECE = 3;

  /// `msg_bdrk_…`.
  String messageId() {
    return Ids.of("msg_bdrk_01", call.requestId());
  }

  /// How long the answer takes, as its pace makes it.
  public long latencyMillis(Usage usage) {
    return pacing.millis((int) (usage.output() / TOKENS_A_PIECE));
  }

  /// One event of InvokeModelWithResponseStream: the model's own event in base64, and padding
  /// against those who listen to lengths.
  Reply.Event chunk(Json.Obj event) {
    var json = JsonWriter.compact(event);
    var bytes = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return new Reply.Event(
        false, "chunk", Fields.of("bytes", bytes).with("p", padding(json)).json());
  }

  /// Padding whose length follows from the text that it hides.
  String padding(String text) {
    var hash = call.requestId().hashCode() * 31 + text.hashCode();
    return PADDING.substring(0, 1 + Math.floorMod(hash, PADDING.length()));
  }

  /// The headers that go with InvokeModel's answers.
  Map<String, String> headers(Usage usage) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amzn-bedrock-invocation-latency", Long.toString(latencyMillis(usage)));
    headers.put("x-amzn-bedrock-input-token-count", Long.toString(usage.input()));
    headers.put("x-amzn-bedrock-output-token-count", Long.toString(usage.output()));
    headers.put("x-amzn-bedrock-cache-read-input-token-count", Long.toString(usage.cacheRead()));
    headers.put("x-amzn-bedrock-cache-write-input-token-count", Long.toString(usage.cacheWrite()));
    for (var name : new String[] {"serviceTier", "performanceConfigLatency"}) {
      call.input().text(name).ifPresent(value -> headers.put(header(name), value));
    }
    return headers;
  }

  private static String header(String member) {
    return member.equals("serviceTier")
        ? "x-amzn-bedrock-service-tier"
        : "x-amzn-bedrock-performanceconfig-latency";
  }

  /// What the last event of a stream says of the call.
  Json.Obj metrics(Usage usage) {
    var metrics =
        Fields.none()
            .with("inputTokenCount", usage.input())
            .with("outputTokenCount", usage.output())
            .with("invocationLatency", latencyMillis(usage))
            .with("firstByteLatency", pacing.millis(0));
    if (usage.cacheRead() + usage.cacheWrite() > 0) {
      metrics
          .with("cacheReadInputTokenCount", usage.cacheRead())
          .with("cacheWriteInputTokenCount", usage.cacheWrite());
    }
    return metrics.json();
  }
}
