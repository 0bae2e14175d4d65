package io.outcrop.sandbox.rules;

import java.util.Optional;

/// Beta flags that the model does not take.
final class Betas implements Rule {
  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var flags = request.context().betas();
    return Refusal.unless(request.ask().betas().stream().allMatch(flags::takes), Sentence.BETA);
  }
}
