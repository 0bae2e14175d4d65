package io.outcrop.report.policy;

import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.edit.EditAnswer;
import java.util.List;

/// One request, its answer, what every layer says to it, and what would flip it.
///
/// @param ruling the request and its answer
/// @param explanation what every layer says, in AWS's order
/// @param flip the smallest edit after which the answer is another: allowed if it is denied, and
///   denied if it is allowed
/// @param whereabouts where the policies stand
/// @param notes what the answer rests on
public record LayersExplained(
    Simulation.Ruling ruling,
    Explanation explanation,
    EditAnswer flip,
    Whereabouts whereabouts,
    List<String> notes) {
  public LayersExplained {
    notes = List.copyOf(notes);
  }
}
