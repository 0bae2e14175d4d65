package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.standin.Completion;
import io.outcrop.sandbox.standin.Prompt;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;

/// How a call is written and its answer spelled.
interface Dialect {
  /// What came of reading a call.
  sealed interface Reading {
    /// It asks this.
    record Asked(Prompt prompt) implements Reading {}

    /// It is refused in these words.
    record Invalid(String message) implements Reading {}
  }

  /// Reads what the call asks.
  Reading read(Visit visit);

  /// The answer in one piece.
  Reply whole(Visit visit, Speaker speaker, Completion completion);

  /// The answer as events.
  List<Reply.Event> events(Visit visit, Speaker speaker, Completion completion);
}
