package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.Place.Held;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.sample.Matching;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Allow statements that miss the request by one element, with one more value in it. Only those
/// whose other elements say exactly the request: else the new value would meet others of them, too,
/// maybe unseen because another layer hides it.
final class Widening {
  private final Draft draft;
  private final Held held;
  private final Point point;
  private final Matching matching;
  private final List<Draft> drafts = new ArrayList<>();

  private Widening(Draft draft, Held held, Point point) {
    this.draft = draft;
    this.held = held;
    this.point = point;
    this.matching = new Matching(held.policy().document(), point.request());
  }

  /// Each way to let one statement of the layer allow the request, in the order of the statements.
  static List<Draft> of(Draft draft, Grant grant, Point point) {
    var all = new ArrayList<Draft>();
    for (var held : grant.held(draft.layers())) {
      var own = grant.layer() != LayerName.IDENTITY || !held.isShared();
      if (own && held.isEditable()) {
        var widening = new Widening(draft, held, point);
        held.policy().document().statements().forEach(widening::add);
        all.addAll(widening.drafts);
      }
    }
    return all;
  }

  private void add(Statement statement) {
    if (statement.effect() != Effect.ALLOW || !matching.principals(statement.principals())) {
      return;
    }
    var action = matching.action(statement.actions());
    var resource = matching.resource(statement.resources());
    var missed = statement.conditions().stream().filter(one -> !matching.condition(one)).toList();
    var variables = held.policy().document().allowsVariables();
    var onlyAction = isOnly(StatementText.texts(text(statement), "Action"), point.action());
    var onlyResource = isOnly(statement, point.resource(variables));
    if (!action && resource && onlyResource && missed.isEmpty() && isPinned(statement, "")) {
      element(statement, "Action", statement.actions(), Optional.of(point.action()));
    } else if (!resource && onlyAction && missed.isEmpty() && isPinned(statement, "")) {
      element(statement, "Resource", statement.resources(), point.resource(variables));
    } else if (onlyAction && resource && onlyResource && missed.size() == 1) {
      condition(statement, missed.getFirst(), variables);
    }
  }

  private static boolean isOnly(List<String> texts, String literal) {
    return texts.size() == 1 && texts.getFirst().equalsIgnoreCase(literal);
  }

  private boolean isOnly(Statement statement, Optional<String> resource) {
    var texts = StatementText.texts(text(statement), "Resource");
    return statement.resources().values().isEmpty()
        || (texts.size() == 1 && resource.filter(texts.getFirst()::equals).isPresent());
  }

  /// Whether the statement requires every value that is pinned; that of `except` is about to be.
  private boolean isPinned(Statement statement, String except) {
    var text = text(statement);
    return point.pins().stream()
        .filter(pin -> !pin.key().equalsIgnoreCase(except))
        .allMatch(pin ->
            pin.require(text, held.policy().document().allowsVariables())
                .filter(text::equals)
                .isPresent());
  }

  private void element(
      Statement statement, String element, Patterns patterns, Optional<String> literal) {
    if (literal.isPresent() && !patterns.negated()) {
      var text = text(statement);
      var values = new ArrayList<>(StatementText.texts(text, element));
      values.add(literal.get());
      put(statement, StatementText.withTexts(text, element, values));
    }
  }

  private void condition(Statement statement, Condition condition, boolean variables) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var value = point.request().context().get(condition.key());
    var isList =
        operator.comparison() == Comparison.STRING_EQUALS
            && operator.quantifier() == Quantifier.SINGLE
            && !operator.negated();
    if (!isList
        || value.isEmpty()
        || value.get().multivalued()
        || Volatile.isFree(condition.key())
        || !isPinned(statement, condition.key())) {
      return;
    }
    var text = text(statement);
    var operators = text.object("Condition").orElseThrow();
    var keys = operators.object(condition.operator()).orElseThrow();
    var values = new ArrayList<>(StatementText.texts(keys, condition.key()));
    values.add(Literal.plain(value.get().texts().getFirst(), variables));
    var wider = StatementText.withTexts(keys, condition.key(), values);
    put(statement, text.with("Condition", operators.with(condition.operator(), wider)));
  }

  private Json.Obj text(Statement statement) {
    return StatementText.statements(held.policy().document().source()).get(statement.index());
  }

  private void put(Statement statement, Json.Obj wider) {
    var source = held.policy().document().source();
    var statements = new ArrayList<>(StatementText.statements(source));
    statements.set(statement.index(), wider);
    var words =
        "statement " + Words.name(statement) + " allows " + Words.of(point.bare(), false) + ", too";
    draft.edit(held, StatementText.with(source, statements), List.of(words)).ifPresent(drafts::add);
  }
}
