package io.outcrop.cli.place;

import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The world that a person means.
///
/// @param name its name, safe as a folder's name
/// @param origin `built-in`, or the absolute name of its file
/// @param text what the file says, empty for a built-in world
/// @param reading reads the world, which costs more than to start one that is kept
public record WorldChoice(String name, String origin, String text, Supplier<World> reading) {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final long LARGEST_BYTES = 16L * 1024 * 1024;
  private static final String BUILT_IN = "built-in";

  /// What `value` of `--world` means: a built-in world, else a file.
  ///
  /// @throws Complaint if it means nothing, or a file that is no world
  public static WorldChoice of(String value, Session session) {
    if (Worlds.builtIn().contains(value)) {
      return builtIn(value);
    }
    var path = session.file(value);
    if (!Files.exists(path)) {
      var nearest = Nearest.to(value, Worlds.builtIn());
      throw Complaint.usage(
          "there is no world and no file `" + value + "`",
          nearest
              .map(name -> "did you mean `" + name + "`?")
              .orElse("outcrop sandbox worlds lists the built-in ones"));
    }
    var text = text(value, path);
    var origin = path.toAbsolutePath().normalize().toString();
    return new WorldStore(session)
        .keptFrom(origin, text)
        .map(name -> new WorldChoice(name, origin, text, () -> read(value, text)))
        .orElseGet(() -> {
          var world = read(value, text);
          return new WorldChoice(named(world, value), origin, text, () -> world);
        });
  }

  /// A world whose state is kept, else what `value` of `--world` means.
  ///
  /// @throws Complaint if it means nothing
  public static WorldChoice keptOr(String value, Session session) {
    return !Worlds.builtIn().contains(value) && new WorldStore(session).names().contains(value)
        ? builtIn(value)
        : of(value, session);
  }

  /// What the file `value` says.
  ///
  /// @throws Complaint if it cannot be read
  public static String text(String value, Session session) {
    return text(value, session.file(value));
  }

  /// The world itself.
  public World world() {
    return reading.get();
  }

  /// Whether it is no file's.
  public boolean isBuiltIn() {
    return origin.equals(BUILT_IN);
  }

  private static WorldChoice builtIn(String name) {
    return new WorldChoice(name, BUILT_IN, "", () -> Worlds.get(name));
  }

  private static World read(String value, String text) {
    return switch (Worlds.read(text)) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(List<Problem> problems) ->
          throw Complaint.usage(
              "`" + value + "` is no world: " + problems.getFirst(), more(problems));
    };
  }

  private static String named(World world, String value) {
    if (!SAFE.matcher(world.name()).matches()) {
      throw Complaint.usage(
          "`" + value + "` names its world `" + world.name() + "`",
          "a name has letters, digits, dots, dashes and underscores, at most 64");
    }
    if (Worlds.builtIn().contains(world.name())) {
      throw Complaint.usage(
          "`" + value + "` names its world `" + world.name() + "`, as a built-in one is named",
          "give it another name");
    }
    return world.name();
  }

  private static String more(List<Problem> problems) {
    return problems.size() == 1
        ? "the world's schema is docs/schema/world.json"
        : "and " + (problems.size() - 1) + " more, the next: " + problems.get(1);
  }

  private static String text(String value, Path path) {
    try {
      if (Files.isDirectory(path) || Files.size(path) > LARGEST_BYTES) {
        throw Complaint.usage(
            "`" + value + "` is " + (Files.isDirectory(path) ? "a folder" : "larger than 16 MB"),
            "name a world's file");
      }
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw Complaint.usage(
          "`" + value + "` cannot be read: " + Failures.reason(unreadable), "name a world's file");
    }
  }
}
