package io.outcrop.iam.walk;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement.Effect;
import java.util.List;

/// What one layer says to a request; of service and resource control policies, one level of it.
///
/// @param level the level of the organization; empty for other layers
/// @param policies how many policies there are
/// @param matched the statements that match, in order
/// @param nearMisses the statements that fail in one element alone, in order
public record LayerAnswer(
    LayerName layer,
    String level,
    Standing standing,
    int policies,
    List<StatementRef> matched,
    List<NearMiss> nearMisses) {
  public LayerAnswer {
    matched = List.copyOf(matched);
    nearMisses = List.copyOf(nearMisses);
  }

  /// What a layer's statements amount to.
  public sealed interface Standing {
    /// A Deny statement matches.
    record Denies() implements Standing {}

    /// An Allow statement matches, and no Deny statement.
    ///
    /// @param aloneIsEnough whether the layer grants by itself: a resource-based policy that names
    ///   the principal; it does not where it names the account
    record Allows(boolean aloneIsEnough) implements Standing {}

    /// No statement matches.
    record Silent() implements Standing {}

    /// There is no such layer on the way.
    record Absent() implements Standing {}

    /// Such a layer does not reach this caller.
    record OutOfReach() implements Standing {}

    /// Nobody could look.
    record Unknown(String why) implements Standing {}
  }

  /// A statement that would match if one element were another.
  ///
  /// @param element `Action`, `Resource`, `Principal` or `Condition`, in its `Not…` form where the
  ///   statement has it
  /// @param wanted what the statement asks for; of a condition, operator and key too
  /// @param found what the request brings; empty if it brings nothing
  public record NearMiss(StatementRef ref, String element, String wanted, String found) {}

  static Standing standing(List<StatementRef> matched, boolean aloneIsEnough) {
    if (matched.stream().anyMatch(ref -> ref.statement().effect() == Effect.DENY)) {
      return new Standing.Denies();
    }
    return matched.isEmpty() ? new Standing.Silent() : new Standing.Allows(aloneIsEnough);
  }
}
