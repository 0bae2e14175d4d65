package io.outcrop.sandbox.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A descriptor that is written by hand, and how its service speaks.
class HandWrittenRoutesTest {
  private static final String DESCRIPTOR =
      """
      {"service": "example", "signingName": "bedrock", "endpoint": "example", "protocols": ["anthropic"],
       "operations": {"CreateMessage": {"method": "POST", "uri": "/anthropic/v1/messages", "input": "Headers"}},
       "shapes": {"Headers": "version !string @header(anthropic-version), betas [string] @header(anthropic-beta)"}}\
      """;
  private static final Dialect DIALECT =
      Dialect.of(
          Descriptors.parse((Json.Obj) ((JsonReading.Read) JsonReader.read(DESCRIPTOR)).value()),
          Protocol.ANTHROPIC);

  @Test
  void headersAreReadAndTheBodyIsLeft() {
    var headers = Map.of("anthropic-version", "2023-06-01", "anthropic-beta", "a, b");
    assertThat(decode(headers))
        .isEqualTo(
            new Decoding.Read(
                Json.object()
                    .with("version", Json.of("2023-06-01"))
                    .with("betas", Json.ofTexts(List.of("a", "b")))));
    assertThat(decode(Map.of())).isInstanceOf(Decoding.Refused.class);
  }

  @Test
  void errorsHaveAnthropicsEnvelope() {
    assertThat(
            text(DIALECT.fault(new Reply.Fault(403, "AccessDeniedException", "no", true), "i-d")))
        .isEqualTo(
            "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\",\"message\":\"no\"},"
                + "\"request_id\":\"req_id\"}");
    assertThat(text(DIALECT.fault(new Reply.Fault(529, "overloaded_error", "x", false), "id")))
        .contains("\"overloaded_error\"");
    assertThat(text(DIALECT.fault(new Reply.Fault(429, "ThrottlingException", "x", false), "id")))
        .contains("\"rate_limit_error\"");
  }

  @Test
  void streamsAreServerSentEvents() {
    var events =
        List.of(
            new Reply.Event(false, "message_start", Json.object().with("a", Json.of(1))),
            new Reply.Event(false, "message_stop", Json.object()));
    var response =
        DIALECT.events(operation(), new Reply.Events(stream(events.iterator()), Map.of()), "id");
    assertThat(response.headers().first("content-type"))
        .hasValue("text/event-stream; charset=utf-8");
    try (var chunks = ((Response.Body.Streamed) response.body()).chunks()) {
      assertThat(new String(chunks.next(), StandardCharsets.UTF_8))
          .isEqualTo("event: message_start\ndata: {\"a\":1}\n\n");
      assertThat(new String(chunks.next(), StandardCharsets.UTF_8))
          .isEqualTo("event: message_stop\ndata: {}\n\n");
      assertThat(chunks.hasNext()).isFalse();
    }
  }

  private static Reply.Stream stream(Iterator<Reply.Event> events) {
    return new Reply.Stream() {
      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public Reply.Event next() {
        return events.next();
      }

      @Override
      public void close() {}
    };
  }

  private static Decoding decode(Map<String, String> headers) {
    var request =
        new Request(
            "POST",
            "/anthropic/v1/messages",
            "",
            Headers.of(headers),
            "{".getBytes(StandardCharsets.UTF_8));
    return DIALECT.decode(operation(), request, Map.of());
  }

  private static Operation operation() {
    var model =
        Descriptors.parse((Json.Obj) ((JsonReading.Read) JsonReader.read(DESCRIPTOR)).value());
    return model.operations().find("CreateMessage").orElseThrow();
  }

  private static String text(Response response) {
    return new String(((Response.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }
}
