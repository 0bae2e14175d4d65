package io.outcrop.sandbox.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

class FramesTest {
  @Test
  void anEmptyMessageIsTheSpecificationsExample() {
    assertThat(HexFormat.of().formatHex(Frames.encode(Map.of(), new byte[0])))
        .isEqualTo("000000100000000005c248eb7d98c8ff");
  }

  @Test
  void awsOwnDecoderReadsEvents() {
    var message = decode(new Reply.Event(false, "chunk", Json.object().with("a", Json.of("ü"))));
    assertThat(text(message, ":message-type")).isEqualTo("event");
    assertThat(text(message, ":event-type")).isEqualTo("chunk");
    assertThat(text(message, ":content-type")).isEqualTo("application/json");
    assertThat(new String(message.getPayload(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"ü\"}");
  }

  @Test
  void awsOwnDecoderReadsExceptions() {
    var message = decode(new Reply.Event(true, "throttlingException", Json.object()));
    assertThat(text(message, ":message-type")).isEqualTo("exception");
    assertThat(text(message, ":exception-type")).isEqualTo("throttlingException");
    assertThat(message.getHeaders()).doesNotContainKey(":event-type");
  }

  private static Message decode(Reply.Event event) {
    return Message.decode(ByteBuffer.wrap(Frames.encode(event)));
  }

  private static String text(Message message, String header) {
    HeaderValue value = message.getHeaders().get(header);
    assertThat(value).isNotNull();
    return value.getString();
  }
}
