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

  private static final int LONGEST_PATH = 800;

  private FieldReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    paths(page, signals);
    places(page, signals);
    for (var pattern : List.of(POINTER, CONSTRAINED)) {
      var matcher = pattern.matcher(page.text());
      while (page.text().contains(pattern == POINTER ? "request:" : "constraint")
          && matcher.find()) {
        signals.add(page.signal("field", matcher, "field"));
      }
    }
    return signals;
  }

  /// A path ends before a colon and begins where no part of a path stands before it.
  private static void paths(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(PATH, text);
    for (var colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      var start = beginOfPath(text, colon);
      if (start < colon && Letters.matchesAt(matcher, start, text.length())) {
        signals.add(page.signal("field", matcher, "field"));
      }
    }
  }

  private static int beginOfPath(String text, int colon) {
    if (colon + 2 >= text.length() || !Letters.isBlank(text.charAt(colon + 1))) {
      return colon;
    }
    var start = colon > 0 && Letters.isBlank(text.charAt(colon - 1)) ? colon - 1 : colon;
    start = start > 0 && "`'\"".indexOf(text.charAt(start - 1)) >= 0 ? start - 1 : start;
    while (start > 0 && colon - start < LONGEST_PATH && isOfPath(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfPath(char c) {
    return Letters.isWord(c) || c == '.';
  }

  private static void places(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(PLACE, text);
    for (var at = text.indexOf("at"); at >= 0; at = text.indexOf("at", at + 1)) {
      if (at + 3 < text.length()
          && Letters.isBlank(text.charAt(at + 2))
          && Letters.matchesAt(matcher, at, text.length())) {
        signals.add(page.signal("field", matcher, "field"));
      }
    }
  }
}
