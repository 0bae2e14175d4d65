package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a call of the query protocol says: in its form, or in the query of a `GET`.
///
/// @param all every parameter's values, decoded
public record QueryParameters(Map<String, List<String>> all) {
  /// The parameters of `request`.
  public static QueryParameters of(Request request) {
    var all = new LinkedHashMap<>(Parameters.parse(request.query()));
    if (request.method().equals("POST")) {
      all.putAll(Parameters.parse(request.text()));
    }
    return new QueryParameters(all);
  }

  /// The first value of `name`.
  public Optional<String> first(String name) {
    return Optional.ofNullable(all.get(name)).map(List::getFirst);
  }
}
