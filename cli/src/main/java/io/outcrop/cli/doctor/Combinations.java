package io.outcrop.cli.doctor;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.place.ClientOptions;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.session.Complaint;
import java.util.List;
import java.util.stream.Stream;

/// Which of the doctor's options mean nothing beside one another. What an environment variable says
/// for all runs is not held against one of them.
final class Combinations {
  private static final List<String> OF_A_LIVE_PAGE =
      List.of("--save-evidence", "--watch", "--all-models", "--all-regions");

  private Combinations() {}

  /// @throws Complaint that names the option that could have no effect
  static void check(Arguments arguments) {
    if (arguments.has("--evidence")) {
      looking()
          .filter(arguments::typed)
          .findFirst()
          .ifPresent(option -> {
            throw exclude(
                "`--evidence` judges what was seen, and `" + option + "` would look anew");
          });
    }
    if (arguments.has("--handoff")) {
      OF_A_LIVE_PAGE.stream()
          .filter(arguments::typed)
          .findFirst()
          .ifPresent(option -> {
            throw exclude(
                "`--handoff` is a page about one call, seen once, and `" + option + "` is not");
          });
    }
    if (arguments.typed("--every") && !arguments.has("--watch")) {
      throw Complaint.usage(
          "`--every` says how often `--watch` looks, and nothing is watched", "--watch");
    }
    var shown = arguments.has("--handoff") || arguments.all("--format").contains("github");
    for (var option : List.of("--source", "--trace")) {
      if (arguments.typed(option) && !shown) {
        throw Complaint.usage(
            "`" + option + "` says where the call is made, and nothing that is written shows that",
            "--handoff, or --format github");
      }
    }
  }

  /// The options that say at what is looked, and how.
  private static Stream<String> looking() {
    return Stream.of(
            Stream.of(
                "--save-evidence", "--watch", "--world", "--sandbox", "--handoff", "--request"),
            PlaceOptions.OPTIONS.stream().map(Option::name),
            ClientOptions.OPTIONS.stream().map(Option::name),
            DoctorOptions.OPTIONS.stream().map(Option::name))
        .flatMap(names -> names)
        .filter(name -> !name.equals("--evidence"));
  }

  private static Complaint exclude(String message) {
    return Complaint.usage(message, "leave one of them out");
  }
}
