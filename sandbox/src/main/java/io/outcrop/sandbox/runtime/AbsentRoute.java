package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;

/// A route of Anthropic's API that Bedrock's runtime does not have. Source: measured by others in
/// 2026-09: UnknownOperationException.
final class AbsentRoute implements Operation {
  private static final int NOT_FOUND = 404;

  @Override
  public Reply answer(Visit visit) {
    return new Reply.Fault(NOT_FOUND, "UnknownOperationException", "Unknown operation", true);
  }
}
