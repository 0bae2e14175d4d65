package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.List;
import java.util.Optional;

/// How values of one Java type stand in JSON.
interface Form {
  /// `value` as JSON.
  Json write(Object value);

  /// The value that [#write] wrote; empty, with a problem, if it is none.
  Optional<Object> read(Json json, Spot spot);

  /// What a member that is missing means: a file of an earlier version does not know it. Empty if
  /// it has to be there.
  default Optional<Object> missing() {
    return Optional.empty();
  }

  /// Where a value stands, and who wants to know what is wrong with it.
  ///
  /// @param pointer its JSON pointer
  record Spot(String pointer, List<Problem> problems) {
    Spot at(String name) {
      return new Spot(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), problems);
    }

    /// Nothing, since `json` is not what was expected.
    Optional<Object> wrong(Json json, String message) {
      problems.add(new Problem(pointer, json.position(), message));
      return Optional.empty();
    }

    Optional<Object> notA(Json json, String expected) {
      return wrong(json, "found " + json.kind() + ", expected " + expected);
    }
  }
}
