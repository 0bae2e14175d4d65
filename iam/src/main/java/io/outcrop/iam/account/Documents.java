package io.outcrop.iam.account;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.policy.Statement;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads policy documents as the details hold them: as an object (AWS CLI 2), as JSON in a string,
/// or percent-encoded as the API sends it (RFC 3986, so `+` is a plus). What stands inside a string
/// is at the string's place.
final class Documents {
  private Documents() {}

  static PolicyParsing parse(Entity.Held held, PolicyKind kind) {
    return held.document() instanceof Json.Str(var text, var position)
        ? inside(text, position, held.pointer(), kind)
        : at(held.pointer(), PolicyParser.parse(held.document(), kind));
  }

  private static PolicyParsing inside(
      String text, Position position, String pointer, PolicyKind kind) {
    return switch (json(text)) {
      case JsonReading.Read(var value) -> moved(PolicyParser.parse(value, kind), pointer, position);
      case JsonReading.Malformed(var message, var where) ->
          new PolicyParsing.Rejected(
              List.of(
                  new Problem(pointer, position, "at " + where + " of the document: " + message)));
    };
  }

  /// What the document says, as it is written as far as that is known.
  static String text(Entity.Held held) {
    if (!(held.document() instanceof Json.Str(var text, _))) {
      return JsonWriter.pretty(held.document());
    }
    try {
      return decoded(text);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  private static JsonReading json(String text) {
    try {
      return JsonReader.read(decoded(text));
    } catch (IllegalArgumentException _) {
      return new JsonReading.Malformed("a percent sign begins no code", new Position(1, 1));
    }
  }

  private static String decoded(String text) {
    return text.startsWith("%")
        ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
        : text;
  }

  private static PolicyParsing at(String pointer, PolicyParsing parsing) {
    return switch (parsing) {
      case PolicyParsing.Parsed parsed -> parsed;
      case PolicyParsing.Rejected(var problems) ->
          new PolicyParsing.Rejected(
              problems.stream()
                  .map(one -> new Problem(pointer + one.pointer(), one.position(), one.message()))
                  .toList());
    };
  }

  private static PolicyParsing moved(PolicyParsing parsing, String pointer, Position position) {
    return switch (parsing) {
      case PolicyParsing.Parsed(var document) ->
          new PolicyParsing.Parsed(
              new PolicyDocument(
                  document.kind(),
                  document.allowsVariables(),
                  document.statements().stream().map(one -> moved(one, position)).toList(),
                  document.source()));
      case PolicyParsing.Rejected(var problems) ->
          new PolicyParsing.Rejected(
              problems.stream()
                  .map(one ->
                      new Problem(
                          pointer + one.pointer(),
                          position,
                          "at " + one.position() + " of the document: " + one.message()))
                  .toList());
    };
  }

  private static Statement moved(Statement statement, Position position) {
    return new Statement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        statement.principals(),
        statement.actions(),
        statement.resources(),
        statement.conditions(),
        position);
  }
}
