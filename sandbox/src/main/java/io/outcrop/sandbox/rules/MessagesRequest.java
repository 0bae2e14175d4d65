package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.traits.Traits;
import java.util.List;

/// A request that is being judged.
///
/// @param ask what is asked
/// @param traits the model that is asked
/// @param context what the judges know besides
record MessagesRequest(Ask ask, Traits traits, MessagesRules.Context context) {
  Json.Obj body() {
    return ask.body();
  }

  /// The turns. They are objects once the shape holds.
  List<Json.Obj> messages() {
    return ask.messages();
  }

  /// The blocks of a turn; none if its content is a string.
  static List<Json.Obj> blocks(Json.Obj message) {
    return Ask.objects(message.list("content"));
  }

  static String type(Json.Obj block) {
    return block.text("type").orElse("");
  }

  static String role(Json.Obj message) {
    return message.text("role").orElse("");
  }

  /// Whether thinking is asked for.
  boolean thinks() {
    return ask.thinking().equals("enabled") || ask.thinking().equals("adaptive");
  }
}
