package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.sandbox.steering.Steering;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// `outcrop sandbox clock`.
public final class ClockCommand implements Command {
  private static final Pattern AHEAD = Pattern.compile("\\+([0-9]{1,6})(s|m|h|d)");

  /// The command.
  public ClockCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox clock", "say or move a world's time")
        .withOperands("[+TIME|INSTANT|now]", 1)
        .with(List.of(PlaceOptions.WORLD.getFirst()))
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop sandbox clock --world seed-c +15m",
            "outcrop sandbox clock 2026-12-24T18:00:00Z");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session);
    var wish = arguments.operands().stream().findFirst().orElse("");
    try (var world = SteeredWorld.of(arguments, session)) {
      var now = SteeredWorld.done(moved(world.steering(), wish, session)).text("now").orElse("");
      view.write(
          _ -> "in the world `%s` it is %s\n".formatted(world.name(), now),
          () ->
              Json.object()
                  .with("formatVersion", Json.of(1))
                  .with("world", Json.of(world.name()))
                  .with("now", Json.of(now)));
    }
    return ExitCode.FINE;
  }

  private static Steering.Outcome moved(Steering steering, String wish, Session session) {
    if (wish.isEmpty()) {
      return steering.clock();
    }
    if (wish.equals("now")) {
      return steering.setClock(session.clock().instant());
    }
    var ahead = AHEAD.matcher(wish);
    if (ahead.matches()) {
      return steering.moveClock(duration(Long.parseLong(ahead.group(1)), ahead.group(2)));
    }
    try {
      return steering.setClock(
          wish.length() == 10 ? Instant.parse(wish + "T00:00:00Z") : Instant.parse(wish));
    } catch (DateTimeException _) {
      throw Complaint.usage("`" + wish + "` is no time to move to", "+15m, or an instant, or now");
    }
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
