package io.outcrop.sandbox.rules;

import java.util.Optional;

/// One thing that has to hold of a request.
@FunctionalInterface
interface Rule {
  /// Why `request` is refused; nothing if it holds.
  Optional<Refusal> refusal(MessagesRequest request);
}
