package io.outcrop.access.cure;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Denial;
import io.outcrop.access.prediction.DenialWords;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Pattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Denies by which somebody locked the principal out on purpose: of everything, without a
/// condition, or by a policy that AWS made for that. Only who did so may lift them.
final class Lockouts {
  private static final String OF_AWS = ":iam::aws:policy/";

  private static final Set<LayerName> HELD = Set.of(LayerName.IDENTITY, LayerName.BOUNDARY);

  private Lockouts() {}

  /// The statements of `denials` that lock out.
  static List<StatementRef> of(Stream<Denial> denials) {
    return denials
        .filter(denial -> denial.explicit() && HELD.contains(denial.layer()))
        .flatMap(denial -> denial.statements().stream())
        .filter(Lockouts::locksOut)
        .distinct()
        .toList();
  }

  /// Whether `ref` locks out.
  static boolean locksOut(StatementRef ref) {
    var statement = ref.statement();
    return statement.effect() == Effect.DENY
        && (ref.policy().arn().contains(OF_AWS) || deniesEverything(statement));
  }

  private static boolean deniesEverything(Statement statement) {
    return statement.conditions().isEmpty()
        && isEverything(statement.actions())
        && isEverything(statement.resources());
  }

  private static boolean isEverything(Statement.Patterns patterns) {
    return !patterns.negated()
        && patterns.values().stream()
            .map(Pattern::text)
            .anyMatch(text -> text.equals("*") || text.equals("*:*"));
  }

  /// What is said instead of a cure.
  static Cure cure(StatementRef ref) {
    return new Cure(
        Applicability.SOMEONE_ELSE,
        "ask whoever locked the principal out: %s %s"
            .formatted(
                DenialWords.statement(ref),
                deniesEverything(ref.statement())
                    ? "denies it everything"
                    : "is of a policy that AWS keeps for that"),
        List.of(),
        List.of(),
        "such a Deny is there on purpose, after a leak or a leaving: `fix` does not lift it, and"
            + " grants nothing besides");
  }
}
