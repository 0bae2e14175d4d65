package io.outcrop.sandbox.signature;

import io.outcrop.http.PercentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A query's parameters in the order in which they were sent, decoded.
record RawQuery(List<Parameter> parameters) {
  record Parameter(String name, String value) {
    String canonical() {
      return PercentCode.encode(name) + "=" + PercentCode.encode(value);
    }
  }

  static RawQuery parse(String raw) {
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

  /// Encoded again and sorted; without the signature itself.
  String canonical() {
    return parameters.stream()
        .filter(parameter -> !parameter.name().equals("X-Amz-Signature"))
        .map(Parameter::canonical)
        .sorted()
        .collect(Collectors.joining("&"));
  }
}
