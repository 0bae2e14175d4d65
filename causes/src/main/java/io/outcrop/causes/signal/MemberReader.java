package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads named values: members of JSON bodies and CloudTrail events, XML elements, headers,
/// settings, arguments in code.
final class MemberReader {
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])(?<name>eventName|eventSource|errorCode|awsRegion|aws_region|aws_default_region|region_name|region|modelId|model_id|model"
              + " id|inferenceProfileId|model"
              + "|__type|x-amzn-errortype|errorType|code|statusCode|httpStatusCode|type|service)"
              + "[\"']?\\s?[:=>]\\s?(?<quote>[\"'])?(?<value>[A-Za-z0-9_.:/#-]{2,300}+)");
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
          Map.entry("inferenceprofileid", "model"),
          Map.entry("model", "model"),
          Map.entry("statuscode", "status"),
          Map.entry("httpstatuscode", "status"));

  private MemberReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var matcher = MEMBER.matcher(page.text());
    while (matcher.find()) {
      var name = matcher.group("name").toLowerCase(Locale.ROOT);
      var kind = KINDS.getOrDefault(name, "");
      var value = value(kind, name, matcher);
      if (!value.isEmpty()) {
        signals.add(page.signal(kind, value, matcher.start("value"), matcher.end("value")));
      }
    }
    return signals;
  }

  private static String value(String kind, String name, Matcher matcher) {
    var written = trimmed(matcher.group("value"));
    return switch (kind) {
      case "operation" -> OPERATION.matcher(written).matches() ? written : "";
      case "service" -> written.endsWith(".amazonaws.com") ? service(written) : "";
      case "exception" ->
          isCode(ErrorReader.exception(written)) ? ErrorReader.exception(written) : "";
      case "region" -> REGION.matcher(written).matches() ? written : "";
      case "model" -> isModel(name, written, matcher.group("quote") != null) ? written : "";
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
        ? !name.equals("model") || NameReader.isModel(value)
        : value.contains("claude") || value.contains("anthropic.") || value.startsWith("arn:");
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
