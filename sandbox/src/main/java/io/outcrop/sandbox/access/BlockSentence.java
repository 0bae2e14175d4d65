package io.outcrop.sandbox.access;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Admission;
import io.outcrop.sandbox.visit.Faults;
import java.util.Optional;

/// What Bedrock says to an account that AWS holds back. Sentences as seen by others between 2023
/// and 2026; the code of the last is as the Amazon Bedrock User Guide names it, "Resolve Amazon
/// Bedrock API error codes", BadCScoreException.
public final class BlockSentence {
  private BlockSentence() {}

  /// The refusal; none for an account that is not held back.
  public static Optional<Reply.Fault> of(Admission.Block block) {
    return switch (block) {
      case NONE -> Optional.empty();
      case OPERATION_NOT_ALLOWED -> Optional.of(Faults.invalid("Operation not allowed"));
      case ACCOUNT_NOT_AUTHORIZED ->
          denied("Your account is not authorized to invoke this API operation.");
      case BEING_VERIFIED ->
          denied(
              "Your account is currently being verified. Verification normally takes less than 2"
                  + " hours. Until your account is verified, you may not have access to this"
                  + " operation.");
      case RISK_SCORE -> denied("Your account is not authorized to access this model.");
    };
  }

  private static Optional<Reply.Fault> denied(String message) {
    return Optional.of(Faults.said(403, "AccessDeniedException", message));
  }
}
