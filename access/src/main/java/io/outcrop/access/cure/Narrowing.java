package io.outcrop.access.cure;

import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes some authorisations out of a Deny statement and leaves all else denied, as far as the
/// policy language can say that.
///
/// The actions that are needed are split from those that are not. What is needed of them on every
/// resource becomes `NotResource`; a resource that is listed by name is left out. A listed pattern
/// that covers more than is needed cannot be cut exactly, since a statement knows no "except": what
/// it covers of the names that are known stays denied by [PatternCut], and [#loosened] names it.
final class Narrowing {
  private final List<RequiredAuthorization> needs;
  private final PatternCut cut;
  private final Set<String> loosened = new LinkedHashSet<>();

  /// @param needs what has to be spared
  /// @param knownNames models and profiles that a pattern may mean besides
  Narrowing(List<RequiredAuthorization> needs, List<String> knownNames) {
    this.needs = List.copyOf(needs);
    this.cut = new PatternCut(knownNames);
  }

  /// Patterns that do not deny all any more that they denied, beyond what is needed.
  List<String> loosened() {
    return List.copyOf(loosened);
  }

  /// What takes the place of `statement`: nothing, one statement or two.
  List<Json.Obj> narrowed(Json.Obj statement) {
    if (statement.get("Action").isEmpty()) {
      return resources(statement, needs);
    }
    var hit = new ArrayList<String>();
    var rest = new ArrayList<String>();
    for (var action : texts(statement, "Action")) {
      (needs.stream().anyMatch(need -> covers(action, need)) ? hit : rest).add(action);
    }
    var result = new ArrayList<Json.Obj>();
    if (!rest.isEmpty()) {
      result.add(statement.with("Action", element(rest)));
    }
    var concerned =
        needs.stream()
            .filter(need -> hit.stream().anyMatch(action -> covers(action, need)))
            .toList();
    for (var narrowed : resources(statement.with("Action", element(hit)), concerned)) {
      result.add(rest.isEmpty() ? narrowed : otherSid(narrowed));
    }
    return result;
  }

  private static boolean covers(String action, RequiredAuthorization need) {
    return Wildcard.matches(
        action.toLowerCase(Locale.ROOT), need.action().toLowerCase(Locale.ROOT));
  }

  private List<Json.Obj> resources(Json.Obj statement, List<RequiredAuthorization> concerned) {
    var arns = concerned.stream().map(RequiredAuthorization::resource).distinct().toList();
    if (arns.contains("*")) {
      texts(statement, "Action").stream().filter(Narrowing::isPattern).forEach(loosened::add);
      return List.of();
    }
    if (statement.get("NotResource").isPresent()) {
      var spared = new LinkedHashSet<>(texts(statement, "NotResource"));
      spared.addAll(arns);
      return List.of(statement.with("NotResource", element(List.copyOf(spared))));
    }
    var listed = texts(statement, "Resource");
    if (listed.contains("*")) {
      return List.of(statement.without("Resource").with("NotResource", element(arns)));
    }
    var kept = new ArrayList<String>();
    for (var pattern : listed) {
      var spared = arns.stream().filter(arn -> Wildcard.matches(pattern, arn)).toList();
      if (spared.isEmpty()) {
        kept.add(pattern);
      } else if (isPattern(pattern)) {
        loosened.add(pattern);
        kept.addAll(cut.without(pattern, spared));
      }
    }
    return kept.isEmpty() ? List.of() : List.of(statement.with("Resource", element(kept)));
  }

  private static boolean isPattern(String text) {
    return text.contains("*") || text.contains("?");
  }

  private static Json.Obj otherSid(Json.Obj statement) {
    return statement
        .text("Sid")
        .map(sid -> statement.with("Sid", Json.of(sid + "Narrowed")))
        .orElse(statement);
  }

  private static List<String> texts(Json.Obj statement, String name) {
    return statement
        .get(name)
        .map(value ->
            value instanceof Json.Arr array
                ? array.elements().stream().flatMap(one -> one.asText().stream()).toList()
                : value.asText().stream().toList())
        .orElse(List.of());
  }

  private static Json element(List<String> texts) {
    return texts.size() == 1 ? Json.of(texts.getFirst()) : Json.ofTexts(texts);
  }
}
