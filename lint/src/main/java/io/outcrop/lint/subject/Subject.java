package io.outcrop.lint.subject;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ConditionKey;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One policy on the table, with everything that is known about it. For one thread.
public final class Subject {
  private final String text;
  private final PolicyKind kind;
  private final LintOptions options;
  private final Json root;
  private final List<StatementView> statements;
  private final ServiceReference reference;
  private final ModelCatalogue models;
  private final IdentityHashMap<StatementView, List<Action>> actions = new IdentityHashMap<>();
  private final Map<String, List<Action>> matching = new HashMap<>();
  private final Map<String, Optional<ConditionKey>> keys = new HashMap<>();

  /// A policy that is JSON.
  public Subject(
      String text,
      PolicyKind kind,
      LintOptions options,
      Json root,
      ServiceReference reference,
      ModelCatalogue models) {
    this.text = text;
    this.kind = kind;
    this.options = options;
    this.root = root;
    this.statements = SubjectReader.statements(root);
    this.reference = reference;
    this.models = models;
  }

  /// The policy as it was written.
  public String text() {
    return text;
  }

  /// What it is used as.
  public PolicyKind kind() {
    return kind;
  }

  /// What is known about where it is used.
  public LintOptions options() {
    return options;
  }

  /// The policy as it was read.
  public Json root() {
    return root;
  }

  /// The place of the whole document.
  public Place place() {
    return new Place("", root.position());
  }

  /// Its statements, as far as they can be read.
  public List<StatementView> statements() {
    return statements;
  }

  /// Those of its statements that allow.
  public Stream<StatementView> allowing() {
    return statements.stream().filter(StatementView::allows);
  }

  /// Which actions, resource types and keys exist.
  public ServiceReference reference() {
    return reference;
  }

  /// Which models exist.
  public ModelCatalogue models() {
    return models;
  }

  /// Whether its version lets policy variables be replaced.
  public boolean hasVariables() {
    return root instanceof Json.Obj object
        && object.text("Version").filter("2012-10-17"::equals).isPresent();
  }

  /// The actions that a statement names, without those of a bare `*`; none for `NotAction`.
  public List<Action> actions(StatementView statement) {
    return actions.computeIfAbsent(statement, this::expand);
  }

  /// The condition key that the policy calls `name`, if it exists.
  public Optional<ConditionKey> key(String name) {
    return keys.computeIfAbsent(name, reference::key);
  }

  /// The actions that one pattern matches; none for a bare `*`.
  public List<Action> matching(String pattern) {
    return pattern.equals("*") ? List.of() : matching.computeIfAbsent(pattern, reference::matching);
  }

  /// Whether a statement is about `action`, by `Action` or by `NotAction`.
  public boolean isAbout(StatementView statement, String action) {
    var element = statement.action();
    return element.isPresent()
        && element.get().isNegated()
            != element.get().values().stream()
                .anyMatch(value -> Patterns.matchesIgnoringCase(value.value(), action));
  }

  /// `resource` as a pattern: policy variables stand for anything.
  public String pattern(String resource) {
    return hasVariables() ? Variables.replaced(resource) : resource;
  }

  private List<Action> expand(StatementView statement) {
    var all = Collections.<Action>newSetFromMap(new IdentityHashMap<>());
    var inOrder = new ArrayList<Action>();
    for (var pattern : statement.actions()) {
      for (var action : matching(pattern.value())) {
        if (all.add(action)) {
          inOrder.add(action);
        }
      }
    }
    return List.copyOf(inOrder);
  }
}
