package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.session.Complaint;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The options that describe one fault.
final class FaultOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.of("--service", "NAME", "only calls of this service: bedrock-runtime"),
          Option.of("--operation", "NAME", "only this operation; Invoke* for all that begin so"),
          Option.of("--model", "ID", "only this model, through its profiles too"),
          Option.of("--principal", "ARN", "only calls of this principal"),
          Option.of("--count", "N", "only so many calls"),
          Option.of("--share", "PART", "only this part of the calls: 0.3"),
          Option.of("--seed", "N", "decides which part"),
          Option.of("--delay", "TIME", "how long: 500ms, 20s, 5m"),
          Option.of("--after", "N", "after so many events of a stream"),
          Option.of("--error", "STATUS:CODE:MESSAGE", "the words of an ERROR or EXCEPTION"));

  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
  private static final Pattern ERROR = Pattern.compile("([0-9]{0,3}):([A-Za-z]*):(.*)");

  private FaultOptions() {}

  /// @throws Complaint if a fault is described and none is added
  static void requireKind(Arguments arguments) {
    arguments.value("--add").ifPresent(FaultOptions::requireKnown);
    if (!arguments.has("--add")) {
      OPTIONS.stream()
          .map(Option::name)
          .filter(arguments::has)
          .findFirst()
          .ifPresent(name -> {
            throw Complaint.usage(
                "`" + name + "` describes a fault, and none is added", "--add KIND");
          });
    }
  }

  private static void requireKnown(String kind) {
    var kinds = Arrays.stream(Fault.Kind.values()).map(Enum::name).toList();
    if (!kinds.contains(kind)) {
      throw Complaint.usage(
          "there is no kind of fault `" + kind + "`",
          Nearest.to(kind, kinds)
              .map(near -> "did you mean `" + near + "`?")
              .orElse(String.join(", ", kinds)));
    }
  }

  /// The fault as a world's file says it.
  static Json.Obj fault(Arguments arguments) {
    var fault = Json.object().with("kind", Json.of(arguments.text("--add")));
    for (var name : List.of("service", "operation", "model", "principal")) {
      fault =
          arguments.has("--" + name)
              ? fault.with(name, Json.of(arguments.text("--" + name)))
              : fault;
    }
    for (var name : List.of("count", "share", "seed", "after")) {
      fault = arguments.has("--" + name) ? fault.with(name, number(name, arguments)) : fault;
    }
    fault =
        arguments.has("--delay") ? fault.with("delay", delay(arguments.text("--delay"))) : fault;
    return arguments.has("--error") ? fault.with("error", error(arguments.text("--error"))) : fault;
  }

  private static Json number(String name, Arguments arguments) {
    var text = arguments.text("--" + name);
    try {
      return Json.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      throw Complaint.usage(
          "`--" + name + "` is `" + text + "`, which is no number", "--" + name + " 1");
    }
  }

  private static Json delay(String text) {
    var match = TIME.matcher(text);
    if (!match.matches()) {
      throw Complaint.usage("`--delay` is `" + text + "`, which is no time", "--delay 20s");
    }
    var number = match.group(1);
    return Json.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(Long.parseLong(number)).toString();
          case "m" -> "PT" + number + "M";
          default -> "PT" + number + "S";
        });
  }

  private static Json error(String text) {
    var match = ERROR.matcher(text);
    if (!match.matches()) {
      throw Complaint.usage(
          "`--error` is `" + text + "`, which has not three parts",
          "--error \"403:AccessDeniedException:Your account is not authorized\"");
    }
    var error = Json.object();
    error =
        match.group(1).isEmpty()
            ? error
            : error.with("status", Json.of(Long.parseLong(match.group(1))));
    error = match.group(2).isEmpty() ? error : error.with("code", Json.of(match.group(2)));
    return match.group(3).isEmpty() ? error : error.with("message", Json.of(match.group(3)));
  }
}
