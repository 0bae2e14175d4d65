package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads which settings a text names: variables of AWS's clients, and the kind of credential that a
/// tool says it uses.
final class SettingReader {
  private static final Pattern VARIABLE = Pattern.compile("\\b(?<name>AWS_[A-Z][A-Z_]{2,40}+)\\b");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bcredential_?type[^A-Za-z0-9]{1,6}+bearer");

  private SettingReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var text = page.text();
    var variables = Letters.matcher(VARIABLE, text);
    for (var at = text.indexOf("AWS_"); at >= 0; at = text.indexOf("AWS_", at + 1)) {
      if (Letters.matchesAt(variables, at, text.length())) {
        signals.add(page.signal("setting", variables, "name"));
      }
    }
    if (page.lower().contains("bearer")) {
      var bearer = BEARER.matcher(text);
      if (bearer.find()) {
        var value = "AWS_BEARER_TOKEN_BEDROCK";
        signals.add(page.signal("setting", value, bearer.start(), bearer.end()));
      }
    }
    return signals;
  }
}
