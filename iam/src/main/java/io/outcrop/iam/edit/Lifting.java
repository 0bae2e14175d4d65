package io.outcrop.iam.edit;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.sample.Vocabulary;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes a request out of all the statements that decided it: out of every Deny that matches, or,
/// to deny, out of every Allow.
final class Lifting {
  private final Question question;
  private final Map<Place.Held, List<Statement>> deciding = new LinkedHashMap<>();

  /// @param decision the decision whose statements are to be lifted
  Lifting(Question question, Decision decision) {
    this.question = question;
    if (decision.outcome() == Outcome.IMPLICITLY_DENIED) {
      return;
    }
    for (var held : Place.held(question.layers())) {
      var statements =
          decision.decidedBy().stream()
              .filter(ref -> isIn(held, ref.layer(), ref.policy()))
              .map(ref -> ref.statement())
              .distinct()
              .sorted(Comparator.comparingInt(Statement::index).reversed())
              .toList();
      if (!statements.isEmpty()) {
        deciding.put(held, statements);
      }
    }
  }

  private static boolean isIn(Place.Held held, LayerName layer, NamedPolicy policy) {
    return held.place().layer() == layer && held.policy().equals(policy);
  }

  boolean isEmpty() {
    return deciding.isEmpty();
  }

  /// How many documents hold deciding statements.
  int documents() {
    return deciding.size();
  }

  /// The words of the deciding statements.
  Vocabulary vocabulary() {
    return Vocabulary.ofStatements(deciding.values().stream().flatMap(List::stream).toList());
  }

  /// The keys that they test, in lower case.
  Set<String> keys() {
    return vocabulary().keys().keySet();
  }

  /// The layers with `point` taken out of every deciding statement; empty if a policy cannot be
  /// changed, or a cut would leave no part of a statement that says more.
  Optional<Draft> lift(Point point, List<String> obstacles) {
    var draft = Optional.of(Draft.of(question.layers()));
    for (var entry : deciding.entrySet()) {
      var held = entry.getKey();
      if (!held.isEditable()) {
        obstacles.add(
            "policy `"
                + held.policy().name()
                + "` is AWS's own and cannot be changed, only detached");
        return Optional.empty();
      }
      draft = draft.flatMap(one -> lift(one, held, entry.getValue(), point, obstacles));
    }
    return draft;
  }

  private Optional<Draft> lift(
      Draft draft,
      Place.Held held,
      List<Statement> statements,
      Point point,
      List<String> obstacles) {
    var source = held.policy().document().source();
    List<Json.Obj> texts = StatementText.statements(source);
    var words = new ArrayList<String>();
    var wide = draft.cutsWide();
    for (var statement : statements) {
      var cut = Cut.of(held.place().layer(), held.policy(), statement, point, question.known());
      for (var pattern : cut.uncut()) {
        obstacles.add(
            "`"
                + pattern
                + "` in statement "
                + Words.name(statement)
                + " covers more than this request, and a policy cannot say all of it but one");
      }
      wide |= !cut.uncut().isEmpty();
      if (cut.pieces().isEmpty() && !cut.uncut().isEmpty()) {
        return Optional.empty();
      }
      texts = StatementText.replaced(texts, statement.index(), cut.pieces());
      words.addFirst(words(held, statement, cut, point));
    }
    var edited = draft.edit(held, StatementText.with(source, texts), List.copyOf(words));
    return wide ? edited.map(Draft::cutWide) : edited;
  }

  private static String words(Place.Held held, Statement statement, Cut cut, Point point) {
    var verb = statement.effect() == Statement.Effect.DENY ? "denies " : "allows ";
    var many =
        switch (held.place().layer()) {
          case SCP, RCP, ENDPOINT, RESOURCE -> true;
          case IDENTITY, BOUNDARY, SESSION -> false;
        };
    var what = Words.of(point, many);
    return cut.pieces().isEmpty()
        ? "statement "
            + Words.name(statement)
            + ", which "
            + verb
            + "nothing but "
            + what
            + ", goes"
        : "statement " + Words.name(statement) + " no longer " + verb + what;
  }
}
