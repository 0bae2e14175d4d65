package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.Optional;

/// Finds where in a document a JSON pointer leads (RFC 6901); where it leads out of the document,
/// the last value on the way.
final class Places {
  private Places() {}

  /// `problem` with the place of its pointer, unless it has one.
  static Problem placed(Problem problem, Json document) {
    return problem.position().isKnown()
        ? problem
        : new Problem(problem.pointer(), place(document, problem.pointer()), problem.message());
  }

  private static Position place(Json document, String pointer) {
    var here = document;
    for (var token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      var next =
          here instanceof Json.Obj object
              ? object.get(token.replace("~1", "/").replace("~0", "~"))
              : Optional.<Json>empty();
      if (next.isEmpty()) {
        return here.position();
      }
      here = next.get();
    }
    return here.position();
  }
}
