package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads which field of a request was refused: Anthropic writes its path and a colon, Bedrock
/// writes `#/path` or `at 'path' failed to satisfy constraint`.
final class FieldReader {
  private static final String ROOTS =
      "messages|system|tools|tool_choice|thinking|output_config|output_format|metadata|mcp_servers"
          + "|container|context_management|service_tier|anthropic_version|anthropic_beta|max_tokens"
          + "|max_tokens_to_sample|stop_sequences|temperature|top_p|top_k|inferenceConfig|toolConfig"
          + "|guardrailConfig|additionalModelRequestFields|performanceConfig|requestMetadata";
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![A-Za-z0-9_.])(?<field>(?:"
              + ROOTS
              + ")(?:\\.[A-Za-z0-9_]{1,60}+){0,12}+)[`'\"]?\\s?:\\s(?=[A-Za-z`'\"])");
  private static final Pattern POINTER =
      Pattern.compile("request:\\s#/(?<field>[A-Za-z0-9_/]{1,200}+)");
  private static final Pattern CONSTRAINED =
      Pattern.compile(
          "\\bat\\s\\\\?['\"](?<field>[A-Za-z0-9_.]{1,200}+)\\\\?['\"]\\sfailed\\sto\\ssatisfy\\sconstraint");

  private static final Pattern PLACE =
      Pattern.compile(
          "\\bat\\s(?<field>(?:" + ROOTS + ")(?:\\.[A-Za-z0-9_]{1,60}+){1,12}+)(?![A-Za-z0-9_])");

  private FieldReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    for (var pattern : List.of(PATH, POINTER, CONSTRAINED, PLACE)) {
      var matcher = pattern.matcher(page.text());
      while (matcher.find()) {
        signals.add(page.signal("field", matcher, "field"));
      }
    }
    return signals;
  }
}
