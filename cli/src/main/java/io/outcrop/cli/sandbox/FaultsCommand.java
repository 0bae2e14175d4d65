package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// `outcrop sandbox faults`.
public final class FaultsCommand implements Command {
  /// The command.
  public FaultsCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox faults", "say, add or clear what fails in a world on purpose")
        .with(
            List.of(
                Option.of("--add", "KIND", "THROTTLE, UNAVAILABLE, LATENCY, DROP, CUT …"),
                Option.flag("--clear", "let nothing fail on purpose any more")))
        .with(FaultOptions.OPTIONS)
        .with(List.of(PlaceOptions.WORLD.getFirst()))
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop sandbox faults --add THROTTLE --share 0.3",
            "outcrop sandbox faults --add CUT --after 3 --operation ConverseStream --count 1",
            "outcrop sandbox faults --clear");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    if (arguments.has("--add") && arguments.has("--clear")) {
      throw Complaint.usage("`--add` and `--clear` exclude each other", "leave one of them out");
    }
    FaultOptions.requireKind(arguments);
    try (var world = SteeredWorld.of(arguments, session)) {
      var faults = changed(world, arguments);
      view.write(
          look -> text(world.name(), faults, look),
          () ->
              Json.object()
                  .with("formatVersion", Json.of(1))
                  .with("world", Json.of(world.name()))
                  .with("faults", Json.array(faults)));
    }
    return ExitCode.FINE;
  }

  private static List<Json> changed(SteeredWorld world, Arguments arguments) {
    var steering = world.steering();
    if (arguments.has("--clear")) {
      return SteeredWorld.done(steering.clearFaults()).list("faults");
    }
    var now = SteeredWorld.done(steering.faults()).list("faults");
    if (!arguments.has("--add")) {
      return now;
    }
    var more = new ArrayList<>(now);
    more.add(FaultOptions.fault(arguments));
    return SteeredWorld.done(steering.replaceFaults(Json.array(more))).list("faults");
  }

  private static String text(String world, List<Json> faults, Look look) {
    var page = new Page();
    page.text(
        0,
        Styled.prose(
            faults.isEmpty()
                ? "in the world `" + world + "` nothing fails on purpose"
                : "in the world `" + world + "` calls fail on purpose"));
    for (var fault : faults) {
      if (fault instanceof Json.Obj object) {
        page.labelled(
            2, object.text("kind").orElse(""), 17, Styled.of(Style.PLAIN, details(object)));
      }
    }
    if (!faults.isEmpty()) {
      page.gap().text(0, Styled.of(Style.PLAIN, "Next:"));
      page.verbatim(2, "outcrop sandbox faults --clear --world " + world);
    }
    return page.render(look);
  }

  private static String details(Json.Obj fault) {
    var details =
        fault.members().entrySet().stream()
            .filter(member -> !member.getKey().equals("kind"))
            .map(member ->
                member.getKey()
                    + " "
                    + member
                        .getValue()
                        .value()
                        .asText()
                        .orElse(member.getValue().value().toString()))
            .collect(Collectors.joining(", "));
    return details.isEmpty() ? "every call" : details;
  }
}
