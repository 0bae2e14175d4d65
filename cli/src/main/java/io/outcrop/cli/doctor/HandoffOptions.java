package io.outcrop.cli.doctor;

import io.outcrop.access.handoff.CallSite;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The options that say what the caller's own program does.
final class HandoffOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.flag("--handoff", "write the page for whoever can mend it"),
          Option.of("--request", "FILE", "the body that the program sends, JSON"),
          Option.of("--source", "FILE:LINE", "where the program makes the call"),
          Option.of("--trace", "FILE", "a stack trace that shows where"));

  private static final long MOST_BYTES = 25L * 1024 * 1024;

  private HandoffOptions() {}

  /// The caller's own body; none if it is not given.
  static List<Json.Obj> body(Arguments arguments, Session session) {
    if (!arguments.has("--request")) {
      return List.of();
    }
    var name = arguments.text("--request");
    return switch (JsonReader.read(read("--request", name, session))) {
      case JsonReading.Read(Json.Obj body) -> List.of(body);
      case JsonReading.Read(var other) ->
          throw Complaint.usage(
              "`%s` holds %s, and a request body is an object".formatted(name, other.kind()),
              "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":1000,\"messages\":[…]}");
      case JsonReading.Malformed(var message, var position) ->
          throw Complaint.usage("`%s` is no JSON: %s: %s".formatted(name, position, message), "");
    };
  }

  /// Where the call is made; none if it is not given, or if the trace shows no line.
  static List<CallSite> site(Arguments arguments, Session session) {
    if (arguments.has("--source")) {
      return List.of(source(arguments.text("--source"), session));
    }
    if (!arguments.has("--trace")) {
      return List.of();
    }
    var text = read("--trace", arguments.text("--trace"), session);
    return StackTraces.first(text).stream().map(frame -> framed(frame, session)).toList();
  }

  private static CallSite source(String text, Session session) {
    var colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
      throw Complaint.usage(
          "`--source` is `" + text + "`, which names no line", "--source src/app.py:42");
    }
    var file = text.substring(0, colon);
    var line = Integer.parseInt(text.substring(colon + 1));
    var content = read("--source", file, session);
    var lines = content.lines().count();
    if (line > lines) {
      throw Complaint.usage(
          "`%s` has %d lines, and `--source` names line %d".formatted(file, lines, line),
          "--source " + file + ":" + Math.max(1, lines));
    }
    return CallSite.of(file, line, content, "`--source`");
  }

  /// A frame's file is shown where it lies within reach; else its place alone.
  private static CallSite framed(StackTraces.Frame frame, Session session) {
    try {
      var file = session.file(frame.file());
      var text = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES ? lossy(file) : "";
      return CallSite.of(frame.file(), frame.line(), text, "the stack trace");
    } catch (IOException _) {
      return CallSite.of(frame.file(), frame.line(), "", "the stack trace");
    }
  }

  private static String read(String option, String name, Session session) {
    var file = session.file(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw Complaint.usage("`%s` names `%s`, which is no file".formatted(option, name), "");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw Complaint.usage(
            "`%s` names `%s`, which is larger than 25 MB".formatted(option, name), "");
      }
      return lossy(file);
    } catch (IOException lost) {
      throw Complaint.usage("`" + name + "` cannot be read: " + lost.getMessage(), "");
    }
  }

  private static String lossy(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
