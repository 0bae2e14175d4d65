package io.outcrop.cli.view;

import io.outcrop.cli.arguments.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The options that say in which form an answer is written.
public final class ViewOptions {
  /// The options.
  public static final List<Option> OPTIONS =
      List.of(
          Option.of(
              "--format",
              "FORMAT",
              "text (the default) or json; may be repeated, each with its --output"),
          Option.flag("--json", "the same as --format json"),
          Option.of("--output", "FILE", "write the answer there; - is standard output"),
          Option.of("--color", "WHEN", "auto (the default), always or never"),
          Option.flag("--ascii", "plain letters instead of signs"),
          Option.flag("--mask", "hide account ids, names in ARNs and e-mail addresses"),
          Option.flag("--verbose", "details").shortNamed("-v"));

  private ViewOptions() {}

  /// The options of a command that writes `offered` besides text and JSON.
  public static List<Option> with(Format... offered) {
    var names = Arrays.stream(offered).map(Format::id).collect(Collectors.joining(" or "));
    var options = new ArrayList<>(OPTIONS);
    options.set(
        0,
        Option.of(
            "--format",
            "FORMAT",
            "text (the default), json, " + names + "; may be repeated, each with its --output"));
    return options;
  }
}
