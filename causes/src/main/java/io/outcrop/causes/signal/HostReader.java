package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the hosts of AWS's services, and what they say: which service, which region; and the hosts
/// of others that were called (`foreign-host`), as far as they do not merely explain something.
final class HostReader {
  private static final Pattern END =
      Pattern.compile("\\.(?:amazonaws\\.(?:com\\.cn|com|eu)|api\\.aws)\\b");
  private static final Pattern REGION =
      Pattern.compile("[a-z]{2,4}(?:-gov|-iso[a-z]?)?-[a-z]{4,9}-\\d");
  private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{1,40}");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)(?:https?://|\\bhost=?\\s?['\"]?|ENOTFOUND\\s|resolve\\shost:?\\s|ECONNREFUSED\\s"
              + "|connect(?:ing)?\\sto\\s)(?<host>[a-z0-9](?:[a-z0-9-]{0,62}+\\.){1,8}+[a-z]{2,20}+)");
  private static final Pattern EXPLAINS =
      Pattern.compile(
          "(?i)(?:^|.*\\.)(?:docs?|developer|repost|console|help|support|learn|platform|code|www"
              + "|github)\\..*|.*(?:amazonaws\\.|amazon\\.|api\\.aws|anthropic\\.|claude\\.|github\\.com"
              + "|pydantic\\.dev|litellm\\.ai|strandsagents\\.com).*");
  private static final Pattern OURS =
      Pattern.compile("(?i).*(?:amazonaws\\.|amazon\\.|api\\.aws|anthropic\\.|claude\\.).*");

  /// A path of a host that is not named, and that no API on the way to a model has.
  private static final Pattern OTHER_PATH =
      Pattern.compile(
          "with url:\\s?(?<host>/(?!model|foundation|inference|guardrail|agent|knowledge|prompt|flow"
              + "|async|v\\d|anthropic|openai|latest|federation|token|assignment|role|bedrock|aws)"
              + "[A-Za-z0-9._~-]{2,100}+)");

  private static final int LONGEST = 200;
  private static final int MOST_PATHS = 5;

  /// What every match of [#END] begins with, and every one of [#CALLED] in lower case.
  private static final List<String> ENDS = List.of(".amazonaws.", ".api.aws");

  private static final List<String> CALLS =
      List.of("http", "host", "enotfound", "resolve", "econnrefused", "connect");

  private HostReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var text = page.text();
    var ends = Letters.matcher(END, text);
    for (var word : ENDS) {
      for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        var start = begin(text, at);
        if (start < at && !isInPath(text, start) && Letters.matchesAt(ends, at, text.length())) {
          read(page, start, at, ends.end(), signals);
        }
      }
    }
    var called = Letters.matcher(CALLED, text);
    for (var word : CALLS) {
      for (var at = page.lower().indexOf(word); at >= 0; at = page.lower().indexOf(word, at + 1)) {
        if (Letters.matchesAt(called, at, text.length())
            && !(word.equals("http") ? EXPLAINS : OURS).matcher(called.group("host")).matches()) {
          signals.add(page.signal("foreign-host", called, "host"));
        }
      }
    }
    if (text.contains("with url:")) {
      OTHER_PATH
          .matcher(text)
          .results()
          .limit(MOST_PATHS)
          .forEach(path ->
              signals.add(
                  page.signal(
                      "foreign-host", path.group("host"), path.start("host"), path.end("host"))));
    }
    return signals;
  }

  private static void read(Page page, int start, int end, int hostEnd, List<Signal> signals) {
    signals.add(page.signal("host", page.text().substring(start, hostEnd), start, hostEnd));
    var labels = page.text().substring(start, end).split("\\.", -1);
    var at = start;
    for (var label : labels) {
      if (REGION.matcher(label).matches()) {
        signals.add(page.signal("region", label, at, at + label.length()));
      } else if (isService(label)) {
        var service = label.replace("-fips", "");
        signals.add(page.signal("service", service, at, at + label.length()));
      }
      at += label.length() + 1;
    }
  }

  private static boolean isService(String label) {
    return SERVICE.matcher(label).matches() && !label.startsWith("vpce-");
  }

  /// Whether these are the words of a file's path, as in `/var/run/secrets/eks.amazonaws.com`.
  private static boolean isInPath(String text, int start) {
    return start > 1 && text.charAt(start - 1) == '/' && Letters.isWord(text.charAt(start - 2));
  }

  private static int begin(String text, int end) {
    var start = end;
    while (start > 0 && end - start < LONGEST && isHostCharacter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isHostCharacter(char c) {
    return c == '.' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
