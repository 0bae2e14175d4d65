package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads how the text came to be: by whom an error was written down.
final class FormReader {
  private static final List<Form> FORMS =
      List.of(
          new Form("command-line", "An\\serror\\soccurred\\s\\("),
          new Form("python-traceback", "Traceback\\s\\(most\\srecent\\scall\\slast\\)"),
          new Form("java-sdk", "software\\.amazon\\.awssdk\\.|\\(Service:\\s"),
          new Form("javascript-sdk", "\\$metadata|node_modules/@?(?:aws-sdk|smithy)|@aws-sdk[/+]"),
          new Form(
              "http", "\\bHTTP/\\d(?:\\.\\d)?\\s[1-5]\\d\\d|x-amzn-errortype|x-amzn-requestid"),
          new Form("cloudtrail", "\"eventVersion\"|\"eventSource\"|eventCategory"),
          new Form("event-stream", ":exception-type|:message-type"),
          new Form("xml", "<ErrorResponse|<Error>|<Code>"));

  private FormReader() {}

  private record Form(String name, Pattern pattern) {
    Form(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    for (var form : FORMS) {
      var matcher = form.pattern().matcher(page.text());
      if (matcher.find()) {
        signals.add(page.signal("form", form.name(), matcher.start(), matcher.end()));
      }
    }
    return signals;
  }
}
