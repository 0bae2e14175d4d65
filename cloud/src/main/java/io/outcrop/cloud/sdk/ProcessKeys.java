package io.outcrop.cloud.sdk;

import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.key.Instants;
import io.outcrop.cloud.thread.CallThreads;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Keys that the program of a `credential_process` prints. It is started once for all calls, and
/// again shortly before its keys end; one that does not end is ended. What it says is told of
/// nobody, since that may be a secret: only how it failed. Source: AWS SDKs and Tools Reference
/// Guide, "Process credential provider", read 2026-11.
final class ProcessKeys implements AwsCredentialsProvider {
  /// More than keys can be.
  private static final int MOST_BYTES = 64_000;

  private static final Duration BEFORE_THE_END = Duration.ofMinutes(1);

  private final String profile;
  private final String command;
  private final SdkSetup setup;
  private final InstantSource clock = InstantSource.system();
  private @Nullable Printed printed;

  ProcessKeys(AwsProfile profile, SdkSetup setup) {
    this.profile = profile.name();
    this.command = profile.property("credential_process");
    this.setup = setup;
  }

  /// What the program printed, or why there is nothing of it.
  private record Printed(AwsCredentialsProvider keys, Instant until) {}

  @Override
  public AwsCredentials resolveCredentials() {
    return printed().keys().resolveCredentials();
  }

  private synchronized Printed printed() {
    if (printed == null || !clock.instant().isBefore(printed.until())) {
      printed = run();
    }
    return printed;
  }

  private Printed run() {
    try {
      return read(output());
    } catch (CredentialsUnavailableException failed) {
      if (Thread.currentThread().isInterrupted()) {
        throw failed;
      }
      return new Printed(
          () -> {
            throw failed;
          },
          Instant.MAX);
    }
  }

  private String output() {
    // Calls give up a little later than the program, so that its failure is what they tell.
    var patience = setup.timeout().multipliedBy(2).dividedBy(3);
    Process process;
    try {
      process =
          new ProcessBuilder(shell(command))
              .directory(setup.client().workingDirectory().toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
    } catch (IOException _) {
      throw failed("it cannot be started");
    }
    try {
      var reading = new FutureTask<>(() -> process.getInputStream().readNBytes(MOST_BYTES));
      var _ = CallThreads.start("credential_process", reading);
      var output = reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        throw failed("it ended with status " + process.exitValue());
      }
      return new String(output, StandardCharsets.UTF_8);
    } catch (TimeoutException _) {
      throw failed("it did not end within " + patience.toSeconds() + " s");
    } catch (ExecutionException _) {
      throw failed("its output cannot be read");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failed("nobody waited for it");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Printed read(String output) {
    if (!(JsonReader.read(output) instanceof JsonReading.Read(Json.Obj said))) {
      throw failed("it printed no JSON object");
    }
    if (!(said.get("Version").orElse(Json.ofNull()) instanceof Json.Num(var version, _))
        || version.intValue() != 1) {
      throw failed("what it printed has no `\"Version\": 1`");
    }
    var keys =
        SigningKeys.fixed(
            required(said, "AccessKeyId"),
            required(said, "SecretAccessKey"),
            said.text("SessionToken").orElse(""));
    var ends = said.text("Expiration").flatMap(Instants::read).orElse(Instant.MAX);
    if (!clock.instant().isBefore(ends)) {
      throw failed("the keys that it printed ended at " + ends);
    }
    return new Printed(keys, ends.equals(Instant.MAX) ? ends : ends.minus(BEFORE_THE_END));
  }

  private String required(Json.Obj said, String member) {
    return said.text(member)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> failed("what it printed has no `%s`".formatted(member)));
  }

  private CredentialsUnavailableException failed(String how) {
    return new CredentialsUnavailableException(
        "the `credential_process` of profile `%s` failed: %s".formatted(profile, how));
  }

  private static List<String> shell(String command) {
    return System.getProperty("os.name", "").startsWith("Windows")
        ? List.of("cmd.exe", "/C", command)
        : List.of("sh", "-c", command);
  }
}
