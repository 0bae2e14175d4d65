package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.PercentCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of queries and forms.
final class Parameters {
  private Parameters() {}

  /// The parameters of a query or a form, where a plus is a blank; all values of each name.
  static Map<String, List<String>> parse(String raw) {
    var result = new LinkedHashMap<String, List<String>>();
    for (var part : raw.split("&", -1)) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        var value = equals < 0 ? "" : part.substring(equals + 1);
        result
            .computeIfAbsent(PercentCode.decode(name.replace('+', ' ')), _ -> new ArrayList<>(1))
            .add(PercentCode.decode(value.replace('+', ' ')));
      }
    }
    return result;
  }
}
