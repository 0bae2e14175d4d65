package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.Optional;

/// Finds where in a document a JSON pointer leads (RFC 6901); where it leads out of the document,
/// or to what another file says, the last value on the way that has a place.
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
    var known = here.position();
    for (var token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      var next = next(here, token.replace("~1", "/").replace("~0", "~"));
      if (next.isEmpty()) {
        return known;
      }
      here = next.get();
      known = here.position().isKnown() ? here.position() : known;
    }
    return known;
  }

  private static Optional<Json> next(Json here, String token) {
    return switch (here) {
      case Json.Obj object -> object.get(token);
      case Json.Arr array when token.matches("[0-9]{1,6}") ->
          array.elements().stream().skip(Long.parseLong(token)).findFirst();
      case Json _ -> Optional.empty();
    };
  }
}
