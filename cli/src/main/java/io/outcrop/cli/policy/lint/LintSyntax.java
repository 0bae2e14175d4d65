package io.outcrop.cli.policy.lint;

import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.ViewOptions;
import java.util.ArrayList;
import java.util.List;

/// The options of `outcrop policy lint`.
final class LintSyntax {
  private static final List<Option> OWN =
      List.of(
          Option.of(
              "--kind",
              "KIND",
              "identity, resource, trust, boundary, session, scp, rcp or endpoint (default: what"
                  + " the text and its name say)"),
          Option.of("--severity", "LEAST", "error, warning or suggestion (the default)"),
          Option.flag("--strict", "warnings and suggestions fail too"),
          Option.attached("--fix", "likely", "mend files by fixes that are certain, or likely"),
          Option.flag("--yes", "write files without asking"),
          Option.of("--baseline", "FILE", "findings that are accepted; what else is open fails"),
          Option.flag("--write-baseline", "accept what is open now"),
          Option.of("--reason", "TEXT", "why, with --write-baseline"),
          Option.of("--expires", "DATE", "until when, with --write-baseline"),
          Option.of("--account", "ID", "the account that the policies stand in"),
          Option.of(
              "--account-details",
              "FILE",
              "look at all that `aws iam get-account-authorization-details` printed"),
          Option.flag("--live", "look at the caller's policies in the account"),
          Option.flag("--list", "list all findings"));

  static final List<Option> OPTIONS = all();

  private LintSyntax() {}

  private static List<Option> all() {
    var options = new ArrayList<>(OWN);
    PlaceOptions.OPTIONS.stream()
        .filter(option ->
            !List.of("--probe", "--model", "--region", "--client", "--call")
                .contains(option.name()))
        .forEach(options::add);
    options.addAll(ViewOptions.with(Format.GITHUB, Format.SARIF));
    return List.copyOf(options);
  }
}
