package io.outcrop.sandbox.directory.document;

import static io.outcrop.sandbox.directory.document.PolicyDocuments.anyStatement;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.has;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.statements;
import static io.outcrop.sandbox.directory.document.PolicyDocuments.texts;

import io.outcrop.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What IAM refuses in identity-based policies with a sentence of its own, in the order in which it
/// looks. Source: sentences and order as AWS answered the cases of moto's tests (Apache-2.0), read
/// 2026-11.
final class IdentityRules {
  private static final String LEGACY = "The policy failed legacy parsing";
  private static final Pattern SID = Pattern.compile("[0-9A-Za-z]*");
  private static final Pattern DATE = Pattern.compile("-?[0-9]{1,9}(-[0-9]{1,2}){0,2}");

  private IdentityRules() {}

  /// IAM's sentence, if one applies.
  static Optional<String> wrong(Json.Obj document) {
    return Stream.<Supplier<Optional<String>>>of(
            () -> malformed(document),
            () -> legacy(document),
            () -> sids(document),
            () -> missing(document, "Action", "actions"),
            () -> resources(document),
            () -> actions(document),
            () -> missing(document, "Resource", "resources"))
        .flatMap(rule -> rule.get().stream())
        .findFirst();
  }

  /// What is wrong with the form of the whole; an Effect in the wrong case is looked at later.
  private static Optional<String> malformed(Json.Obj document) {
    var statement = document.get("Statement");
    var isEmpty = statement.map(value -> value instanceof Json.Arr(var all, _) && all.isEmpty());
    var hasBadEffect =
        anyStatement(
            document,
            one ->
                one.text("Effect")
                    .filter(effect ->
                        effect.equalsIgnoreCase("Allow") || effect.equalsIgnoreCase("Deny"))
                    .isEmpty());
    return statement.isEmpty() || isEmpty.orElse(false) || hasBadEffect
        ? Optional.of(PolicyDocuments.SYNTAX)
        : Optional.empty();
  }

  private static Optional<String> legacy(Json.Obj document) {
    var isLegacy =
        anyStatement(
            document,
            one ->
                !List.of("Allow", "Deny").contains(one.text("Effect").orElse(""))
                    || hasBadDate(one)
                    || resourceTexts(one).stream().anyMatch(IdentityRules::isTorn));
    return isLegacy ? Optional.of(LEGACY) : Optional.empty();
  }

  /// An ARN that has lost a part: `arn:aws:s3`, `arn:aws:iam::user/x`.
  private static boolean isTorn(String resource) {
    if (ResourceForm.wrong(resource).isPresent() || resource.equals("*")) {
      return false;
    }
    var parts = resource.split(":", -1);
    return parts.length < 3 || parts[2].isEmpty() || (parts.length < 6 && resource.contains("::"));
  }

  private static boolean hasBadDate(Json.Obj statement) {
    var conditions = statement.object("Condition").orElse(Json.object());
    for (var operator : conditions.members().entrySet()) {
      var name = operator.getKey().replaceFirst("^For(AnyValue|AllValues):", "");
      if (name.startsWith("Date") && operator.getValue().value() instanceof Json.Obj keys) {
        for (var key : keys.members().keySet()) {
          if (!texts(keys, key).stream().allMatch(IdentityRules::isDate)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isDate(String text) {
    try {
      if (text.matches("[0-9]{1,18}")) {
        return true;
      }
      if (DATE.matcher(text).matches()) {
        return text.length() != 10 || LocalDate.parse(text).getYear() > 0;
      }
      return OffsetDateTime.parse(text.endsWith("Z") || text.contains("+") ? text : text + "Z")
              .getYear()
          > 0;
    } catch (DateTimeException _) {
      return text.contains("${");
    }
  }

  private static Optional<String> sids(Json.Obj document) {
    var seen = new HashSet<String>();
    for (var statement : statements(document)) {
      var sid = statement.text("Sid").orElse("");
      if (!SID.matcher(sid).matches()) {
        return Optional.of(
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the"
                + " regular expression [0-9A-Za-z]*");
      }
      if (!sid.isEmpty() && !seen.add(sid)) {
        return Optional.of("Statement IDs (SID) in a single policy must be unique.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing(Json.Obj document, String element, String words) {
    var isMissing =
        anyStatement(
            document,
            one ->
                !(has(one, element) || has(one, "Not" + element))
                    || isEmpty(one, element)
                    || isEmpty(one, "Not" + element));
    return isMissing
        ? Optional.of("Policy statement must contain " + words + ".")
        : Optional.empty();
  }

  private static boolean isEmpty(Json.Obj statement, String element) {
    return statement.get(element).orElse(Json.ofNull()) instanceof Json.Arr(var all, _)
        && all.isEmpty();
  }

  private static Optional<String> resources(Json.Obj document) {
    return statements(document).stream()
        .flatMap(one -> resourceTexts(one).stream())
        .flatMap(resource -> ResourceForm.wrong(resource).stream())
        .findFirst();
  }

  private static List<String> resourceTexts(Json.Obj statement) {
    return Stream.of("Resource", "NotResource")
        .flatMap(name -> texts(statement, name).stream())
        .toList();
  }

  private static Optional<String> actions(Json.Obj document) {
    return statements(document).stream()
        .flatMap(one -> Stream.of("Action", "NotAction").flatMap(name -> texts(one, name).stream()))
        .flatMap(action -> action(action).stream())
        .findFirst();
  }

  private static Optional<String> action(String action) {
    var parts = action.split(":", -1);
    if (parts.length == 1 && !action.equals("*")) {
      return Optional.of(
          "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }
    if (parts.length > 2) {
      return Optional.of("Actions/Condition can contain only one colon.");
    }
    return parts[0].matches("\\*|[a-zA-Z0-9.-]+")
        ? Optional.empty()
        : Optional.of("Vendor " + parts[0] + " is not valid");
  }
}
