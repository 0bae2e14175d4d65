package io.outcrop.iam.decision;

import java.util.List;

/// A decision with all that led to it.
///
/// @param decision the decision
/// @param layers what each layer says, in the order in which AWS looks at them; a layer of an
///   organization has one entry for each level
/// @param requirement under which condition the request is allowed, if that depends on something
///   unknown; else a constant
public record Explanation(Decision decision, List<LayerAnswer> layers, Requirement requirement) {
  public Explanation {
    layers = List.copyOf(layers);
  }

  /// What one layer, or one level of it, says.
  ///
  /// @param layer the layer
  /// @param level the level of the organization; empty where a layer has none
  /// @param standing its answer
  /// @param policies how many policies it has
  /// @param statements those that match, could match, or almost match, in the order of the policies
  public record LayerAnswer(
      LayerName layer,
      String level,
      Standing standing,
      int policies,
      List<StatementAnswer> statements) {
    public LayerAnswer {
      statements = List.copyOf(statements);
    }
  }

  /// The answer of a layer, by itself.
  public sealed interface Standing {
    /// There is no such layer.
    record Absent() implements Standing {}

    /// It does not reach this caller, or this action: service control policies do not reach a
    /// service.
    record OutOfReach() implements Standing {}

    /// Nobody could look.
    record Unseen(String why) implements Standing {}

    /// A Deny matches.
    record Denies() implements Standing {}

    /// An Allow matches, and no Deny.
    ///
    /// @param alone whether that needs no identity-based policy: a resource-based policy that names
    ///   the caller and not its account; false for other layers
    record Allows(boolean alone) implements Standing {}

    /// Neither an Allow nor a Deny matches.
    record Silent() implements Standing {}

    /// Something unknown decides.
    record Depends() implements Standing {}
  }

  /// What one statement says.
  public record StatementAnswer(StatementRef ref, Match match) {}

  /// How a statement meets a request.
  public sealed interface Match {
    /// It matches.
    record Matches() implements Match {}

    /// It matches or not, by something unknown.
    record Depends() implements Match {}

    /// It does not match.
    ///
    /// @param mismatches each element that failed, in the order action, principal, resource,
    ///   conditions; never empty
    record Fails(List<Mismatch> mismatches) implements Match {
      public Fails {
        mismatches = List.copyOf(mismatches);
      }

      /// The element that failed first.
      public Mismatch first() {
        return mismatches.getFirst();
      }
    }
  }
}
