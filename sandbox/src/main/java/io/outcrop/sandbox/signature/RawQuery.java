package io.outcrop.sandbox.signature;

import io.outcrop.http.PercentCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A query's parameters in the order in which they were sent, decoded.
record RawQuery(List<Parameter> parameters) {
  private static final RawQuery NONE = new RawQuery(List.of());
  private static final Comparator<Parameter> ORDER =
      Comparator.comparing(Parameter::encodedName).thenComparing(Parameter::encodedValue);

  record Parameter(String name, String value) {
    String encodedName() {
      return PercentCode.encode(name);
    }

    String encodedValue() {
      return PercentCode.encode(value);
    }
  }

  static RawQuery parse(String raw) {
    if (raw.isEmpty()) {
      return NONE;
    }
    var parameters = new ArrayList<Parameter>();
    for (var part : raw.split("&", -1)) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        var value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.add(new Parameter(PercentCode.decode(name), PercentCode.decode(value)));
      }
    }
    return new RawQuery(List.copyOf(parameters));
  }

  Optional<String> decoded(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  /// Encoded again and sorted by names, then values; without the signature itself.
  String canonical() {
    return parameters.stream()
        .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
        .sorted(ORDER)
        .map(parameter -> parameter.encodedName() + "=" + parameter.encodedValue())
        .collect(Collectors.joining("&"));
  }
}
