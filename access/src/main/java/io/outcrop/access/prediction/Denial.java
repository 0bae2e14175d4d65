package io.outcrop.access.prediction;

import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import java.util.List;

/// One authorisation that one layer does not give.
///
/// @param operation the call that needs it
/// @param need what is needed
/// @param layer the layer that refuses
/// @param explicit whether a Deny statement matches; else nothing allows
/// @param statements the Deny statements; none for an implicit denial
public record Denial(
    Operation operation,
    RequiredAuthorization need,
    LayerName layer,
    boolean explicit,
    List<StatementRef> statements) {
  public Denial {
    statements = List.copyOf(statements);
  }
}
