package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.conversation.Voice;
import io.outcrop.sandbox.rules.MessagesRules;
import io.outcrop.sandbox.standin.Pause;
import io.outcrop.sandbox.standin.Seal;
import io.outcrop.sandbox.standin.StandIn;
import io.outcrop.sandbox.traits.Traits;

/// The stand-in for every model.
///
/// @param pause how it waits
public record StandIns(Pause pause) implements Voices {
  @Override
  public Voice voice(Part part) {
    return new StandIn(
        new StandIn.Part(
            part.seed(), part.name(), part.traits().can(Traits.Ability.THINKING_SHOWN)),
        part.input(),
        part.pacing(),
        pause);
  }

  @Override
  public MessagesRules.Signatures signatures() {
    return new Seal();
  }
}
