package io.outcrop.sandbox.upstream;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Pieces;
import io.outcrop.sandbox.conversation.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Server-sent events of Anthropic's Messages, pulled one by one. A stream that ends before its
/// message does has failed. For one reader. Source: WHATWG HTML, "Server-sent events"; Anthropic,
/// "Streaming messages".
final class ServerSentPieces implements Pieces {
  private static final System.Logger LOG = System.getLogger(ServerSentPieces.class.getName());

  private final InputStream body;
  private final BufferedReader lines;
  private Usage usage = Usage.of(0, 0);
  private Ending ending = Ending.END_TURN;
  private @Nullable Piece next;
  private boolean isOver;

  ServerSentPieces(InputStream body) {
    this.body = body;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  @Override
  public boolean hasNext() {
    while (next == null && !isOver) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Piece next() {
    var piece = hasNext() ? next : null;
    if (piece == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return piece;
  }

  private @Nullable Piece read() {
    try {
      var data = new StringBuilder();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          data.append(line.substring("data:".length()).strip());
        } else if (line.isEmpty() && !data.isEmpty()) {
          return piece(data.toString());
        }
      }
      return failed("api_error", "the stream ended before the message did");
    } catch (IOException _) {
      return failed("api_error", "the stream broke off");
    }
  }

  private Piece failed(String type, String message) {
    isOver = true;
    return new Piece.Failed(type, message);
  }

  private @Nullable Piece piece(String data) {
    if (!(JsonReader.read(data) instanceof JsonReading.Read(Json.Obj event))) {
      return failed("api_error", "an event is not JSON");
    }
    var index = index(event);
    return switch (event.text("type").orElse("")) {
      case "message_start" -> {
        var message = event.object("message").orElseGet(Json::object);
        usage = AnthropicReading.usage(usage(message), usage);
        yield new Piece.Begun(usage);
      }
      case "content_block_start" ->
          new Piece.BlockBegun(
              index, Block.of(event.object("content_block").orElseGet(Json::object)));
      case "content_block_delta" -> delta(index, event);
      case "content_block_stop" -> new Piece.BlockEnded(index);
      case "message_delta" -> {
        usage = AnthropicReading.usage(usage(event), usage);
        ending = AnthropicReading.ending(event.object("delta").orElseGet(Json::object));
        yield null;
      }
      case "message_stop" -> {
        isOver = true;
        yield new Piece.Ended(ending, usage);
      }
      case "ping" -> new Piece.Ping();
      case "error" -> {
        var error = event.object("error").orElseGet(Json::object);
        yield failed(error.text("type").orElse("api_error"), error.text("message").orElse(""));
      }
      default -> new Piece.Other(event);
    };
  }

  private static Json.Obj usage(Json.Obj object) {
    return object.object("usage").orElseGet(Json::object);
  }

  private static int index(Json.Obj event) {
    return event.get("index").orElse(Json.ofNull()) instanceof Json.Num number
        ? number.value().intValue()
        : 0;
  }

  private static Piece delta(int index, Json.Obj event) {
    var delta = event.object("delta").orElseGet(Json::object);
    return switch (delta.text("type").orElse("")) {
      case "text_delta" -> new Piece.TextMore(index, delta.text("text").orElse(""));
      case "thinking_delta" -> new Piece.ThinkingMore(index, delta.text("thinking").orElse(""));
      case "signature_delta" -> new Piece.Signed(index, delta.text("signature").orElse(""));
      case "input_json_delta" -> new Piece.InputMore(index, delta.text("partial_json").orElse(""));
      default -> new Piece.Other(event);
    };
  }

  /// Closes what is read from, not the reader: that one waits for whoever reads.
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException alreadyLost) {
      LOG.log(System.Logger.Level.DEBUG, "event=upstream-close", alreadyLost);
    }
  }
}
