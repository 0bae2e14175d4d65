package io.outcrop.sandbox.directory.document;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Policy documents as IAM takes them in.
public final class PolicyDocuments {
  static final String SYNTAX = "Syntax errors in policy.";

  private PolicyDocuments() {}

  /// An inline policy, or a session policy.
  public static DocumentReading identity(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj document)
        ? identity(document)
        : new DocumentReading.Refused(SYNTAX);
  }

  /// A managed policy: its version has to be the one with policy variables.
  public static DocumentReading managed(String text) {
    return identity(text) instanceof DocumentReading.Accepted(var document)
            && !document.text("Version").orElse("").equals("2012-10-17")
        ? new DocumentReading.Refused("Policy document must be version 2012-10-17 or greater.")
        : identity(text);
  }

  private static DocumentReading identity(Json.Obj document) {
    if (anyStatement(document, one -> has(one, "Principal") || has(one, "NotPrincipal"))) {
      return new DocumentReading.Refused("Policy document should not specify a principal.");
    }
    return parsed(document, PolicyKind.IDENTITY, IdentityRules.wrong(document));
  }

  /// A role's trust policy.
  ///
  /// @param exists whether a user or role with this ARN is there
  public static DocumentReading trust(String text, Predicate<String> exists) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj document)
        ? parsed(document, PolicyKind.TRUST, TrustRules.wrong(document, exists))
        : new DocumentReading.Refused("This policy contains invalid Json");
  }

  private static DocumentReading parsed(
      Json.Obj document, PolicyKind kind, Optional<String> wrong) {
    if (wrong.isPresent()) {
      return new DocumentReading.Refused(wrong.get());
    }
    return PolicyParser.parse(document, kind) instanceof PolicyParsing.Parsed
        ? new DocumentReading.Accepted(document)
        : new DocumentReading.Refused(SYNTAX);
  }

  /// The size of a document as IAM counts it: characters without white space.
  public static int size(Json.Obj document) {
    return (int)
        JsonWriter.compact(document).chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  static boolean anyStatement(Json.Obj document, Predicate<Json.Obj> test) {
    return statements(document).stream().anyMatch(test);
  }

  static List<Json.Obj> statements(Json.Obj document) {
    return document.get("Statement").map(PolicyDocuments::elements).orElse(List.of()).stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }

  /// The elements of an array, or the value itself.
  static List<Json> elements(Json value) {
    return value instanceof Json.Arr array ? array.elements() : List.of(value);
  }

  /// The texts at `name`, whether one or many.
  static List<String> texts(Json.Obj statement, String name) {
    return statement.get(name).map(PolicyDocuments::elements).orElse(List.of()).stream()
        .flatMap(value -> value.asText().stream())
        .toList();
  }

  static boolean has(Json.Obj statement, String name) {
    return statement.get(name).isPresent();
  }
}
