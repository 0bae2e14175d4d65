package io.outcrop.sandbox.directory;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.Optional;

/// Policy documents as IAM takes them in and gives them out.
final class Documents {
  private Documents() {}

  /// The document, if it follows the grammar of its kind.
  static Optional<Json.Obj> read(String text, PolicyKind kind) {
    return PolicyParser.parse(text, kind) instanceof PolicyParsing.Parsed(var document)
        ? Optional.of(document.source())
        : Optional.empty();
  }

  /// As IAM's answers carry a document: as text, which the wire encodes.
  static Json text(Json.Obj document) {
    return Json.of(JsonWriter.compact(document));
  }

  /// Its size as IAM counts it: characters without white space.
  static int size(Json.Obj document) {
    return (int)
        JsonWriter.compact(document).chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
