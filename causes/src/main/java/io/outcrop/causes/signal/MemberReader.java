package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads named values: members of JSON bodies and CloudTrail events, XML elements, headers,
/// settings, arguments in code.
final class MemberReader {
  private static final Pattern REGION =
      Pattern.compile("[a-z]{2,4}(?:-gov|-iso[a-z]?)?-[a-z]{4,9}-\\d");

  private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z]{2,60}");
  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
  private static final Pattern VERSIONED = Pattern.compile("(?=.*\\d)[^.]*[a-z][./-].*");
  private static final Pattern CODE = Pattern.compile("[A-Z][a-z]++[A-Z][A-Za-z]*+");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("eventname", "operation"),
          Map.entry("eventsource", "service"),
          Map.entry("service", "service"),
          Map.entry("errorcode", "exception"),
          Map.entry("__type", "exception"),
          Map.entry("x-amzn-errortype", "exception"),
          Map.entry("errortype", "exception"),
          Map.entry("code", "exception"),
          Map.entry("type", "exception"),
          Map.entry("awsregion", "region"),
          Map.entry("aws_region", "region"),
          Map.entry("aws_default_region", "region"),
          Map.entry("region_name", "region"),
          Map.entry("region", "region"),
          Map.entry("modelid", "model"),
          Map.entry("model_id", "model"),
          Map.entry("model id", "model"),
          Map.entry("model_name", "model"),
          Map.entry("modelname", "model"),
          Map.entry("modelarn", "model"),
          Map.entry("model_arn", "model"),
          Map.entry("inferenceprofileid", "model"),
          Map.entry("model", "model"),
          Map.entry("statuscode", "status"),
          Map.entry("httpstatuscode", "status"));

  /// What the names end with.
  private static final String LAST_LETTERS = "deln";

  private static final int LONGEST_NAME = 18;
  private static final int LONGEST_VALUE = 300;

  private MemberReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var text = page.text();
    for (var at = 1; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == ':' || c == '=' || c == '>') {
        at = Math.max(at, member(page, at, signals));
      }
    }
    return signals;
  }

  /// Reads the member whose name stands before this separator; the last place that was read.
  private static int member(Page page, int separator, List<Signal> signals) {
    var text = page.text();
    var end = Letters.isBlank(text.charAt(separator - 1)) ? separator - 1 : separator;
    end = end > 0 && isQuote(text.charAt(end - 1)) ? end - 1 : end;
    var name = name(page.lower(), end);
    if (name.isEmpty()) {
      return separator;
    }
    var start = separator + 1;
    start = start < text.length() && Letters.isBlank(text.charAt(start)) ? start + 1 : start;
    var quoted = start < text.length() && isQuote(text.charAt(start));
    start = quoted ? start + 1 : start;
    var behind = start;
    while (behind < text.length()
        && behind - start < LONGEST_VALUE
        && isOfValue(text.charAt(behind))) {
      behind++;
    }
    if (behind - start < 2) {
      return separator;
    }
    var kind = KINDS.getOrDefault(name, "");
    var value = value(kind, name, text.substring(start, behind), quoted);
    if (!value.isEmpty()) {
      signals.add(page.signal(kind, value, start, behind));
    }
    return behind - 1;
  }

  /// The longest known name that ends here; empty if there is none.
  private static String name(String lower, int end) {
    if (end == 0 || LAST_LETTERS.indexOf(lower.charAt(end - 1)) < 0) {
      return "";
    }
    for (var start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
      if (start == 0 || !Letters.isAlphanumeric(lower.charAt(start - 1))) {
        var name = lower.substring(start, end);
        if (KINDS.containsKey(name)) {
          return name;
        }
      }
    }
    return "";
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isOfValue(char c) {
    return Letters.isWord(c) || ".:/#-".indexOf(c) >= 0;
  }

  private static String value(String kind, String name, String value, boolean quoted) {
    var written = trimmed(value);
    return switch (kind) {
      case "operation" -> OPERATION.matcher(written).matches() ? written : "";
      case "service" -> written.endsWith(".amazonaws.com") ? service(written) : "";
      case "exception" ->
          isCode(ErrorReader.exception(written)) ? ErrorReader.exception(written) : "";
      case "region" -> REGION.matcher(written).matches() ? written : "";
      case "model" -> isModel(name, written, quoted) ? ModelNames.withoutRoute(written) : "";
      case "status" -> STATUS.matcher(written).matches() ? written : "";
      default -> "";
    };
  }

  /// A word of a program is no model's id: what is not quoted has to look like one.
  private static boolean isModel(String name, String value, boolean quoted) {
    if (!name.equals("model") && VERSIONED.matcher(value).matches()) {
      return true;
    }
    return quoted
        ? !name.equals("model") || NameReader.isModel(value) || ModelNames.isShort(value)
        : value.contains("claude")
            || value.contains("anthropic.")
            || value.startsWith("arn:")
            || ModelNames.isShort(value);
  }

  private static String service(String host) {
    return host.substring(0, host.indexOf('.'));
  }

  private static boolean isCode(String name) {
    return name.endsWith("Exception")
        || name.endsWith("Error")
        || name.endsWith("_error")
        || CODE.matcher(name).matches();
  }

  private static String trimmed(String value) {
    var end = value.length();
    while (end > 0 && ".:/#-".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(0, end);
  }
}
