package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A constant of an enum as its name in lower case: `NOT_PERMITTED` is `not-permitted`.
final class WordForm implements Form {
  private final Map<String, Object> constants = new LinkedHashMap<>();

  WordForm(Class<?> type) {
    Arrays.stream(type.getEnumConstants())
        .map(Enum.class::cast)
        .forEach(constant -> constants.put(word(constant), constant));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The word for a record: `NotPermitted` is `not-permitted`.
  static String word(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @Override
  public Json write(Object value) {
    return Json.of(word((Enum<?>) value));
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    var constant = json.asText().map(constants::get);
    return constant.isPresent()
        ? constant
        : spot.wrong(
            json,
            "found `%s`, expected one of `%s`"
                .formatted(
                    json.asText().orElse(json.kind()), String.join("`, `", constants.keySet())));
  }
}
