package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.policy.inquiry.PolicyOptions;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.report.policy.Simulation.Ruling;
import java.util.ArrayList;
import java.util.List;

/// The next command to type after some requests were decided.
final class Continuing {
  private Continuing() {}

  /// `outcrop policy explain` of one of the requests; empty where standard input was read, which is
  /// gone.
  static String explain(Arguments arguments, Ruling ruling, String... more) {
    var words = new ArrayList<String>(List.of("outcrop", "policy", "explain"));
    for (var option : PolicyOptions.OPTIONS) {
      for (var value : values(option.name(), arguments, ruling)) {
        if (value.equals("-") || value.endsWith("=-")) {
          return "";
        }
        words.add(option.name());
        if (!value.isEmpty()) {
          words.add(NextCommand.quoted(value));
        }
      }
    }
    words.addAll(List.of(more));
    return String.join(" ", words);
  }

  /// `outcrop policy lint` of the first policy; empty if none stands in a file.
  static String lint(Arguments arguments) {
    return arguments.all("--policy").stream()
        .map(value -> value.substring(value.indexOf('=') + 1))
        .filter(file -> !file.equals("-"))
        .findFirst()
        .map(file -> "outcrop policy lint " + NextCommand.quoted(file))
        .orElse("");
  }

  private static List<String> values(String option, Arguments arguments, Ruling ruling) {
    var given = arguments.all(option);
    return switch (option) {
      case "--action" -> given.isEmpty() ? given : List.of(ruling.request().action());
      case "--resource" -> given.isEmpty() ? given : List.of(ruling.request().resource());
      default -> given;
    };
  }
}
