package io.outcrop.sandbox.visit;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// How one operation's list is cut.
///
/// @param limit the input's member that says how many are wanted; empty if there is none
/// @param token the input's member that says where to go on
/// @param next the output's member that says where to go on
/// @param truncated the output's member that says whether there is more; empty if there is none
/// @param usual how many elements a page has if nothing is said
/// @param most how many a page has at most
/// @param refusal what is said to a token that was never issued
record Paging(
    String limit,
    String token,
    String next,
    String truncated,
    int usual,
    int most,
    Reply.Fault refusal) {

  /// How `operation` of `service` does it.
  static Paging of(String service, String operation) {
    var common =
        Shipped.SERVICES
            .object(service)
            .orElseThrow(() -> new IllegalArgumentException("`" + service + "` has no pages"));
    var own =
        common.object("operations").flatMap(all -> all.object(operation)).orElse(Json.object());
    var token = text(own, common, "token", "");
    return new Paging(
        text(own, common, "limit", ""),
        token,
        text(own, common, "next", token),
        text(own, common, "truncated", ""),
        number(own, common, "usual"),
        number(own, common, "most"),
        new Reply.Fault(0, text(own, common, "code", ""), text(own, common, "message", ""), false));
  }

  /// What the output says when nothing is left.
  Json.Obj whole() {
    return truncated.isEmpty() ? Json.object() : Json.object().with(truncated, Json.of(false));
  }

  /// What the output says when `token` leads on.
  Json.Obj rest(String token) {
    var rest = truncated.isEmpty() ? Json.object() : Json.object().with(truncated, Json.of(true));
    return rest.with(next, Json.of(token));
  }

  private static String text(Json.Obj own, Json.Obj common, String name, String otherwise) {
    return own.text(name).or(() -> common.text(name)).orElse(otherwise);
  }

  private static int number(Json.Obj own, Json.Obj common, String name) {
    return own.get(name).or(() -> common.get(name)).orElseThrow()
            instanceof Json.Num(BigDecimal number, _)
        ? number.intValueExact()
        : 0;
  }

  private static final class Shipped {
    private static final Json.Obj SERVICES = read();

    private static Json.Obj read() {
      try (var stream = Paging.class.getResourceAsStream("paging.json")) {
        if (stream == null) {
          throw new IllegalStateException("`paging.json` is missing");
        }
        var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
          return object.object("services").orElseThrow();
        }
        throw new IllegalStateException("`paging.json` is not a JSON object");
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }
  }
}
