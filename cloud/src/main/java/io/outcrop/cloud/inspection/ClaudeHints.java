package io.outcrop.cloud.inspection;

import io.outcrop.cloud.inspection.Hint.Kind;
import java.util.List;

/// Settings of Claude's own clients, which decide whether they come to Bedrock at all. Source:
/// Claude Code's documentation, "Claude Code on Amazon Bedrock" and "Environment variables", read
/// 2026-11.
final class ClaudeHints {
  private static final List<String> OTHER_CLOUDS =
      List.of("CLAUDE_CODE_USE_VERTEX", "CLAUDE_CODE_USE_FOUNDRY");

  private final Looking looking;

  private ClaudeHints(Looking looking) {
    this.looking = looking;
  }

  static void add(Looking looking) {
    var hints = new ClaudeHints(looking);
    hints.elsewhere();
    hints.bedrock();
  }

  private void elsewhere() {
    var bedrock = isOn("CLAUDE_CODE_USE_BEDROCK");
    if (isSet("ANTHROPIC_API_KEY") || isSet("ANTHROPIC_AUTH_TOKEN")) {
      var name = isSet("ANTHROPIC_API_KEY") ? "ANTHROPIC_API_KEY" : "ANTHROPIC_AUTH_TOKEN";
      note(
          name,
          bedrock
              ? "`%s` is set beside `CLAUDE_CODE_USE_BEDROCK`: Claude Code goes to Bedrock,"
                  + " Anthropic's SDKs without their Bedrock client go to Anthropic"
              : "`%s` is set: Anthropic's SDKs and Claude Code go to Anthropic's own API with it,"
                  + " not to Bedrock");
    }
    for (var name : OTHER_CLOUDS) {
      if (isOn(name)) {
        note(name, "`%s` is set: Claude Code goes to another cloud than Bedrock");
      }
    }
    if (isSet("ANTHROPIC_BASE_URL")) {
      note("ANTHROPIC_BASE_URL", "`%s` is set: Anthropic's SDKs go there instead of to Anthropic");
    }
  }

  private void bedrock() {
    if (!isOn("CLAUDE_CODE_USE_BEDROCK")) {
      return;
    }
    if (!isSet("AWS_REGION")) {
      note(
          "CLAUDE_CODE_USE_BEDROCK",
          "`%s` is set and `AWS_REGION` is not: Claude Code reads the region from that variable");
    }
    if (isOn("CLAUDE_CODE_SKIP_BEDROCK_AUTH")) {
      note(
          "CLAUDE_CODE_SKIP_BEDROCK_AUTH",
          "`%s` is set: Claude Code signs nothing, which only a gateway can make good");
    }
    if (isSet("ANTHROPIC_BEDROCK_BASE_URL")) {
      note(
          "ANTHROPIC_BEDROCK_BASE_URL",
          "`%s` is set: Claude Code sends Bedrock's calls there, Outcrop does not");
    }
  }

  private void note(String name, String text) {
    looking.add(Kind.CLAUDE_CLIENT, text.formatted(name), "environment");
  }

  private boolean isSet(String name) {
    return !looking.client().environment().getOrDefault(name, "").isBlank();
  }

  private boolean isOn(String name) {
    var value = looking.client().environment().getOrDefault(name, "").strip();
    return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
  }
}
