package io.outcrop.grants;

import io.outcrop.json.Json;
import java.util.List;

/// The narrowest identity policy that lets some calls through.
///
/// @param document the policy, version 2012-10-17
/// @param lines one for each statement, in order: what it is for
public record LeastPolicy(Json.Obj document, List<String> lines) {
  public LeastPolicy {
    lines = List.copyOf(lines);
  }

  static LeastPolicy of(List<LeastStatement> statements) {
    return new LeastPolicy(
        document(Statements.numbered(statements)),
        statements.stream().map(LeastStatement::purpose).toList());
  }

  /// The policy that has these statements, whose Sids have to be unique.
  public static Json.Obj document(List<LeastStatement> statements) {
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with("Statement", Json.array(statements.stream().map(LeastStatement::json).toList()));
  }
}
