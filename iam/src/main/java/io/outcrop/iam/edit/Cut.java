package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.sample.Matching;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes one request out of a statement that matches it.
///
/// A statement `S` without the request that has action `a`, resource `r` and key values `k₁ … kₙ`
/// is the union of `S` about other actions; `S` about `a` and other resources; `S` about `a`, `r`
/// and other callers; and, for each key, `S` about `a` and `r` with another value. Each is one
/// statement, written as near to `S` as can be; those that match nothing are left out. An action or
/// resource that only a pattern covers cannot always be taken out of it: the language has no
/// "except". Then that piece is missing, the cut is too wide, and the caller finds out by deciding.
///
/// @param pieces what takes the place of the statement; nothing if it matched only the request
/// @param uncut patterns that the request could not be taken out of
record Cut(List<Json.Obj> pieces, List<String> uncut) {
  private static final Set<LayerName> ABOUT_MANY_CALLERS =
      Set.of(LayerName.SCP, LayerName.RCP, LayerName.ENDPOINT, LayerName.RESOURCE);

  static Cut of(
      LayerName layer,
      NamedPolicy policy,
      Statement statement,
      Point point,
      Function<String, List<String>> known) {
    var text = StatementText.statements(policy.document().source()).get(statement.index());
    var cutting = new Cutting(policy, point, known);
    var rest = cutting.action(text);
    if (policy.document().kind() != PolicyKind.TRUST && !point.request().resource().equals("*")) {
      rest = cutting.resource(rest);
    }
    if (ABOUT_MANY_CALLERS.contains(layer)) {
      cutting.caller(rest);
    }
    for (var pin : point.pins()) {
      cutting.except(rest, pin);
    }
    return new Cut(cutting.pieces, cutting.uncut);
  }

  /// One cut on its way.
  private static final class Cutting {
    private final List<Json.Obj> pieces = new ArrayList<>();
    private final List<String> uncut = new ArrayList<>();
    private final Point point;
    private final Function<String, List<String>> known;
    private final boolean variables;
    private final PolicyKind kind;
    private final Matching matching;

    private Cutting(NamedPolicy policy, Point point, Function<String, List<String>> known) {
      this.point = point;
      this.known = known;
      this.variables = policy.document().allowsVariables();
      this.kind = policy.document().kind();
      this.matching = new Matching(policy.document(), point.request());
    }

    /// Adds the piece about other actions; what is left is about the request's action.
    private Json.Obj action(Json.Obj text) {
      return element(text, "Action", Optional.of(point.action()), matching::action);
    }

    private Json.Obj resource(Json.Obj text) {
      return text.get("Resource").isEmpty() && text.get("NotResource").isEmpty()
          ? text
          : element(text, "Resource", point.resource(variables), matching::resource);
    }

    private Json.Obj element(
        Json.Obj text, String element, Optional<String> literal, Predicate<String> matches) {
      if (literal.isEmpty()) {
        uncut.addAll(StatementText.texts(text, element));
        return text;
      }
      return switch (part(text, element, literal.get(), matches)) {
        case Part.Other(var other) -> {
          pieces.add(other);
          yield narrowedTo(text, element, literal.get());
        }
        case Part.Nothing _ -> text;
        case Part.Uncut(var pattern) -> {
          uncut.add(pattern);
          yield text;
        }
      };
    }

    private static Json.Obj narrowedTo(Json.Obj text, String element, String literal) {
      return text.get("Not" + element).isPresent()
          ? StatementText.renamed(text, "Not" + element, element, Json.of(literal))
          : text.with(element, Json.of(literal));
    }

    private Part part(Json.Obj text, String element, String literal, Predicate<String> matches) {
      if (text.get("Not" + element).isPresent()) {
        var spared = new ArrayList<>(StatementText.texts(text, "Not" + element));
        spared.add(literal);
        return new Part.Other(StatementText.withTexts(text, "Not" + element, spared));
      }
      var kept = new ArrayList<String>();
      for (var pattern : StatementText.texts(text, element)) {
        if (!matches.test(pattern)) {
          kept.add(pattern);
        } else if (isEverything(pattern)) {
          return kind == PolicyKind.RCP && element.equals("Action")
              ? new Part.Uncut(pattern)
              : new Part.Other(
                  StatementText.renamed(text, element, "Not" + element, Json.of(literal)));
        } else if (!isSame(pattern, literal, element)) {
          var longer = longer(pattern, literal, element);
          var rest = longer.map(List::of).orElseGet(() -> KnownRest.of(pattern, literal, known));
          if (rest.isEmpty()) {
            return new Part.Uncut(pattern);
          }
          if (longer.isEmpty()) {
            uncut.add(pattern);
          }
          kept.addAll(rest);
        }
      }
      return kept.isEmpty()
          ? new Part.Nothing()
          : new Part.Other(StatementText.withTexts(text, element, kept));
    }

    private static boolean isEverything(String pattern) {
      return pattern.equals("*:*") || pattern.chars().allMatch(letter -> letter == '*');
    }

    private static boolean isSame(String pattern, String literal, String element) {
      return element.equals("Action") ? pattern.equalsIgnoreCase(literal) : pattern.equals(literal);
    }

    /// `InvokeModel*` without `InvokeModel` is `InvokeModel?*`, and likewise for any one star.
    private static Optional<String> longer(String pattern, String literal, String element) {
      var star = pattern.indexOf('*');
      var once = star >= 0 && star == pattern.lastIndexOf('*') && !pattern.contains("?");
      return once && isSame(pattern.replace("*", ""), literal, element)
          ? Optional.of(pattern.replace("*", "?*"))
          : Optional.empty();
    }

    /// Adds the piece about other callers.
    private void caller(Json.Obj text) {
      var others = otherPrincipals(text);
      if (others.isPresent()) {
        others.get().ifPresent(pieces::add);
      } else {
        point.caller().pin().ifPresent(pin -> except(text, pin));
      }
    }

    /// The statement about the other principals that it lists, maybe none; empty if the caller is
    /// not listed alone by its name.
    private Optional<Optional<Json.Obj>> otherPrincipals(Json.Obj text) {
      var principals = text.object("Principal");
      if (principals.isEmpty() || principals.get().members().size() != 1) {
        return Optional.empty();
      }
      var type = principals.get().members().keySet().iterator().next();
      var names = new ArrayList<>(StatementText.texts(principals.get(), type));
      if (!names.removeIf(point.caller()::isNamedBy) || names.stream().anyMatch(this::isCaller)) {
        return Optional.empty();
      }
      return Optional.of(
          names.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  text.with("Principal", StatementText.withTexts(principals.get(), type, names))));
    }

    private boolean isCaller(String name) {
      var account = point.request().principal().account();
      return name.equals("*")
          || (!account.isEmpty()
              && (name.equals(account) || name.endsWith(":iam::" + account + ":root")));
    }

    private void except(Json.Obj text, Pin pin) {
      pin.except(text, variables).ifPresentOrElse(pieces::addAll, () -> uncut.add(pin.key()));
    }
  }

  /// What is left of one element without the request's value.
  private sealed interface Part {
    record Other(Json.Obj statement) implements Part {}

    record Nothing() implements Part {}

    record Uncut(String pattern) implements Part {}
  }
}
