package io.outcrop.sandbox.standin;

import java.util.regex.Pattern;

/// Texts by which a caller can ask for rare answers, to test how it takes them. Source: Anthropic,
/// "Streaming refusals", "Extended thinking": each is these words and 64 hexadecimal digits. Any
/// digits do here.
final class Triggers {
  private static final Pattern REFUSAL =
      Pattern.compile("ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL_[0-9A-F]{64}");
  private static final Pattern REDACTION =
      Pattern.compile("ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_[0-9A-F]{64}");
  private static final String BOTH = "ANTHROPIC_MAGIC_STRING_TRIGGER_";

  private Triggers() {}

  static boolean isRefusal(String said) {
    return said.contains(BOTH) && REFUSAL.matcher(said).find();
  }

  static boolean isRedaction(String said) {
    return said.contains(BOTH) && REDACTION.matcher(said).find();
  }
}
