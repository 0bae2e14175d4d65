package io.outcrop.sandbox.world;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.PolicyText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the kinds of values that worlds hold beyond those of JSON: instants, durations, policies.
final class Values {
  private Values() {}

  /// An instant that has to be there.
  static Instant instant(Fields fields, String name) {
    var text = fields.text(name);
    return text.isEmpty() ? Instant.EPOCH : instant(fields, name, text);
  }

  /// An instant that may be missing.
  static @Nullable Instant optionalInstant(Fields fields, String name) {
    var text = fields.optionalText(name);
    return text.isPresent() ? instant(fields, name, text.get()) : null;
  }

  private static Instant instant(Fields fields, String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      fields.problem(name, "expected an instant like `2025-10-15T09:00:00Z`, found `" + text + "`");
      return Instant.EPOCH;
    }
  }

  /// A duration in ISO 8601 that may be missing.
  static Duration duration(Fields fields, String name, Duration otherwise) {
    var text = fields.optionalText(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Duration.parse(text.get());
    } catch (DateTimeException _) {
      fields.problem(name, "expected a duration like `PT15M`, found `" + text.get() + "`");
      return otherwise;
    }
  }

  /// One of an enum's names, as the file writes it.
  static <E extends Enum<E>> Optional<E> word(Fields fields, String name, Class<E> type) {
    var text = fields.text(name);
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return Optional.of(constant);
      }
    }
    fields.problem(
        name, "found `" + text + "`, expected one of " + List.of(type.getEnumConstants()));
    return Optional.empty();
  }

  /// Policy documents by name, each of them checked.
  static Map<String, Json.Obj> policies(
      Fields fields, String name, PolicyKind kind, List<Problem> problems) {
    var result = new LinkedHashMap<String, Json.Obj>();
    fields
        .object(name)
        .ifPresent(entries -> {
          for (var key : entries.names()) {
            result.put(key, policy(entries, key, kind, problems));
          }
        });
    return result;
  }

  /// What was kept of a policy's text; empty if it does not say `document`.
  static String written(String text, Json.Obj document) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json said)
            && JsonWriter.compact(said).equals(JsonWriter.compact(document))
        ? PolicyText.kept(text, document)
        : "";
  }

  /// What was kept of the texts of policies, by name.
  static Map<String, String> written(Fields fields, String name, Map<String, Json.Obj> policies) {
    var kept = new LinkedHashMap<String, String>();
    fields
        .textMap(name)
        .forEach((key, text) -> {
          var written = policies.containsKey(key) ? written(text, policies.get(key)) : "";
          if (!written.isEmpty()) {
            kept.put(key, written);
          }
        });
    return kept;
  }

  /// A policy document that has to be there.
  static Json.Obj policy(Fields fields, String name, PolicyKind kind, List<Problem> problems) {
    var value = fields.any(name);
    if (value.isEmpty()) {
      fields.problem(name, "member `" + name + "` is missing");
      return Json.object();
    }
    return policy(value.get(), fields.pointer(name), kind, problems);
  }

  /// A policy document at `pointer`.
  static Json.Obj policy(Json value, String pointer, PolicyKind kind, List<Problem> problems) {
    if (PolicyParser.parse(value, kind) instanceof PolicyParsing.Rejected(var wrong)) {
      for (var problem : wrong) {
        problems.add(
            new Problem(pointer + problem.pointer(), problem.position(), problem.message()));
      }
    }
    return value instanceof Json.Obj object ? object : Json.object();
  }
}
