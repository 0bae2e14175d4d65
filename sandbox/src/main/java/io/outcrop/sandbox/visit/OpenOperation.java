package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.live.LiveWorld;
import java.time.Instant;

/// One operation that takes calls without a signature: what the input brings proves who calls.
@FunctionalInterface
public interface OpenOperation {
  /// Answers `arrival`; the world does not change meanwhile but by this operation.
  Reply answer(Arrival arrival);

  /// A call that is being answered, by nobody who is known yet.
  ///
  /// @param call the call
  /// @param world what is now, and where changes go
  /// @param now the world's time
  /// @param guard who decides
  record Arrival(Call call, LiveWorld world, Instant now, Guard guard) {
    /// A member of the input; empty text if it is missing.
    public String text(String name) {
      return call.input().text(name).orElse("");
    }
  }
}
