package io.outcrop.sandbox.directory.document;

import static io.outcrop.sandbox.directory.document.PolicyDocuments.anyStatement;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.has;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.statements;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.texts;

import io.outcrop.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What IAM refuses in trust policies with a sentence of its own. Source: sentences as they are
/// answered, seen in public reports; which of two mistakes is named first is unverified.
final class TrustRules {
  private static final Set<String> OF_DOCUMENT = Set.of("Version", "Id", "Statement");
  private static final Set<String> OF_STATEMENT =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws)");
  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9]{12}|arn:aws[a-z-]*:iam::[0-9]{12}:root");
  private static final Pattern IDENTITY =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:(user|role)/[\\w+=,.@/-]+");
  private static final Pattern SESSION =
      Pattern.compile("arn:aws[a-z-]*:sts::[0-9]{12}:(assumed-role|federated-user)/[\\w+=,.@/-]+");
  private static final Pattern UNIQUE_ID = Pattern.compile("A(IDA|ROA)[A-Z0-9]{12,}");

  private TrustRules() {}

  /// IAM's sentence, if one applies.
  static Optional<String> wrong(Json.Obj document, Predicate<String> exists) {
    return unknown(document.members().keySet(), OF_DOCUMENT)
        .or(() -> missing(document, "Statement"))
        .or(() ->
            statements(document).stream()
                .flatMap(statement -> statement(statement).stream())
                .findFirst())
        .or(() -> actions(document))
        .or(() -> principals(document, exists));
  }

  private static Optional<String> statement(Json.Obj statement) {
    return unknown(statement.members().keySet(), OF_STATEMENT)
        .or(() ->
            Stream.of("Resource", "NotResource", "NotPrincipal")
                .filter(name -> has(statement, name))
                .map(name -> "Has prohibited field " + name)
                .findFirst())
        .or(() -> missing(statement, "Effect"))
        .or(() -> missing(statement, "Principal"))
        .or(() -> has(statement, "NotAction") ? Optional.empty() : missing(statement, "Action"));
  }

  private static Optional<String> unknown(Set<String> names, Set<String> known) {
    return names.stream()
        .filter(name -> !known.contains(name))
        .map(name -> "Unknown field " + name)
        .findFirst();
  }

  private static Optional<String> missing(Json.Obj object, String name) {
    return has(object, name) ? Optional.empty() : Optional.of("Missing required field " + name);
  }

  private static Optional<String> actions(Json.Obj document) {
    var hasOther =
        anyStatement(
            document,
            one ->
                texts(one, "Action").stream()
                    .anyMatch(action -> !action.toLowerCase(Locale.ROOT).startsWith("sts:")));
    return hasOther
        ? Optional.of("AssumeRole policy may only specify STS AssumeRole actions.")
        : Optional.empty();
  }

  private static Optional<String> principals(Json.Obj document, Predicate<String> exists) {
    for (var statement : statements(document)) {
      var principal = statement.object("Principal").orElse(Json.object());
      for (var type : principal.members().keySet()) {
        for (var name : texts(principal, type)) {
          if (!isValid(type, name, exists)) {
            return Optional.of(
                "Invalid principal in policy: \"%s\":\"%s\"".formatted(said(type), name));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// IAM spells the type of a service in capitals.
  private static String said(String type) {
    return type.equals("Service") ? "SERVICE" : type;
  }

  private static boolean isValid(String type, String name, Predicate<String> exists) {
    return switch (type) {
      case "AWS" ->
          name.equals("*")
              || ACCOUNT.matcher(name).matches()
              || SESSION.matcher(name).matches()
              || ((IDENTITY.matcher(name).matches() || UNIQUE_ID.matcher(name).matches())
                  && exists.test(name));
      case "Service" -> SERVICE.matcher(name).matches();
      case "Federated" -> List.of("*").contains(name) || name.contains(".") || name.contains(":");
      default -> true;
    };
  }
}
