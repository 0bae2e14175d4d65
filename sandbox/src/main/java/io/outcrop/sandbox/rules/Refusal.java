package io.outcrop.sandbox.rules;

import java.util.List;
import java.util.Optional;

/// Why a request is refused.
///
/// @param sentence what is said
/// @param parts what stands for its gaps
public record Refusal(Sentence sentence, List<String> parts) {
  public Refusal {
    parts = List.copyOf(parts);
  }

  /// A refusal with the parts of its sentence.
  public static Refusal of(Sentence sentence, Object... parts) {
    return new Refusal(sentence, List.of(parts).stream().map(String::valueOf).toList());
  }

  /// The whole sentence.
  public String text() {
    return sentence.text(parts.toArray());
  }

  static Optional<Refusal> because(Sentence sentence, Object... parts) {
    return Optional.of(of(sentence, parts));
  }

  static Optional<Refusal> unless(boolean holds, Sentence sentence, Object... parts) {
    return holds ? Optional.empty() : because(sentence, parts);
  }
}
