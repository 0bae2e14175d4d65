package io.outcrop.sandbox.wire.eventstream;

import java.util.List;
import java.util.Map;

/// What came of reading frames.
public sealed interface FrameReading {
  /// Whole frames, one after the other.
  record Read(List<Frame> frames) implements FrameReading {
    public Read {
      frames = List.copyOf(frames);
    }
  }

  /// Something else, or frames that were cut or changed.
  record Malformed(String message) implements FrameReading {}

  /// One frame.
  ///
  /// @param headers those whose values are texts, by name
  /// @param payloadBytes how long its payload is
  record Frame(Map<String, String> headers, int payloadBytes) {
    public Frame {
      headers = Map.copyOf(headers);
    }
  }
}
