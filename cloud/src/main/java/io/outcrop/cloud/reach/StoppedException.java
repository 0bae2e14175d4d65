package io.outcrop.cloud.reach;

import java.io.IOException;

/// A connection goes no further. Becomes a step before it leaves the room.
final class StoppedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  StoppedException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
