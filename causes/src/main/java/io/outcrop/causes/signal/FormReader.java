package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads how the text came to be: by whom an error was written down.
final class FormReader {
  private static final List<Form> FORMS =
      List.of(
          new Form("command-line", "An\\serror\\soccurred\\s\\(", "occurred"),
          new Form(
              "python-traceback", "Traceback\\s\\(most\\srecent\\scall\\slast\\)", "Traceback"),
          new Form(
              "java-sdk", "software\\.amazon\\.awssdk\\.|\\(Service:\\s", "awssdk", "(Service:"),
          new Form(
              "javascript-sdk",
              "\\$metadata|node_modules/@?(?:aws-sdk|smithy)|@aws-sdk[/+]",
              "$metadata",
              "node_modules",
              "@aws-sdk"),
          new Form(
              "http",
              "\\bHTTP/\\d(?:\\.\\d)?\\s[1-5]\\d\\d|x-amzn-errortype|x-amzn-requestid",
              "HTTP/",
              "x-amzn-"),
          new Form(
              "cloudtrail",
              "\"eventVersion\"|\"eventSource\"|eventCategory",
              "\"eventVersion\"",
              "\"eventSource\"",
              "eventCategory"),
          new Form(
              "event-stream", ":exception-type|:message-type", ":exception-type", ":message-type"),
          new Form("xml", "<ErrorResponse|<Error>|<Code>", "<ErrorResponse", "<Error>", "<Code>"));

  /// What is longer than this, or has lines, has surroundings that say what it is about.
  private static final int LONGEST_SENTENCE = 300;

  /// The longest text that is searched for a site.
  private static final int LONGEST_PAGE = 4_000;

  /// The name of somebody's site, or of a program that has nothing to do with models.
  private static final Pattern SITE =
      Pattern.compile(
          "(?<![a-z0-9.-])(?!javax?\\.)[a-z0-9-]{2,40}+(?:\\.[a-z0-9-]{1,40}+){0,4}?"
              + "\\.(?:com|org|net|io|dev|ai|cloud|co|gov|edu|de|uk|eu|local|internal|corp|svc)(?![a-z0-9.-])"
              + "|\\b(?:django|psycopg|sqlalchemy|postgres|mysql|redis|mongo|kafka|jdbc|ldap|kube|helm|nginx|smtp|ftp)");

  /// The frames of a trace that are Java's own, and say nothing of what was called.
  private static final Pattern FRAME =
      Pattern.compile(
          "\\W{0,6}+at\\s(?:java\\.base/|jdk\\.[a-z.]{1,40}+/)?(?:java|javax|jdk|sun)\\..*");

  private FormReader() {}

  /// A form, and the words one of which every text of it holds: they are looked for first.
  private record Form(String name, Pattern pattern, List<String> words) {
    Form(String name, String pattern, String... words) {
      this(name, Pattern.compile(pattern), List.of(words));
    }

    boolean mayBeIn(String text) {
      return words.stream().anyMatch(text::contains);
    }
  }

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    for (var form : FORMS) {
      var matcher = form.pattern().matcher(page.text());
      if (form.mayBeIn(page.text()) && matcher.find()) {
        signals.add(page.signal("form", form.name(), matcher.start(), matcher.end()));
      }
    }
    surroundings(page, signals);
    return signals;
  }

  /// Whether a text is one line about nothing in particular, or names somebody's site or another
  /// program.
  private static void surroundings(Page page, List<Signal> signals) {
    var length = page.text().length();
    if (length == 0 || length > LONGEST_PAGE) {
      return;
    }
    var site = SITE.matcher(page.lower());
    if (site.find()) {
      signals.add(page.signal("form", "site", site.start(), site.end()));
    } else if (isOneLine(page.text())) {
      signals.add(page.signal("form", "one-line", 0, length));
    }
  }

  private static boolean isOneLine(String text) {
    var lines =
        text.strip().lines().filter(line -> !FRAME.matcher(line).matches()).limit(2).toList();
    return lines.size() == 1 && lines.getFirst().length() <= LONGEST_SENTENCE;
  }
}
