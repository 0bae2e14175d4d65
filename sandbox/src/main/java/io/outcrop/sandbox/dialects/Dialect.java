package io.outcrop.sandbox.dialects;

import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.standin.PromptTokens;
import io.outcrop.sandbox.traits.Traits;
import java.util.List;
import java.util.Map;

/// How a call is written and its answer spelled.
public interface Dialect {
  /// What came of reading a call.
  sealed interface Reading {
    /// It asks this, and the model may answer.
    ///
    /// @param tokens how long it is
    record Asked(Ask ask, PromptTokens tokens) implements Reading {}

    /// It is refused.
    record Invalid(Reply.Fault fault) implements Reading {}
  }

  /// Spells an answer piece by piece. For one answer.
  interface Teller {
    /// The events that bring `piece`; none for a piece that the dialect has no word for.
    List<Reply.Event> tell(Piece piece);
  }

  /// Reads what `call` asks of the model of `traits`.
  Reading read(Call call, Traits traits);

  /// The answer in one piece.
  Reply whole(Speaker speaker, Completion completion);

  /// Who spells an answer as events.
  Teller teller(Speaker speaker);

  /// The headers that go with a stream.
  default Map<String, String> streamHeaders() {
    return Map.of();
  }
}
