package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cli.place.HeldWorld;
import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.terminal.Terminal;
import io.outcrop.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The scripts of a hand-off, run as they stand on the page against the world that it is about.
final class HandoffScripts implements AutoCloseable {
  private final Json.Obj handoff;
  private final HeldWorld held;
  private final Path folder;

  private HandoffScripts(Json.Obj handoff, HeldWorld held, Path folder) {
    this.handoff = handoff;
    this.held = held;
    this.folder = folder;
  }

  /// How a program ended, and all that it printed.
  record Ended(int code, String output) {}

  static HandoffScripts of(Json.Obj handoff, String world, Run.Stage stage, Path folder) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Attached.nowhere());
    var session = stage.session(terminal);
    var opened = new WorldStore(session).open(WorldChoice.of(world, session), Serving.usual());
    return new HandoffScripts(handoff, ((WorldStore.Opened.Held) opened).world(), folder);
  }

  static boolean isThere(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// The text of script `file`; empty if there is none.
  static String text(String file, Json.Obj handoff) {
    return handoff.list("scripts").stream()
        .map(Json.Obj.class::cast)
        .filter(script -> script.text("file").orElseThrow().equals(file))
        .map(script -> script.text("text").orElseThrow())
        .findFirst()
        .orElse("");
  }

  boolean has(String file) {
    return !text(file, handoff).isEmpty();
  }

  /// By the world's administrator; nothing where there is no such script.
  Ended asAdministrator(String file) throws IOException, InterruptedException {
    return run(file, true);
  }

  /// By the world's caller, whose `.env` is read as the program reads it.
  Ended asCaller(String file) throws IOException, InterruptedException {
    return run(file, false);
  }

  private Ended run(String file, boolean asAdministrator) throws IOException, InterruptedException {
    if (!has(file)) {
      return new Ended(0, "");
    }
    var client = held.running().client();
    var script = Files.writeString(folder.resolve(file), text(file, handoff));
    var variables = new HashMap<String, String>();
    variables.put("AWS_ENDPOINT_URL", held.running().endpoint().toString());
    variables.put("AWS_CONFIG_FILE", client.home().resolve(".aws/config").toString());
    variables.put(
        "AWS_SHARED_CREDENTIALS_FILE", client.home().resolve(".aws/credentials").toString());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    if (asAdministrator) {
      variables.put("AWS_PROFILE", client.adminProfile());
    } else {
      variables.putAll(client.environment());
      var env = client.workingDirectory().resolve(".env");
      if (Files.exists(env)) {
        for (var line : Files.readAllLines(env)) {
          if (line.startsWith("AWS_PROFILE=")) {
            variables.put("AWS_PROFILE", line.substring(12));
          }
        }
      }
    }
    return process(variables, client.workingDirectory(), "sh", script.toString());
  }

  static Ended process(Map<String, String> variables, Path folder, String... words)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(variables);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  @Override
  public void close() {
    held.close();
  }
}
