package io.outcrop.iam.plain;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import java.util.List;
import java.util.Set;

/// What the pages say about one request.
///
/// @param outcome the answer
/// @param decidedBy the statements that made it so, as `layer/policy/index`
/// @param blockedBy the layers in which nothing allows, in AWS's order; for a permission none
public record Judgement(Outcome outcome, Set<String> decidedBy, List<LayerName> blockedBy) {
  public Judgement {
    decidedBy = Set.copyOf(decidedBy);
    blockedBy = List.copyOf(blockedBy);
  }
}
