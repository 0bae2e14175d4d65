package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A guardrail at work. It knows the word policy's own words; what takes a model to judge (topics,
/// contents, grounding) it lets pass, and its assessments name no such finding. Source: Amazon
/// Bedrock User Guide, "Guardrails: word filters".
///
/// @param id its id
/// @param settings in GetGuardrail's words
record Guardrail(String id, Json.Obj settings) {
  private static final int CHARACTERS_A_UNIT = 1000;

  /// The words of its policy that stand in `text`.
  List<String> found(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var found = new ArrayList<String>();
    var policy = settings.object("wordPolicy").orElseGet(Json::object);
    for (var entry : Ask.objects(policy.list("words"))) {
      var word = entry.text("text").orElse("");
      var pattern = "(?<![\\p{L}\\p{N}])" + Pattern.quote(word.toLowerCase(Locale.ROOT));
      if (!word.isBlank()
          && Pattern.compile(pattern + "(?![\\p{L}\\p{N}])").matcher(lower).find()) {
        found.add(word);
      }
    }
    return found;
  }

  /// What is said instead of a question that it stops.
  String instead(boolean isInput) {
    var member = isInput ? "blockedInputMessaging" : "blockedOutputsMessaging";
    return settings.text(member).orElse("");
  }

  /// What it found, in ApplyGuardrail's words.
  Json.Obj assessment(List<String> found) {
    if (found.isEmpty()) {
      return Json.object();
    }
    var words =
        found.stream()
            .map(word ->
                Fields.of("match", word)
                    .with("action", "BLOCKED")
                    .with("detected", Json.of(true))
                    .json())
            .toList();
    return Fields.none()
        .with(
            "wordPolicy",
            Fields.none()
                .with("customWords", Json.array(words))
                .with("managedWordLists", Json.array(List.of()))
                .json())
        .json();
  }

  /// What looking at `text` took.
  Json.Obj usage(String text) {
    var hasWords = settings.object("wordPolicy").isPresent();
    var units = (text.length() + CHARACTERS_A_UNIT - 1) / CHARACTERS_A_UNIT;
    return Fields.none()
        .with("topicPolicyUnits", 0)
        .with("contentPolicyUnits", 0)
        .with("wordPolicyUnits", hasWords ? units : 0)
        .with("sensitiveInformationPolicyUnits", 0)
        .with("sensitiveInformationPolicyFreeUnits", 0)
        .with("contextualGroundingPolicyUnits", 0)
        .json();
  }
}
