package io.outcrop.iam.sample;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Principals;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Everything by which some statements tell requests apart, in the order in which it is written.
///
/// @param actions the patterns of `Action` and `NotAction`
/// @param resources the patterns of `Resource` and `NotResource`
/// @param conditions every operator with its key
/// @param principals every name in `Principal` and `NotPrincipal`
/// @param keys the condition keys that are tested or used as variables: lower case, to one spelling
public record Vocabulary(
    Set<String> actions,
    Set<String> resources,
    List<Condition> conditions,
    List<NamedPrincipal> principals,
    Map<String, String> keys) {

  /// The words of all statements of `documents`.
  public static Vocabulary of(Collection<PolicyDocument> documents) {
    return ofStatements(
        documents.stream().flatMap(document -> document.statements().stream()).toList());
  }

  /// The words of `statements`.
  public static Vocabulary ofStatements(Collection<Statement> statements) {
    var actions = new LinkedHashSet<String>();
    var resources = new LinkedHashSet<String>();
    var keys = new LinkedHashMap<String, String>();
    for (var statement : statements) {
      statement.actions().values().forEach(pattern -> actions.add(pattern.text()));
      statement.resources().values().forEach(pattern -> resources.add(pattern.text()));
      for (var condition : statement.conditions()) {
        keys.putIfAbsent(condition.key().toLowerCase(Locale.ROOT), condition.key());
        condition.values().forEach(value -> addVariables(value, keys));
      }
      statement.resources().values().forEach(value -> addVariables(value, keys));
    }
    return new Vocabulary(
        actions,
        resources,
        statements.stream().flatMap(statement -> statement.conditions().stream()).toList(),
        statements.stream().flatMap(statement -> names(statement.principals()).stream()).toList(),
        keys);
  }

  private static void addVariables(Pattern pattern, Map<String, String> keys) {
    for (var variable : Samples.variables(pattern.text())) {
      keys.putIfAbsent(variable.toLowerCase(Locale.ROOT), variable);
    }
  }

  private static List<NamedPrincipal> names(Principals principals) {
    return switch (principals) {
      case Principals.Named(_, var names) -> names;
      case Principals.Unstated _, Principals.Anyone _ -> List.of();
    };
  }
}
