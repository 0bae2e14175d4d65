package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Reply;

/// One operation of a service.
@FunctionalInterface
public interface Operation {
  /// Answers `visit`, beside others. If it comes to change the world, it is asked again from the
  /// start while nobody else changes anything; until then it leaves nothing behind that would do
  /// harm twice.
  Reply answer(Visit visit);
}
