package io.outcrop.causes.signal;

import io.outcrop.aws.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads names that tell what they are by themselves: ARNs, model ids, key ids.
final class NameReader {
  private static final Pattern ARN =
      Pattern.compile("\\barn:aws[a-z-]{0,12}+:[^\\s\"'`,;()\\[\\]]{5,600}+");
  private static final Pattern MODEL =
      Pattern.compile(
          "(?<![A-Za-z0-9_@.-])(?<!(?<!bedrock|converse)/)(?<id>(?:[a-z][a-z-]{0,9}\\.)?"
              + "(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|qwen|openai|writer|stability"
              + "|xai|zai|moonshot|moonshotai|minimax|nvidia|twelvelabs)\\.[a-z][A-Za-z0-9.:_-]{2,120}+"
              + "|(?:claude|gpt|gemini|grok)-[a-z0-9][A-Za-z0-9.:@_-]{0,80}+)");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:model\\sID\\s|/model/|foundation-model/|inference-profile/|API\\sError\\s\\()(?<id>[A-Za-z0-9.:_-]{3,160}+)");
  private static final Pattern KEY_ID =
      Pattern.compile(
          "\\b(?:AKIA|ASIA)(?:[A-Z0-9]{12,28}+\\b|[A-Z0-9]{0,12}(?:\\*{2}|\\.{2}|[xX]{2}|\\u2026|\\u2022|(?=['\"])))");
  private static final Pattern API_KEY = Pattern.compile("\\b(?:ABSK|bedrock-api-key-)[A-Za-z0-9]");
  private static final Pattern HOST_LIKE =
      Pattern.compile(
          "(?:[a-z-]+\\.)?(?:amazon|openai|meta|mistral|cohere|anthropic|stability|nvidia|minimax|moonshot)"
              + "\\.(?:com|ai|net|org|dev|io)(?:[^a-z].*)?");

  private static final Pattern OFFERS =
      Pattern.compile(
          "(?i)(?:such as|e\\.g\\.|for example|switch(?:ing)? to|instead use|use instead|did you"
              + " mean)[\\s:,'\"`]{1,4}$");
  private static final int LONGEST_OFFER = 24;

  /// Names of models that other vendors serve by themselves.
  private static final Pattern ELSEWHERE = Pattern.compile("(?:gpt|gemini|grok)-\\d");

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  /// Where a client names the model that it called beside what was answered.
  private static final String CLIENT = "API Error (";

  /// What every match of [#CALLED] begins with, and what every one of [#MODEL] holds.
  private static final List<String> CALLS =
      List.of("model", "/model/", "foundation-model/", "inference-profile/", CLIENT);

  private static final List<String> MAKERS =
      List.of(
          "claude-",
          "gpt-",
          "gemini-",
          "grok-",
          "anthropic.",
          "amazon.",
          "meta.",
          "mistral.",
          "cohere.",
          "ai21.",
          "deepseek.",
          "qwen.",
          "openai.",
          "writer.",
          "stability.",
          "xai.",
          "zai.",
          "moonshot.",
          "moonshotai.",
          "minimax.",
          "nvidia.",
          "twelvelabs.");

  private static final int LONGEST_PREFIX = 12;

  /// What AWS says before the id that it does not call on demand.
  private static final String REFUSED = "invocation of ";

  private NameReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    arns(page, signals);
    called(page, signals);
    models(page, signals);
    keys(page, signals);
    return signals;
  }

  private static void called(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(CALLED, text);
    for (var word : CALLS) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (Letters.matchesAt(matcher, at, text.length())) {
          model(page, matcher, signals);
          if (word.equals(CLIENT) || page.lower().startsWith(REFUSED, at - REFUSED.length())) {
            signals.add(page.signal("refused-id", matcher, "id"));
          }
        }
      }
    }
  }

  private static void models(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(MODEL, text);
    for (var word : MAKERS) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        var start = at;
        while (start > 0
            && at - start <= LONGEST_PREFIX
            && isOfId(text.charAt(start - 1))
            && !endsToolRoute(text, start)) {
          start--;
        }
        if (Letters.matchesAt(matcher, start, text.length())) {
          model(page, matcher, signals);
        }
      }
    }
  }

  /// Whether a tool's route, as in `bedrock/<id>`, ends here.
  private static boolean endsToolRoute(String text, int end) {
    return text.startsWith("bedrock/", end - "bedrock/".length())
        || text.startsWith("converse/", end - "converse/".length());
  }

  private static void model(Page page, Matcher matcher, List<Signal> signals) {
    var id = withoutStop(matcher.group("id"));
    var start = matcher.start("id");
    if (isModel(id) && !isOffered(page.text(), start)) {
      signals.add(page.signal("model", id, start, start + id.length()));
    }
  }

  private static boolean isOfId(char c) {
    return Letters.isWord(c) || "/@.-".indexOf(c) >= 0;
  }

  /// Whether this looks like the id of a model, Bedrock's or a vendor's own.
  static boolean isModel(String id) {
    return (id.contains("claude") || id.indexOf('.') > 0 || ELSEWHERE.matcher(id).lookingAt())
        && !id.endsWith(".py")
        && !id.endsWith(".js")
        && !id.endsWith(".ts")
        && !id.startsWith("claude-code")
        && !id.contains(".awssdk")
        && !HOST_LIKE.matcher(id).matches()
        && id.chars().anyMatch(Character::isLetter);
  }

  /// Whether the words before this place offer an id, as examples and advice do: it was not sent.
  private static boolean isOffered(String text, int start) {
    return OFFERS.matcher(text.substring(Math.max(0, start - LONGEST_OFFER), start)).find();
  }

  private static void arns(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(ARN, text);
    for (var at = text.indexOf("arn:aws"); at >= 0; at = text.indexOf("arn:aws", at + 1)) {
      if (Letters.matchesAt(matcher, at, text.length())) {
        arn(page, withoutStop(matcher.group()), at, signals);
      }
    }
  }

  private static void arn(Page page, String written, int start, List<Signal> signals) {
    var arn = Arn.parse(written);
    if (arn.isPresent()) {
      signals.add(page.signal("arn", written, start, start + written.length()));
      var account = arn.get().account();
      if (ACCOUNT.matcher(account).matches()) {
        var at = start + written.indexOf(account);
        signals.add(page.signal("account", account, at, at + account.length()));
      }
    }
  }

  /// What kind of key stands in the text; its span never holds more than the public prefix.
  private static void keys(Page page, List<Signal> signals) {
    var text = page.text();
    var ids = Letters.matcher(KEY_ID, text);
    for (var prefix : List.of("AKIA", "ASIA")) {
      for (var at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
        if (Letters.matchesAt(ids, at, text.length())) {
          var kind = prefix.equals("ASIA") ? "temporary" : "long-term";
          signals.add(page.signal("key", kind, at, at + prefix.length()));
        }
      }
    }
    var apiKeys = Letters.matcher(API_KEY, text);
    for (var prefix : List.of("ABSK", "bedrock-api-key-")) {
      for (var at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
        if (Letters.matchesAt(apiKeys, at, text.length())) {
          signals.add(page.signal("key", "bedrock-api-key", at, at + prefix.length()));
        }
      }
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
