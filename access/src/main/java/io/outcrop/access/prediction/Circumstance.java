package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Explanation.Match;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.Mismatch;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A condition on how, when, from where or by whom a call is made, that stands between the caller
/// and the model: of a Deny, one that holds; of an Allow, one that does not. Whoever wrote it wants
/// it to be met, not to be passed over.
///
/// @param statement whose condition it is
/// @param condition the condition
/// @param brought what the call brings for its key, in words
public record Circumstance(StatementRef statement, Condition condition, String brought) {
  /// Where a model is and where a profile leads: what a call wants, not how it is made.
  private static final Set<String> OF_DESTINATION =
      Set.of("aws:requestedregion", "bedrock:inferenceprofilearn");

  /// Those of the Deny statements of `denial`.
  public static List<Circumstance> of(Denial denial, Permissions permissions) {
    return denial.statements().stream()
        .flatMap(ref -> of(ref, denial.need(), permissions).stream())
        .toList();
  }

  /// Those of one Deny statement.
  public static List<Circumstance> of(
      StatementRef ref, RequiredAuthorization need, Permissions permissions) {
    var request = Denials.request(permissions, need);
    return ref.statement().conditions().stream()
        .filter(Circumstance::isOfCall)
        .map(condition -> of(ref, condition, request.context().get(condition.key()), permissions))
        .toList();
  }

  /// Those of the Allow statements of `layer` that are about `need` and would give it if they were
  /// met.
  public static List<Circumstance> unmet(
      RequiredAuthorization need, LayerName layer, Permissions permissions) {
    var layers = Layers.on(need, permissions.layers(), permissions.principal().account());
    return Authorizer.prepare(layers).explain(Denials.request(permissions, need)).layers().stream()
        .filter(answer -> answer.layer() == layer)
        .flatMap(answer -> answer.statements().stream())
        .filter(answer -> answer.ref().statement().effect() == Effect.ALLOW)
        .filter(answer ->
            answer.match() instanceof Match.Fails(var mismatches)
                && mismatches.stream().allMatch(Mismatch.OfCondition.class::isInstance))
        .flatMap(answer ->
            ((Match.Fails) answer.match())
                .mismatches().stream()
                    .map(Mismatch.OfCondition.class::cast)
                    .filter(mismatch -> isOfCall(mismatch.written()))
                    .map(mismatch ->
                        of(answer.ref(), mismatch.written(), mismatch.found(), permissions)))
        .toList();
  }

  private static Circumstance of(
      StatementRef ref, Condition condition, Optional<Value> found, Permissions permissions) {
    var isSeen =
        KnownKeys.of(permissions).doubt(condition.key().toLowerCase(Locale.ROOT)) == Doubt.NONE;
    var brought =
        found
            .map(value -> "`" + String.join(", ", value.texts()) + "`")
            .orElse(isSeen ? "nothing" : "what cannot be seen from here");
    return new Circumstance(ref, condition, brought);
  }

  private static boolean isOfCall(Condition condition) {
    return !OF_DESTINATION.contains(condition.key().toLowerCase(Locale.ROOT));
  }

  /// Whether the condition stands in an Allow, which wants it to hold.
  public boolean isWanted() {
    return statement.statement().effect() == Effect.ALLOW;
  }

  /// The values that the condition compares with.
  public List<String> values() {
    return condition.values().stream().map(Pattern::text).toList();
  }

  /// The condition as it is written, and what the call brings: what is added to the sentence of a
  /// denial.
  String words() {
    var written =
        "`%s %s %s`"
            .formatted(
                condition.operator(),
                condition.key(),
                condition.values().stream().map(Pattern::text).collect(Collectors.joining(" or ")));
    return "%s, and the call brings %s".formatted(written, brought);
  }
}
