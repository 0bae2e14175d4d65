package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What models, and the doors before them, say to a request that they refuse. The words and where
/// they were read are data: `fidelity/anthropic.json`.
public enum Sentence {
  MALFORMED,
  REQUIRED,
  EXTRA,
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  LIST,
  DICTIONARY,
  AT_LEAST,
  AT_MOST,
  ONE_OF,
  TAG,
  TAG_MISSING,
  PATTERN,
  TOO_LONG_TEXT,
  TOO_SHORT_TEXT,
  VERSION,
  BETA,
  MAX_TOKENS_SMALL,
  MAX_TOKENS,
  MAX_TOKENS_ON_BEDROCK,
  PROMPT_TOO_LONG,
  PROMPT_TOO_LONG_ON_BEDROCK,
  NO_MESSAGES,
  FIRST_USER,
  ALTERNATE,
  ROLE,
  EMPTY_CONTENT,
  EMPTY_TEXT,
  BLANK_TEXT,
  TRAILING_SPACE,
  PREFILL,
  STOP_BLANK,
  RANGE,
  TEMPERATURE_AND_TOP_P,
  SAMPLING_GONE,
  SAMPLING_DEFAULT,
  THINKING_TEMPERATURE,
  THINKING_TOP_P,
  THINKING_TOP_K,
  THINKING_BUDGET,
  THINKING_ENABLED,
  THINKING_KIND,
  THINKING_ADAPTIVE,
  THINKING_NONE,
  THINKING_FORCED,
  THINKING_FIRST,
  SIGNATURE,
  REDACTED,
  TOOL_RESULTS_MISSING,
  TOOL_USE_MISSING,
  TOOL_IDS_UNIQUE,
  TOOL_NAMES_UNIQUE,
  TOOL_SCHEMA_TYPE,
  TOOL_CHOICE_WITHOUT_TOOLS,
  TOOL_NOT_FOUND,
  TOOL_FORCED,
  TOOLS_UNSUPPORTED,
  CACHE_BLOCKS,
  CACHE_ORDER,
  CACHE_EMPTY,
  CACHE_UNSUPPORTED,
  IMAGES_UNSUPPORTED,
  IMAGE_BASE64,
  IMAGE_TYPE,
  IMAGE_MISMATCH,
  IMAGE_BYTES,
  IMAGE_PIXELS,
  IMAGE_PIXELS_MANY,
  IMAGE_UNREADABLE,
  MEDIA_MANY,
  SOURCE_TAG,
  DOCUMENT_TYPE,
  DOCUMENT_PDF,
  DOCUMENT_PAGES,
  STRUCTURED,
  USER_ID,
  PROMPT_HUMAN,
  PROMPT_ASSISTANT,
  TO_SAMPLE,
  MISSING_KEY,
  CONVERSE_ALTERNATE,
  CONVERSE_FIRST,
  CONVERSE_BLANK,
  CONVERSE_EMPTY,
  CONVERSE_NO_TOOL_CONFIG,
  CONVERSE_RESULTS_MISSING,
  CONVERSE_RESULTS_MANY,
  CONVERSE_RESULT_EMPTY,
  CONVERSE_DOCUMENT_CHARACTERS,
  CONVERSE_DOCUMENT_NAMES,
  CONVERSE_POINTER,
  CONVERSE_DOCUMENT_TEXT,
  CONVERSE_UNSUPPORTED,
  CONVERSE_WRAPPED,
  COUNT_UNSUPPORTED,
  COUNT_ONE_INPUT,
  GUARDRAIL_UNKNOWN,
  GUARDRAIL_INVALID,
  CONTENT_TYPE,
  ACCEPT,
  TIER,
  LATENCY,
  RETENTION,
  VERSION_HEADER,
  VERSION_HEADER_UNKNOWN,
  MODEL_NOT_FOUND,
  MODEL_NOT_SERVED,
  ROUTE_UNSUPPORTED,
  NO_STREAM_ANSWER;

  private static final Map<String, String> TEXTS = read();

  /// The sentence with its parts filled in.
  String text(Object... parts) {
    var text = TEXTS.get(id());
    if (text == null) {
      throw new IllegalStateException("there are no words for `" + id() + "`");
    }
    for (var i = 0; i < parts.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(parts[i]));
    }
    return text;
  }

  /// By which name the data knows it.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> read() {
    var texts = new HashMap<String, String>();
    try (var in =
        Sentence.class.getResourceAsStream("/io/outcrop/sandbox/fidelity/anthropic.json")) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        for (var entry : data.list("entries")) {
          if (entry instanceof Json.Obj object) {
            texts.put(object.text("id").orElse(""), object.text("sentence").orElse(""));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(texts);
  }
}
