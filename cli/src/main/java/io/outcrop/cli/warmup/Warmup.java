package io.outcrop.cli.warmup;

import io.outcrop.cli.Main;
import io.outcrop.cli.Outcrop;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.QuietLibraries;
import io.outcrop.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs usual commands with nobody watching. The launcher starts it once a build.
public final class Warmup {
  private static final String ERROR =
      """
      An error occurred (AccessDeniedException) when calling the InvokeModel operation: User: \
      arn:aws:iam::111122223333:user/alice is not authorized to perform: bedrock:InvokeModel on \
      resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0 \
      because no identity-based policy allows the bedrock:InvokeModel action
      """;

  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"bedrock:Invoke*",\
      "Resource":"arn:aws:bedrock:us-*::foundation-model/*"},{"Effect":"Deny","Action":"*",\
      "Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"us-east-1"}}}]}
      """;
  private static final String CASE =
      """
      {"format":"authz-case/1","id":"a","name":"a","request":{"principal":{"type":"aws","arn":\
      "arn:aws:iam::111122223333:user/alice"},"action":"bedrock:InvokeModel","resource":{"arn":"*"},\
      "context":{}},"identityPolicies":[{"name":"p","document":{"Statement":{"Effect":"Allow",\
      "Action":"*","Resource":"*"}}}],"expected":{"decision":"allowed","deniedBy":["scp"]}}
      """;
  private static final String MODEL = "us.anthropic.claude-sonnet-4-6";
  private static final String PRINCIPAL = "arn:aws:iam::111122223333:user/alice";

  private Warmup() {}

  /// Runs them.
  ///
  /// @param words `sandbox` to do what a sandbox does and nothing else: what it never loads costs
  ///   its memory, too; `account` to look at the account that the environment gives
  public static void main(String[] words) {
    QuietLibraries.request();
    switch (words.length == 0 ? "" : words[0]) {
      case "sandbox" -> sandbox();
      case "account" -> account();
      default -> commands();
    }
    System.exit(0);
  }

  /// Serves a world that is new and one that is kept, then answers the calls that the doctor makes
  /// in another process.
  private static void sandbox() {
    serve();
    serve();
    run(words(List.of("sandbox", "client", "--"), process("doctor")));
  }

  private static void serve() {
    var serving = Thread.ofPlatform().start(() -> run("sandbox", "serve", "--port", "0"));
    try {
      while (serving.isAlive() && run("sandbox", "env") != ExitCode.FINE) {
        Thread.sleep(Duration.ofMillis(20));
      }
      serving.interrupt();
      serving.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks at the account that the environment leads to, as an application that may read little; at
  /// a world that this process holds; and, where another process answers, at an account whose
  /// administrator is at hand.
  private static void account() {
    run("doctor", "--model", MODEL, "--region", "us-east-1");
    run("doctor", "--world", "seed-b");
    try {
      var served =
          new ProcessBuilder(process("sandbox", "serve", "--world", "seed-a", "--port", "0"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        askServed(served);
      } finally {
        served.destroy();
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void askServed(Process served) throws InterruptedException {
    while (served.isAlive() && run("sandbox", "env", "--world", "seed-a") != ExitCode.FINE) {
      Thread.sleep(Duration.ofMillis(20));
    }
    for (var view : List.of("--json", "--ascii", "--handoff")) {
      run("doctor", "--world", "seed-a", view);
    }
    run("fix", "--world", "seed-a", "--yes");
    run("doctor", "--world", "seed-a");
  }

  /// The words that run a command as a process of its own.
  private static List<String> process(String... words) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    return List.of(words(List.of(java, "-cp", classes, Main.class.getName()), List.of(words)));
  }

  private static String[] words(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toArray(String[]::new);
  }

  private static void commands() {
    run("--help");
    run("version");
    run("version", "--json");
    run("explain", "-");
    run("explain", "--json");
    run("redact", "-");
    run("explain", "--nothing-of-that-name");
    policy("simulate", "--action", "bedrock:InvokeModel", "--resource", "*");
    policy("simulate", "--action", "bedrock:InvokeModel", "--json");
    policy("simulate", "--model", MODEL, "--region", "us-east-1");
    policy("explain", "--action", "bedrock:InvokeModel", "--context", "aws:RequestedRegion=x");
    policy("explain", "--action", "bedrock:InvokeModel", "--unknown", "aws:SourceIp", "--json");
    reading(POLICY, "policy", "lint", "-");
    reading(POLICY, "policy", "lint", "-", "--format", "sarif");
    reading(POLICY, "policy", "diff", "-", "-");
    run("policy", "generate", "--model", MODEL, "--region", "us-east-1");
    reading(CASE, "policy", "test", "-");
    run("sandbox", "worlds");
    run("sandbox", "client", "--", "true");
    run("demo");
  }

  private static void policy(String command, String... more) {
    var words = new ArrayList<>(List.of("policy", command, "--policy", "-"));
    words.addAll(List.of("--scp", "root=FullAWSAccess", "--principal", PRINCIPAL));
    words.addAll(List.of(more));
    reading(POLICY, words.toArray(String[]::new));
  }

  private static int run(String... words) {
    return reading(ERROR, words);
  }

  private static int reading(String input, String... words) {
    var process = Main.session();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var terminal =
        new Terminal(
            in,
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Attached.nowhere());
    var session =
        new Session(
            terminal,
            process.environment(),
            process.home(),
            process.workingDirectory(),
            process.clock());
    return Outcrop.run(List.of(words), session);
  }
}
