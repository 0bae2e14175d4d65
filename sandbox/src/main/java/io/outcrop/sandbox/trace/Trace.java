package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Visitor;
import java.time.Instant;
import java.util.Optional;

/// One call that is over, and everything that its traces are made of.
///
/// @param call what was called
/// @param visitor by whom
/// @param at when it came, by the world's clock
/// @param region which region answered
/// @param outcome what became of it
/// @param model which model it was about, and what it used
/// @param isLogged whether bodies of calls to models are kept
public record Trace(
    Call call,
    Visitor visitor,
    Instant at,
    String region,
    Outcome outcome,
    ForModel model,
    boolean isLogged) {

  /// What became of a call.
  public sealed interface Outcome {
    /// It was answered; what a modelled output says, if there is one, else the body as it was sent,
    /// or the events of a stream.
    record Answered(Json body) implements Outcome {}

    /// It was refused.
    record Refused(Reply.Fault reason) implements Outcome {}

    /// The error, if there is one.
    default Optional<Reply.Fault> fault() {
      return this instanceof Refused(Reply.Fault reason) ? Optional.of(reason) : Optional.empty();
    }
  }

  /// What a call has to do with a model.
  public sealed interface ForModel {
    /// Nothing.
    record None() implements ForModel {}

    /// It was refused, or never came to a model.
    record Refused() implements ForModel {}

    /// It was admitted.
    ///
    /// @param use what it used
    /// @param quotaTokens what that counts for against the quotas
    record Admitted(ModelUse use, long quotaTokens) implements ForModel {}
  }
}
