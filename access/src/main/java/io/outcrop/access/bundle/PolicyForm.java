package io.outcrop.access.bundle;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import java.util.Optional;

/// A policy as the text that it was read from, and what it is used as.
final class PolicyForm implements Form {
  private static final String KIND = "usedAs";
  private static final String TEXT = "text";

  private final DocumentForm text = new DocumentForm();
  private final WordForm kind = new WordForm(PolicyKind.class);

  @Override
  public Json write(Object value) {
    var policy = (PolicyDocument) value;
    return Json.object()
        .with(KIND, kind.write(policy.kind()))
        .with(TEXT, text.write(policy.source()));
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (!(json instanceof Json.Obj object)) {
      return spot.notA(json, "an object");
    }
    var found = object.get(TEXT);
    if (found.isEmpty()) {
      return spot.at(TEXT).wrong(object, "member `text` is missing");
    }
    var usedAs = kind.read(object.get(KIND).orElse(object), spot.at(KIND));
    var source = text.read(found.get(), spot.at(TEXT));
    if (usedAs.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return switch (PolicyParser.parse((Json.Obj) source.get(), (PolicyKind) usedAs.get())) {
      case PolicyParsing.Parsed(var policy) -> Optional.of(policy);
      case PolicyParsing.Rejected(var problems) ->
          spot.at(TEXT).wrong(found.get(), "the text is no policy: " + problems.getFirst());
    };
  }
}
