package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What botocore and the AWS SDK for JavaScript print in each world, explained back to the cause
/// that the world shows, as in [SdkRoundTripTest]. One process makes the calls to all worlds.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OtherSdksRoundTripTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  /// How many worlds are called: there are never less.
  private static final int FEWEST = 30;

  private static final Path PYTHON = Path.of("src", "test", "python");
  private static final Path JAVASCRIPT = Path.of("src", "test", "js");

  @TempDir Path folder;

  @Test
  void whatBotocorePrintsIsExplainedBackToItsCause() throws IOException, InterruptedException {
    assumeTrue(
        Programs.succeed(PYTHON, "python3", "-c", "import botocore"), "needs Python with botocore");
    comeBack(PYTHON, "python3", "said.py");
  }

  @Test
  void whatTheSdkForJavaScriptPrintsIsExplainedBackToItsCause()
      throws IOException, InterruptedException {
    assumeTrue(
        Programs.succeed(JAVASCRIPT, "node", "--version"), "needs Node.js 20 or newer on the PATH");
    if (!Files.isDirectory(JAVASCRIPT.resolve("node_modules"))) {
      assumeTrue(
          Programs.succeed(JAVASCRIPT, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
          "needs the AWS SDK for JavaScript: run `npm ci` in cli/src/test/js");
    }
    comeBack(JAVASCRIPT, "node", "said.mjs");
  }

  private void comeBack(Path scripts, String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(scripts.toFile());
    var path = System.getenv("PATH");
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of("PATH", path, "HOME", folder.toString(), "AWS_EC2_METADATA_DISABLED", "true"));
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var missed = new TreeMap<String, List<String>>();
    var called = new TreeSet<String>();
    try (var calls = process.outputWriter(StandardCharsets.UTF_8);
        var texts = process.inputReader(StandardCharsets.UTF_8)) {
      for (var name : Worlds.builtIn()) {
        if (ShownCauses.isShownByCalls(name)) {
          called.add(name);
          try (var world = world(name)) {
            var cause = ShownCauses.of(name);
            var invoked = explained(world, said(world, "invoke", calls, texts));
            var streamed = explained(world, said(world, "stream", calls, texts));
            if (!invoked.contains(cause) && !streamed.contains(cause)) {
              missed.put(name, invoked);
            }
          }
        }
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(missed).as("worlds whose cause did not come back").isEmpty();
    assertThat(called).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  private static String said(Sandbox world, String way, Writer calls, BufferedReader texts)
      throws IOException {
    var environment = world.client().environment();
    var call =
        Map.of(
            "way", way,
            "endpoint", world.endpoint().toString(),
            "region", world.subject().region(),
            "model", world.subject().model(),
            "key", environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            "secret", environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
            "token", environment.getOrDefault("AWS_SESSION_TOKEN", ""));
    var members = new TreeMap<String, Json>();
    call.forEach((name, value) -> members.put(name, Json.of(value)));
    calls.write(Json.object(members).toString());
    calls.write('\n');
    calls.flush();
    var line = texts.readLine();
    assertThat(line).as("the answer to %s of %s", way, world.subject()).isNotNull();
    return switch (JsonReader.read(line)) {
      case JsonReading.Read(Json.Str(var text, _)) -> text;
      case JsonReading other -> throw new UncheckedIOException(new IOException(other.toString()));
    };
  }

  private static List<String> explained(Sandbox world, String text) {
    var subject = world.subject();
    var context =
        new ExplanationContext(subject.region(), subject.model(), world.clock().instant());
    return text.isEmpty()
        ? List.of("answered")
        : EXPLAINER.explain(text, context).diagnoses().stream()
            .map(diagnosis -> diagnosis.cause().slug())
            .toList();
  }

  private Sandbox world(String name) {
    WorldFolder.create(folder.resolve(name), Worlds.get(name));
    return Sandbox.start(Sandbox.Options.in(folder.resolve(name)));
  }
}
