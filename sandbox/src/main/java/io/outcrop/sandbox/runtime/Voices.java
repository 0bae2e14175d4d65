package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.conversation.Voice;
import io.outcrop.sandbox.rules.MessagesRules;
import io.outcrop.sandbox.standin.Pacing;
import io.outcrop.sandbox.traits.Traits;

/// Who answers in the models' places.
public interface Voices {
  /// A call that has passed all gates.
  ///
  /// @param traits the model that is called
  /// @param name what people call it
  /// @param seed decides a stand-in's words
  /// @param input what reading the prompt took, as far as that is known beforehand
  /// @param pacing how fast to speak
  record Part(Traits traits, String name, long seed, Usage input, Pacing pacing) {}

  /// Who answers this call.
  Voice voice(Part part);

  /// Who knows their thoughts again.
  MessagesRules.Signatures signatures();
}
