package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.cli.arguments.Option;
import java.util.List;

/// The options that say where a command looks, and as whom.
public final class PlaceOptions {
  /// Which world, for commands that need one.
  public static final List<Option> WORLD =
      List.of(
          Option.of(
              "--world", "NAME|FILE", "a built-in world, or a world's file (default: healthy)"),
          Option.of(
              "--clock", "now|INSTANT", "move the world's clock there: 2026-11-20T12:00:00Z"));

  /// All of them.
  public static final List<Option> OPTIONS =
      List.of(
          Option.of(
              "--model", "ID", "the model id or profile that is called; doctor takes several"),
          Option.of("--region", "REGION", "the region that is called; doctor takes several"),
          Option.of("--profile", "NAME", "the profile of ~/.aws that calls; doctor takes several"),
          Option.of(
              "--admin-profile", "NAME", "a profile that may look at policies and change them"),
          Option.of(
              "--client", "WHICH", "judge the client side as boto3, cli, java or js looks at it"),
          Option.of(
              "--call",
              "WHAT",
              "what the client calls: "
                  + String.join(", ", ClientCall.names())
                  + " (default: invoke)"),
          Option.of("--endpoint-url", "URL", "call this endpoint instead of AWS's own"),
          Option.of(
              "--probe", "WHAT", "free (the default), none or paid: what may be sent to the model"),
          Option.of("--timeout", "TIME", "how long all of it may take: 30s (the default), 2m"),
          Option.flag("--sandbox", "look at a world on this machine instead of at AWS"),
          WORLD.get(0),
          WORLD.get(1));

  private PlaceOptions() {}
}
