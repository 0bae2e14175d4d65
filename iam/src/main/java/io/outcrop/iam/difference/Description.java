package io.outcrop.iam.difference;

import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.difference.AccessChange.Example;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.sample.Matching;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/// Says what changes by one statement: no more of it than is on this side only and has an example.
///
/// @param counterparts the statements of the other side about the same, under other conditions
/// @param atoms what of the statement is on this side only
record Description(
    Setting setting, Function<Cause, List<Statement>> counterparts, List<Atom> atoms) {

  String of(
      Cause cause,
      PolicyDocument document,
      Direction direction,
      List<Example> examples,
      boolean whole) {
    var statement = cause.statement();
    var few = examples.stream().limit(12).map(Example::request).toList();
    var actions = actions(document, statement, few);
    var resources = resources(document, statement, few);
    var verb = Sentences.verb(setting.onlyLimits(), direction, statement.effect());
    var text = new StringBuilder(verb);
    var what = Sentences.element(statement.actions().negated(), actions, "all actions");
    if (!whole && counterparts.apply(cause).isEmpty()) {
      text.append(
          setting.onlyLimits()
              ? "part of "
              : what.startsWith("all ") ? "" : wholly(direction, statement.effect()));
    }
    text.append(what);
    if (setting.kind() != PolicyKind.TRUST) {
      text.append(" on ")
          .append(Sentences.element(statement.resources().negated(), resources, "all resources"));
    }
    text.append(principals(statement.principals()));
    var conditions = Sentences.conditions(statement.conditions());
    text.append(conditions.isEmpty() ? "" : " if " + conditions);
    return text.append(otherConditions(cause)).toString();
  }

  /// What is no longer denied as a whole may still be denied in part.
  private static String wholly(Direction direction, Effect effect) {
    var ends = (direction == Direction.GAINED) == (effect == Effect.DENY);
    return ends ? "the whole of " : "all of ";
  }

  private String otherConditions(Cause cause) {
    var others = counterparts.apply(cause);
    if (others.isEmpty()) {
      return "";
    }
    var when = cause.side() == Side.NEW ? "before" : "now";
    var conditions = Sentences.conditions(others.getFirst().conditions());
    return " (" + when + (conditions.isEmpty() ? " always)" : " if " + conditions + ")");
  }

  private List<String> actions(
      PolicyDocument document, Statement statement, List<AuthorizationRequest> examples) {
    var only = atoms.stream().flatMap(atom -> atom.actions().values().stream()).toList();
    return named(
        statement.actions(),
        text -> only.contains(action(text)),
        text -> examples.stream().anyMatch(one -> new Matching(document, one).action(text)));
  }

  private List<String> resources(
      PolicyDocument document, Statement statement, List<AuthorizationRequest> examples) {
    var only = atoms.stream().flatMap(atom -> atom.resources().values().stream()).toList();
    return statement.resources().values().isEmpty()
        ? List.of("*")
        : named(
            statement.resources(),
            text -> only.contains(resource(text, document)),
            text -> examples.stream().anyMatch(one -> new Matching(document, one).resource(text)));
  }

  private static List<String> named(
      Patterns patterns, Predicate<String> isOnlyHere, Predicate<String> hasExample) {
    var texts = patterns.values().stream().map(Pattern::text).distinct().toList();
    if (patterns.negated()) {
      return texts;
    }
    var alone = texts.stream().filter(isOnlyHere).toList();
    var shown = alone.stream().filter(hasExample).toList();
    return !shown.isEmpty() ? shown : alone.isEmpty() ? texts : alone;
  }

  private String principals(Principals principals) {
    return switch (principals) {
      case Principals.Unstated _ -> "";
      case Principals.Anyone(var negated) -> negated ? " for nobody" : " for everyone";
      case Principals.Named(var negated, var names) ->
          " for "
              + Sentences.element(
                  negated,
                  negated ? names.stream().map(NamedPrincipal::name).toList() : onlyHere(names),
                  "everyone");
    };
  }

  private List<String> onlyHere(List<NamedPrincipal> names) {
    return names.stream()
        .filter(name -> isOnlyHere(name, atoms))
        .map(NamedPrincipal::name)
        .distinct()
        .toList();
  }

  /// What of a statement is on its side only, as a statement.
  static Statement onlyHere(Statement statement, PolicyDocument document, List<Atom> atoms) {
    var actions = atoms.stream().flatMap(atom -> atom.actions().values().stream()).toList();
    var resources = atoms.stream().flatMap(atom -> atom.resources().values().stream()).toList();
    return new Statement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        onlyHere(statement.principals(), atoms),
        onlyHere(statement.actions(), text -> actions.contains(action(text))),
        onlyHere(statement.resources(), text -> resources.contains(resource(text, document))),
        statement.conditions(),
        statement.position());
  }

  private static Principals onlyHere(Principals principals, List<Atom> atoms) {
    return principals instanceof Principals.Named(var negated, var names) && !negated
        ? new Principals.Named(
            false, names.stream().filter(name -> isOnlyHere(name, atoms)).toList())
        : principals;
  }

  private static Patterns onlyHere(Patterns patterns, Predicate<String> isOnlyHere) {
    return patterns.negated()
        ? patterns
        : new Patterns(
            false,
            patterns.values().stream().filter(value -> isOnlyHere.test(value.text())).toList());
  }

  private static String action(String text) {
    var normal = text.replaceAll("\\*+", "*").toLowerCase(Locale.ROOT);
    return normal.equals("*:*") ? "*" : normal;
  }

  private static String resource(String text, PolicyDocument document) {
    return Clause.marked(text.replaceAll("\\*+", "*"), document.allowsVariables());
  }

  private static boolean isOnlyHere(NamedPrincipal name, List<Atom> atoms) {
    return atoms.stream()
        .flatMap(atom -> atom.principals().values().stream())
        .anyMatch(one -> one.equals(Atom.name(name)));
  }
}
