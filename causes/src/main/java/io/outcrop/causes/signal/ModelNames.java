package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads models that were chosen by a name that is no id: by a family's short name, or by another
/// vendor's, as an option of a command (`--model bedrock/sonnet`); and the prefixes of inference
/// profiles that are spoken of by themselves, between quotation marks (`named-prefix`).
final class ModelNames {
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:[a-z_-]{2,20}/){0,2}(?:(?:sonnet|opus|haiku)(?:-[0-9.-]{1,8})?"
              + "|(?:gpt|gemini|grok)-[0-9][A-Za-z0-9.-]{0,30}|o[1-9](?:-mini|-pro|-preview)?)");
  private static final Pattern OPTION =
      Pattern.compile("--model(?:-?id|-?name)?[\\s=][\"']?(?<id>[A-Za-z0-9._:@/-]{2,80}+)");

  /// What a tool takes away before it sends the name.
  private static final Pattern ROUTE =
      Pattern.compile("(?:amazon-|aws-)?bedrock(?:_converse)?/(?:converse/|invoke/)?(?!arn:)");

  private static final int MOST_PREFIXES = 5;

  private static final Pattern PREFIX =
      Pattern.compile("[`'\"](?<prefix>us|us-gov|eu|apac|jp|au|ca|in|global)\\.[`'\"]");

  private ModelNames() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var text = page.text();
    var options = Letters.matcher(OPTION, text);
    for (var at = text.indexOf("--model"); at >= 0; at = text.indexOf("--model", at + 1)) {
      if (Letters.matchesAt(options, at, text.length()) && isShort(options.group("id"))) {
        var value = withoutRoute(options.group("id"));
        signals.add(page.signal("model", value, options.start("id"), options.end("id")));
      }
    }
    if (text.contains(".`") || text.contains(".'") || text.contains(".\"")) {
      PREFIX
          .matcher(text)
          .results()
          .limit(MOST_PREFIXES)
          .map(found ->
              page.signal("named-prefix", found.group("prefix"), found.start(), found.end()))
          .forEach(signals::add);
    }
    return signals;
  }

  /// Whether this is a model's name, perhaps behind a tool's route, and no id.
  static boolean isShort(String name) {
    return SHORT.matcher(name).matches();
  }

  /// The name behind a tool's route; an id is left as it is, for the route may have been sent.
  static String withoutRoute(String name) {
    return isShort(name) ? ROUTE.matcher(name).replaceFirst("") : name;
  }
}
