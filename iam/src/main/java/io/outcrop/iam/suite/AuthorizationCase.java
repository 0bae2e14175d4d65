package io.outcrop.iam.suite;

import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One case of a suite.
///
/// @param id its name in the suite, unique there
/// @param name what it claims, in words
/// @param tags what it is about
/// @param request the question
/// @param layers the policies
/// @param expected the answer expected
/// @param beyond why the engine cannot run it: the tag it is counted under; empty if it can
public record AuthorizationCase(
    String id,
    String name,
    List<String> tags,
    AuthorizationRequest request,
    PolicyLayers layers,
    Expected expected,
    String beyond) {
  public AuthorizationCase {
    tags = List.copyOf(tags);
  }

  /// The answer expected. What a case does not state is not compared.
  ///
  /// @param decision the outcome, in the format's words: `allowed`
  /// @param deniedBy the layers that keep the caller from what identity, resource and session
  ///   policies grant
  /// @param decidedBy the decisive statements, as [#statement] writes them
  /// @param missingKeys the absent keys that could change the decision
  /// @param unknown the layers that nobody could look at and that could change the decision
  /// @param requirement the condition under which the request is allowed
  /// @param sessionNameUnknown whether that condition asks for the name of the caller's session
  public record Expected(
      String decision,
      Optional<Set<String>> deniedBy,
      Optional<Set<String>> decidedBy,
      Optional<Set<String>> missingKeys,
      Optional<Set<String>> unknown,
      Optional<Requirement> requirement,
      Optional<Boolean> sessionNameUnknown) {

    /// A statement as expectations are compared: `identity/policy/0`.
    static String statement(String layer, String policy, long statement) {
      return layer + "/" + policy + "/" + statement;
    }
  }
}
