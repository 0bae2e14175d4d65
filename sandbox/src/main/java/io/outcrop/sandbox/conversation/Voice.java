package io.outcrop.sandbox.conversation;

/// Who answers in a model's place: the stand-in, or a model behind another endpoint.
public interface Voice {
  /// What came of asking.
  sealed interface Answer {
    /// Said whole.
    record Whole(Completion completion) implements Answer {}

    /// Being said; the reader closes it.
    record Streamed(Pieces pieces) implements Answer {}

    /// Nothing was said.
    ///
    /// @param status the HTTP status of who should have answered; 0 if there was no answer
    /// @param message what went wrong
    record Failed(int status, String message) implements Answer {}
  }

  /// Answers `ask`; a stream is pulled by its reader.
  ///
  /// @param whole whether the answer is wanted in one piece
  Answer answer(Ask ask, boolean whole);
}
