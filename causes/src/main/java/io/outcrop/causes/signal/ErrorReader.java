package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what kind of error was answered to which operation: the line of botocore and of the
/// command line, the brackets of the SDK for Java, HTTP statuses, and what single words say.
final class ErrorReader {
  private static final Pattern COMMAND_LINE =
      Pattern.compile(
          "occurred\\s\\((?<code>[A-Za-z0-9.]{1,80}+)\\)\\swhen\\scalling\\sthe\\s(?<operation>[A-Za-z]{2,80}+)");
  private static final Pattern CALLED =
      Pattern.compile("when\\scalling\\sthe\\s(?<operation>[A-Za-z]{2,80}+)\\soperation");
  private static final Pattern FOR_OPERATION =
      Pattern.compile(
          "for\\soperation:?\\s['\"`]?(?<operation>[A-Z][a-z]{1,40}+[A-Z][A-Za-z]{1,60}+)");
  private static final Pattern JAVA =
      Pattern.compile(
          "\\(Service:\\s(?<service>[A-Za-z0-9 ]{1,60}+)[,;]\\sStatus\\sCode:\\s(?<status>\\d{3})"
              + "(?:[,;]\\sRequest\\sID:\\s(?<id>[A-Za-z0-9-]{8,64}+))?");

  /// Codes whose names do not end like an exception's.
  static final Set<String> CODES =
      Set.of(
          "AccessDenied",
          "AuthFailure",
          "BadCScoreException",
          "ConnectTimeout",
          "ExpiredToken",
          "FTUFormNotFilled",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "InternalFailure",
          "MPAgreementBeingCreated",
          "MissingAuthenticationToken",
          "NotAuthorized",
          "OptInRequired",
          "ProfileNotFound",
          "ReadTimeout",
          "RequestExpired",
          "RequestTimeTooSkewed",
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

  private ErrorReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    commandLine(page, signals);
    called(page, CALLED, "when calling", signals);
    called(page, FOR_OPERATION, "for operation", signals);
    java(page, signals);
    StatusReader.read(page, signals);
    WordReader.read(page, signals);
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

  private static void called(Page page, Pattern called, String holds, List<Signal> signals) {
    var matcher = called.matcher(page.text());
    while (page.text().contains(holds) && matcher.find()) {
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
}
