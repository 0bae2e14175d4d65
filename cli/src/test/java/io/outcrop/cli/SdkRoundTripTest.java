package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What the AWS SDK for Java prints in each world, explained back to the cause that the world
/// shows. `src/test/resources/round-trip.txt` lists what is said first of each call;
/// `-Dgolden=write` writes it.
class SdkRoundTripTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  /// How many causes come back today: there are never less.
  private static final int FEWEST = 34;

  private static final SdkCalls CALLS = new SdkCalls();
  private static final Path LIST = Path.of("src/test/resources/round-trip.txt");

  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  /// Bodies that AWS refuses, by the cause.
  private static final Map<String, String> WRONG_BODIES =
      new TreeMap<>(
          Map.of(
              "anthropic-version-missing",
              "{\"max_tokens\":60,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
              "roles-must-alternate",
              "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":60,\"messages\":["
                  + "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}",
              "content-block-empty",
              "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":60,\"messages\":["
                  + "{\"role\":\"user\",\"content\":\"\"}]}",
              "body-extraneous-key",
              "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":60,\"response_format\":{},"
                  + "\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"));

  @TempDir Path folder;

  @AfterAll
  static void closeClient() {
    CALLS.close();
  }

  private final Map<String, List<String>> said = new LinkedHashMap<>();
  private final TreeSet<String> covered = new TreeSet<>();
  private final TreeSet<String> missed = new TreeSet<>();

  @Test
  void whatTheSdkPrintsIsExplainedBackToItsCause() throws IOException {
    for (var name : Worlds.builtIn()) {
      try (var world = world(name)) {
        if (name.equals("healthy")) {
          mistakes(world);
        } else if (ShownCauses.isShownByCalls(name)) {
          expect(ShownCauses.of(name), name, world);
        }
      }
    }
    var list = new StringBuilder();
    said.forEach((call, causes) ->
        list.append(call)
            .append(": ")
            .append(causes.stream().findFirst().orElse("nothing"))
            .append('\n'));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(LIST, list);
    }
    assertThat(list.toString()).isEqualTo(Files.readString(LIST));
    assertThat(missed).as("causes that did not come back").isEmpty();
    assertThat(covered).as("causes that came back").hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  /// What the sandbox's own list says that the worlds answer: to whichever call shows their cause.
  @Test
  void whatTheWorldsAnswerIsExplainedBackToTheirCauses() throws IOException {
    var list = Path.of("..", "sandbox", "src", "test", "resources", "sandbox", "cause-worlds.txt");
    var line =
        Pattern.compile("(?<world>[a-z0-9-]+) (?<call>[A-Za-z]+): \\d+ (?<code>\\w+): (?<said>.*)");
    var causes = new TreeMap<String, TreeSet<String>>();
    for (var match : line.matcher(Files.readString(list)).results().toList()) {
      var world = match.group("world");
      var text =
          "An error occurred (%s) when calling the %s operation: %s"
              .formatted(match.group("code"), match.group("call"), match.group("said"));
      var subject = Worlds.get(world).realm().subject();
      var clock = Worlds.get(world).realm().title().clock();
      var context = new ExplanationContext(subject.region(), subject.model(), clock);
      EXPLAINER
          .explain(text, context)
          .diagnoses()
          .forEach(diagnosis ->
              causes.computeIfAbsent(world, _ -> new TreeSet<>()).add(diagnosis.cause().slug()));
    }
    causes.forEach((world, slugs) -> assertThat(slugs).as(world).contains(ShownCauses.of(world)));
    assertThat(causes).hasSizeGreaterThanOrEqualTo(75);
  }

  private void expect(String cause, String name, Sandbox world) {
    var caller = SdkCalls.caller(world);
    var model = world.subject().model();
    var plain = CALLS.invoke(world, caller, model, HELLO);
    var streamed = CALLS.stream(world, caller, model, HELLO);
    var invoke = explained(name + " InvokeModel", cause, world, model, plain);
    var stream = explained(name + " InvokeModelWithResponseStream", cause, world, model, streamed);
    if (!invoke && !stream) {
      missed.add(cause);
    }
  }

  /// What a caller can do wrong in an account where all is well.
  private void mistakes(Sandbox world) {
    var right = SdkCalls.caller(world);
    var id = right.resolveCredentials().accessKeyId();
    var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    var model = world.subject().model();
    mistake("signature-wrong-secret-key", world, SdkCalls.by(id, secret), model, HELLO);
    mistake(
        "credentials-invalid", world, SdkCalls.by("AKIAI44QH8DHBEXAMPLE", secret), model, HELLO);
    mistake("auth-header-missing", world, AnonymousCredentialsProvider.create(), model, HELLO);
    var dated = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    mistake("invalid-model-id-suffix", world, right, "anthropic.claude-sonnet-4-5-v1:0", HELLO);
    mistake("invalid-model-id-alias", world, right, "claude-sonnet-4-5", HELLO);
    mistake("invalid-model-id-not-on-bedrock", world, right, "gpt-4o", HELLO);
    mistake("profile-prefix-region-mismatch", world, right, "eu." + dated, HELLO);
    mistake("on-demand-not-supported", world, right, dated, HELLO);
    WRONG_BODIES.forEach((cause, body) -> mistake(cause, world, right, model, body));
  }

  private void mistake(
      String cause, Sandbox world, AwsCredentialsProvider who, String model, String body) {
    var failed = CALLS.invoke(world, who, model, body);
    if (!explained("healthy " + cause, cause, world, model, failed)) {
      missed.add(cause);
    }
  }

  /// Whether each form in which people see the failure leads to `cause`; true where it is among
  /// those that fit all of them.
  private boolean explained(
      String title, String cause, Sandbox world, String model, Optional<SdkException> failed) {
    if (failed.isEmpty()) {
      said.put(title, List.of("answered"));
      return false;
    }
    var failure = failed.get();
    var context = new ExplanationContext(world.subject().region(), model, world.clock().instant());
    var all = new ArrayList<List<String>>();
    for (var text : forms(failure)) {
      all.add(
          EXPLAINER.explain(text, context).diagnoses().stream()
              .map(diagnosis -> diagnosis.cause().slug())
              .toList());
    }
    said.put(title, all.getFirst());
    all.stream()
        .filter(slugs -> !slugs.equals(all.getFirst()))
        .forEach(slugs -> said.put(title + " in other words", slugs));
    if (all.stream().allMatch(slugs -> slugs.contains(cause))) {
      covered.add(cause);
      return true;
    }
    return false;
  }

  private static List<String> forms(SdkException failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    var forms = new ArrayList<>(List.of(trace.toString(), failure.toString()));
    if (failure instanceof AwsServiceException answered) {
      forms.add(
          "An error occurred (%s) when calling the InvokeModel operation: %s"
              .formatted(
                  answered.awsErrorDetails().errorCode(),
                  answered.awsErrorDetails().errorMessage()));
    }
    return forms;
  }

  private Sandbox world(String name) {
    WorldFolder.create(folder.resolve(name), Worlds.get(name));
    return Sandbox.start(Sandbox.Options.in(folder.resolve(name)));
  }
}
