package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Reply;

/// One operation of a service.
@FunctionalInterface
public interface Operation {
  /// Answers `visit`; the world does not change meanwhile but by this operation.
  Reply answer(Visit visit);
}
