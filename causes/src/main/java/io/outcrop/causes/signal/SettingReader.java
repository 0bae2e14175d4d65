package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads which settings a text names: variables of AWS's clients, the token of a session by any of
/// its names, and the kind of credential that a tool says it uses. A setting that is said to be
/// there (`setting`) may have a value beside it, or stand in a list of what is set, alone on its
/// line (`assigned`); one that is said to be empty or not there is `absent`, and no `setting`.
final class SettingReader {
  private static final Pattern VARIABLE = Pattern.compile("\\b(?<name>AWS_[A-Z][A-Z_]{2,40}+)\\b");
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(?:aws_)?(?:(?<token>session_?token)|(?<key>access_?key_?id))(?![A-Za-z_])");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bcredential_?type[^A-Za-z0-9]{1,6}+bearer");

  /// What stands behind the name of a setting that has no value.
  private static final Pattern EMPTY =
      Pattern.compile(
          "(?i)[\"'\\])]{0,2}(?:\\sin\\s[a-z._]{2,20}+)?\\s?(?:=>?|:|->|\\bis\\b|\\bwas\\b)?\\s?(?:[\"'(<\\[{]{0,2}(?:none|null|undefined|nil"
              + "|unset|un-set|not\\s(?:set|found|present|exported|defined|given|provided|configured)|empty"
              + "|missing|absent|false|n/a|nicht\\sgesetzt|leer|vide|vac[ií]o|未設定|未设置|없음)"
              + "(?![A-Za-z0-9_/+])|\"\"|''|\\(\\)|<>)");

  private static final Pattern VALUE =
      Pattern.compile(
          "[\"'\\])]{0,2}\\s?(?:=>?|:)\\s?[\"'(<\\[{]{0,2}[A-Za-z0-9*\\u2022\u2026~/.]");

  /// What stands before the name of a setting that is not there.
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(?i)(?:\\bno|\\bwithout|\\bmissing|\\bunset|\\bohne|\\bsin|\\bsans)\\s(?:an?\\s|the\\s)?[`'\"$]?$");

  private static final int LONGEST_BEFORE = 16;

  private final Page page;
  private final String text;
  private final List<Signal> signals = new ArrayList<>();

  private SettingReader(Page page) {
    this.page = page;
    this.text = page.text();
  }

  static List<Signal> read(Page page) {
    var reader = new SettingReader(page);
    reader.variables();
    reader.arguments();
    reader.bearer();
    return reader.signals;
  }

  private void variables() {
    var variables = Letters.matcher(VARIABLE, text);
    for (var at = text.indexOf("AWS_"); at >= 0; at = text.indexOf("AWS_", at + 1)) {
      if (Letters.matchesAt(variables, at, text.length())) {
        named(variables.group("name"), at, variables.end());
      }
    }
  }

  /// The session's token and the key as arguments and members are called; the token says something
  /// only if it is absent.
  private void arguments() {
    var arguments = Letters.matcher(ARGUMENT, text);
    for (var word : List.of("session_token", "sessiontoken", "access_key_id", "accesskeyid")) {
      for (var at = page.lower().indexOf(word); at >= 0; at = page.lower().indexOf(word, at + 1)) {
        var start = page.lower().startsWith("aws_", at - 4) ? at - 4 : at;
        if (!text.startsWith("AWS_", start) && Letters.matchesAt(arguments, start, text.length())) {
          argument(arguments.group("key") != null, start, arguments.end());
        }
      }
    }
  }

  private void argument(boolean isKey, int start, int end) {
    var name = isKey ? "AWS_ACCESS_KEY_ID" : "AWS_SESSION_TOKEN";
    if (isAbsent(start, end)) {
      signals.add(page.signal("absent", name, start, end));
    } else if (isKey) {
      signals.add(page.signal("setting", name, start, end));
    }
  }

  private void named(String name, int start, int end) {
    if (isAbsent(start, end)) {
      signals.add(page.signal("absent", name.toUpperCase(Locale.ROOT), start, end));
      return;
    }
    signals.add(page.signal("setting", name, start, end));
    if (isAlone(start, end)
        || Letters.matcher(VALUE, text).region(end, text.length()).lookingAt()) {
      signals.add(page.signal("assigned", name, start, end));
    }
  }

  private boolean isAlone(int start, int end) {
    return (start == 0 || text.charAt(start - 1) == '\n')
        && (end == text.length() || text.charAt(end) == '\n');
  }

  private boolean isAbsent(int start, int end) {
    return Letters.matcher(EMPTY, text).region(end, text.length()).lookingAt()
        || WITHOUT.matcher(text.substring(Math.max(0, start - LONGEST_BEFORE), start)).find();
  }

  private void bearer() {
    if (page.lower().contains("bearer")) {
      var bearer = BEARER.matcher(text);
      if (bearer.find()) {
        var value = "AWS_BEARER_TOKEN_BEDROCK";
        signals.add(page.signal("setting", value, bearer.start(), bearer.end()));
      }
    }
  }
}
