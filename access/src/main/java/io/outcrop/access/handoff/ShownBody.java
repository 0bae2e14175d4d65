package io.outcrop.access.handoff;

import io.outcrop.causes.redact.Redaction;
import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.Set;

/// A request body as it may be handed on: what is said to the model stays with the caller, so long
/// texts are shortened to how long they are; secrets are taken out everywhere.
final class ShownBody {
  private static final int LONGEST = 40;
  private static final Set<String> WORDS =
      Set.of("text", "content", "system", "prompt", "data", "bytes", "input", "thinking");

  private ShownBody() {}

  static Json.Obj of(Json.Obj body) {
    return (Json.Obj) shown(body, false);
  }

  private static Json shown(Json value, boolean words) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) ->
                members.put(name, shown(member.value(), words || WORDS.contains(name))));
        yield Json.object(members);
      }
      case Json.Arr array ->
          Json.array(array.elements().stream().map(one -> shown(one, words)).toList());
      case Json.Str text -> Json.of(text(text.text(), words));
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String text(String text, boolean words) {
    var length = text.codePointCount(0, text.length());
    return (words && length > 0 && !isName(text)) || length > LONGEST
        ? "… (" + length + " characters)"
        : Redaction.of(text).text();
  }

  /// `text`, `tool_result`: what kind of content it is, not what it says.
  private static boolean isName(String text) {
    return text.matches("text|image|document|tool_use|tool_result|user|assistant|ephemeral|base64");
  }
}
