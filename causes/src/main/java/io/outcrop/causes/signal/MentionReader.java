package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what a text speaks of at all; words that only Bedrock uses speak of it without its name.
/// Short sentences, such as `Operation not allowed`, say something only where Bedrock, Claude or
/// AWS is spoken of.
final class MentionReader {
  private static final Map<String, Pattern> SUBJECTS =
      Map.of(
          "bedrock",
              Pattern.compile(
                  "(?i)bedrock|_bdrk_|model\\sreturned\\sthe\\sfollowing\\serrors|toolConfig|toolSpec"
                      + "|inferenceConfig|additionalModelRequestFields|InvokeModel|ConverseStream"),
          "claude",
              Pattern.compile(
                  "(?i)claude|anthropic|\\btoolu_|\"type\":\\s?\"error\",\\s?\"error\":\\s?\\{"
                      + "|\\bmessages\\.\\d{1,4}\\.content\\b"),
          "aws", Pattern.compile("(?i)\\baws|amazon|\\bboto(?:3|core)|\\bsmithy|CredentialsProviderError|SdkClientException"));

  private MentionReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    SUBJECTS.forEach((subject, pattern) -> {
      var matcher = pattern.matcher(page.text());
      if (matcher.find()) {
        signals.add(page.signal("mention", subject, matcher.start(), matcher.end()));
      }
    });
    return signals;
  }
}
