package io.outcrop.sandbox.signature;

import io.outcrop.sandbox.call.Reply;

/// What came of reading a request's claim.
sealed interface ClaimReading {
  record Claimed(Claim claim) implements ClaimReading {}

  record Unsigned() implements ClaimReading {}

  record Refused(Reply.Fault fault) implements ClaimReading {}
}
