package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what kind of error was answered to which operation: the names of exceptions, the line of
/// botocore and of the command line, the brackets of the SDK for Java, HTTP statuses, request ids.
final class ErrorReader {
  private static final Pattern COMMAND_LINE =
      Pattern.compile(
          "occurred\\s\\((?<code>[A-Za-z0-9.]{1,80}+)\\)\\swhen\\scalling\\sthe\\s(?<operation>[A-Za-z]{2,80}+)");
  private static final Pattern JAVA =
      Pattern.compile(
          "\\(Service:\\s(?<service>[A-Za-z0-9 ]{1,60}+)[,;]\\sStatus\\sCode:\\s(?<status>\\d{3})"
              + "(?:[,;]\\sRequest\\sID:\\s(?<id>[A-Za-z0-9-]{8,64}+))?");
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)\\b(?:status(?:[ _-]?code)?|http(?:/\\d(?:\\.\\d)?)?|error(?:\\scode)?|code|returned"
              + "|response)\\b[^A-Za-z0-9\n]{1,12}+(?<status>[1-5]\\d\\d)\\b");
  private static final Pattern LEADING_STATUS =
      Pattern.compile("(?m)^[^A-Za-z0-9\n]{0,8}+(?<status>[45]\\d\\d)\\b(?![.:]\\d)");
  private static final Pattern REASON =
      Pattern.compile("\\b(?<status>[45]\\d\\d)\\s(?=[A-Z\"'{<])");
  private static final Pattern NAME = Pattern.compile("\\b[A-Za-z][A-Za-z0-9]{3,80}+\\b");
  private static final Pattern COMMAND =
      Pattern.compile("\\b(?<operation>[A-Z][A-Za-z]{3,60}+)\\b");
  private static final Pattern REQUEST_ID =
      Pattern.compile(
          "\\b(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|req_[A-Za-z0-9]{8,64}+)\\b");

  /// Codes whose names do not end like an exception's.
  private static final Set<String> CODES =
      Set.of(
          "AccessDenied",
          "AuthFailure",
          "BadCScoreException",
          "ExpiredToken",
          "FTUFormNotFilled",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "MPAgreementBeingCreated",
          "MissingAuthenticationToken",
          "NotAuthorized",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "Throttling",
          "ThrottledException",
          "UnauthorizedOperation",
          "InvalidIdInRequest",
          "overloaded_error",
          "permission_error",
          "authentication_error",
          "invalid_request_error",
          "not_found_error",
          "rate_limit_error",
          "api_error");

  private static final Pattern SNAKE_CODE =
      Pattern.compile("\\b[a-z]{3,20}+(?:_[a-z]{2,20}+)*_error\\b");

  private ErrorReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    commandLine(page, signals);
    java(page, signals);
    for (var pattern : List.of(STATUS, LEADING_STATUS, REASON)) {
      var matcher = pattern.matcher(page.text());
      while (matcher.find()) {
        signals.add(page.signal("status", matcher, "status"));
      }
    }
    names(page, signals);
    var ids = REQUEST_ID.matcher(page.text());
    while (ids.find()) {
      signals.add(page.signal("request-id", ids, "id"));
    }
    return signals;
  }

  /// An exception's name as its class is called: without package, namespace and address.
  static String exception(String written) {
    var name = written.substring(written.lastIndexOf('#') + 1);
    var colon = name.indexOf(':');
    name = colon > 0 ? name.substring(0, colon) : name;
    name = name.substring(name.lastIndexOf('.') + 1);
    if (name.endsWith("Exception") && !name.isEmpty() && Character.isLowerCase(name.charAt(0))) {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
    return name;
  }

  private static void commandLine(Page page, List<Signal> signals) {
    var matcher = COMMAND_LINE.matcher(page.text());
    while (matcher.find()) {
      signals.add(
          page.signal(
              "exception",
              exception(matcher.group("code")),
              matcher.start("code"),
              matcher.end("code")));
      signals.add(page.signal("operation", matcher, "operation"));
    }
  }

  private static void java(Page page, List<Signal> signals) {
    var matcher = JAVA.matcher(page.text());
    while (matcher.find()) {
      signals.add(page.signal("service", matcher, "service"));
      signals.add(page.signal("status", matcher, "status"));
      if (matcher.group("id") != null) {
        signals.add(page.signal("request-id", matcher, "id"));
      }
    }
  }

  private static void names(Page page, List<Signal> signals) {
    var names = NAME.matcher(page.text());
    while (names.find()) {
      var name = names.group();
      if (name.endsWith("Exception") || name.endsWith("Error") || CODES.contains(name)) {
        signals.add(page.signal("exception", exception(name), names.start(), names.end()));
      }
    }
    var codes = SNAKE_CODE.matcher(page.text());
    while (codes.find()) {
      if (CODES.contains(codes.group())) {
        signals.add(page.signal("exception", codes.group(), codes.start(), codes.end()));
      }
    }
    var commands = COMMAND.matcher(page.text());
    while (commands.find()) {
      if (Operations.isKnown(commands.group())) {
        signals.add(page.signal("operation", commands, "operation"));
      }
    }
  }
}
