package io.outcrop.causes.signal;

import io.outcrop.aws.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads names that tell what they are by themselves: ARNs, model ids, key ids.
final class NameReader {
  private static final Pattern ARN =
      Pattern.compile("\\barn:aws[a-z-]{0,12}+:[^\\s\"'`,;()\\[\\]]{5,600}+");
  private static final Pattern MODEL =
      Pattern.compile(
          "(?<![A-Za-z0-9_/@.-])(?<id>(?:[a-z][a-z-]{0,9}\\.)?"
              + "(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|qwen|openai|writer|stability)"
              + "\\.[a-z][A-Za-z0-9.:_-]{2,120}+|claude-[a-z0-9][A-Za-z0-9.:@_-]{0,80}+)");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:model\\sID\\s|/model/|foundation-model/|inference-profile/)(?<id>[A-Za-z0-9.:_-]{3,160}+)");
  private static final Pattern KEY_ID =
      Pattern.compile("\\b(?<prefix>AKIA|ASIA)[A-Z0-9]{12,28}+\\b");
  private static final Pattern API_KEY =
      Pattern.compile("\\b(?<prefix>ABSK|bedrock-api-key-)[A-Za-z0-9]");
  private static final Pattern HOST_LIKE =
      Pattern.compile(
          "(?:[a-z-]+\\.)?(?:amazon|openai|meta|mistral|cohere|anthropic|stability)"
              + "\\.(?:com|ai|net|org|dev|io)(?:[^a-z].*)?");

  private static final Pattern OFFERS =
      Pattern.compile(
          "(?i)(?:such as|e\\.g\\.|for example|switch(?:ing)? to|instead use|use instead|did you"
              + " mean)[\\s:,'\"`]{1,4}$");
  private static final int LONGEST_OFFER = 24;

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private NameReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    arns(page, signals);
    for (var pattern : List.of(CALLED, MODEL)) {
      var matcher = pattern.matcher(page.text());
      while (matcher.find()) {
        var id = withoutStop(matcher.group("id"));
        if (isModel(id) && !isOffered(page.text(), matcher.start("id"))) {
          signals.add(
              page.signal("model", id, matcher.start("id"), matcher.start("id") + id.length()));
        }
      }
    }
    keys(page, signals);
    return signals;
  }

  /// Whether this looks like the id of a model, Bedrock's or a vendor's own.
  static boolean isModel(String id) {
    return (id.contains("claude") || id.indexOf('.') > 0)
        && !id.endsWith(".py")
        && !id.endsWith(".js")
        && !id.endsWith(".ts")
        && !id.startsWith("claude-code")
        && !HOST_LIKE.matcher(id).matches()
        && id.chars().anyMatch(Character::isLetter);
  }

  /// Whether the words before this place offer an id, as examples and advice do: it was not sent.
  private static boolean isOffered(String text, int start) {
    return OFFERS.matcher(text.substring(Math.max(0, start - LONGEST_OFFER), start)).find();
  }

  private static void arns(Page page, List<Signal> signals) {
    var matcher = ARN.matcher(page.text());
    while (matcher.find()) {
      var text = withoutStop(matcher.group());
      var arn = Arn.parse(text);
      if (arn.isEmpty()) {
        continue;
      }
      signals.add(page.signal("arn", text, matcher.start(), matcher.start() + text.length()));
      var account = arn.get().account();
      if (ACCOUNT.matcher(account).matches()) {
        var at = matcher.start() + text.indexOf(account);
        signals.add(page.signal("account", account, at, at + account.length()));
      }
    }
  }

  /// What kind of key stands in the text; its span never holds more than the public prefix.
  private static void keys(Page page, List<Signal> signals) {
    var ids = KEY_ID.matcher(page.text());
    while (ids.find()) {
      var kind = ids.group("prefix").equals("ASIA") ? "temporary" : "long-term";
      signals.add(page.signal("key", kind, ids.start("prefix"), ids.end("prefix")));
    }
    var apiKeys = API_KEY.matcher(page.text());
    while (apiKeys.find()) {
      signals.add(
          page.signal("key", "bedrock-api-key", apiKeys.start("prefix"), apiKeys.end("prefix")));
    }
  }

  private static String withoutStop(String value) {
    var end = value.length();
    while (end > 1 && ".:-_>".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(0, end);
  }
}
