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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/// What the AWS SDK for Java prints in each world, explained back to the cause that the world
/// shows. `src/test/resources/round-trip.txt` lists what is said first of each call;
/// `-Dgolden=write` writes it.
class SdkRoundTripTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  /// How many causes come back today: there are never less.
  private static final int FEWEST = 34;

  private static final Path LIST = Path.of("src/test/resources/round-trip.txt");

  /// Worlds whose text says something else than their name. AWS names the tokens of a day where the
  /// quota is zero, and the signature's scope where the region's name is wrong; `healthy` shows
  /// what a caller does wrong.
  static final Map<String, String> NAMED_OTHERWISE =
      Map.ofEntries(
          Map.entry("throttle-quota-zero-or-low", "throttle-tokens-per-day"),
          Map.entry("region-name-invalid", "signature-wrong-region-scope"),
          Map.entry("function-without-stream", "iam-missing-stream-action"),
          Map.entry("permission-set-without-bedrock", "iam-no-identity-policy-allow"),
          Map.entry("stack-owned-role", "marketplace-permissions"),
          Map.entry("vpce-policy-locked", "vpce-policy-no-allow"),
          Map.entry("seed-a", "iam-no-identity-policy-allow"),
          Map.entry("seed-b", "no-credentials"),
          Map.entry("seed-c", "marketplace-permissions"),
          Map.entry("seed-d", "credentials-invalid"),
          Map.entry("seed-e", "identity-explicit-deny"));

  /// Healthy worlds, and such whose cause no call to a model shows with the world's own keys: it
  /// lies in the client's set-up, in another call, in an API key, or in the connection.
  static final Set<String> SEEN_ELSEWHERE =
      Set.of(
          "api-key-call-denied",
          "api-key-expired",
          "api-key-invalid",
          "api-key-malformed",
          "application",
          "assume-role-denied",
          "client-read-timeout",
          "clock-skew",
          "config-file-unreadable",
          "connection-closed",
          "connection-reset",
          "container-credentials-failed",
          "credential-process-failed",
          "dns-failure",
          "endpoint-unreachable",
          "env-profile-overrides-keys",
          "guardrail-not-found",
          "iam-apply-guardrail-denied",
          "iam-get-inference-profile-denied",
          "iam-list-models-denied",
          "iam-mantle-action-missing",
          "iam-passrole-denied",
          "imds-unreachable",
          "mantle-model-not-in-region",
          "member-application",
          "mfa-code-rejected",
          "no-credentials",
          "no-region",
          "organization",
          "overloaded",
          "partial-credentials",
          "profile-not-found",
          "proxy-unreachable",
          "rcp-explicit-deny",
          "region-name-invalid",
          "role-application",
          "sso-application",
          "sso-role-not-assigned",
          "sso-token-expired",
          "sso-token-missing",
          "stream-ended-no-events",
          "tls-ca-bundle-missing",
          "vpc-no-route-to-endpoint",
          "web-identity-no-oidc-provider",
          "web-identity-token-missing",
          "web-identity-token-rejected",
          "web-identity-trust-denied");

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

  /// One for all, as closing one takes two seconds.
  private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

  @TempDir Path folder;

  @AfterAll
  static void closeClient() {
    HTTP.close();
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
        } else if (!SEEN_ELSEWHERE.contains(name)) {
          expect(NAMED_OTHERWISE.getOrDefault(name, name), name, world);
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
    causes.forEach((world, slugs) ->
        assertThat(slugs).as(world).contains(NAMED_OTHERWISE.getOrDefault(world, world)));
    assertThat(causes).hasSizeGreaterThanOrEqualTo(75);
  }

  private void expect(String cause, String name, Sandbox world) {
    var caller = caller(world);
    var model = world.subject().model();
    var invoke =
        explained(
            name + " InvokeModel", cause, world, model, () -> invoke(world, caller, model, HELLO));
    var stream =
        explained(
            name + " InvokeModelWithResponseStream",
            cause,
            world,
            model,
            () -> stream(world, caller, model));
    if (!invoke && !stream) {
      missed.add(cause);
    }
  }

  /// What a caller can do wrong in an account where all is well.
  private void mistakes(Sandbox world) {
    var right = caller(world);
    var key = right.resolveCredentials();
    var model = world.subject().model();
    mistake(
        "signature-wrong-secret-key",
        world,
        model,
        () ->
            invoke(
                world,
                as(
                    AwsBasicCredentials.create(
                        key.accessKeyId(), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")),
                model,
                HELLO));
    mistake(
        "credentials-invalid",
        world,
        model,
        () ->
            invoke(
                world,
                as(
                    AwsBasicCredentials.create(
                        "AKIAI44QH8DHBEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")),
                model,
                HELLO));
    mistake(
        "auth-header-missing",
        world,
        model,
        () -> invoke(world, AnonymousCredentialsProvider.create(), model, HELLO));
    mistake(
        "invalid-model-id-suffix",
        world,
        "anthropic.claude-sonnet-4-5-v1:0",
        () -> invoke(world, right, "anthropic.claude-sonnet-4-5-v1:0", HELLO));
    mistake(
        "invalid-model-id-alias",
        world,
        "claude-sonnet-4-5",
        () -> invoke(world, right, "claude-sonnet-4-5", HELLO));
    mistake(
        "invalid-model-id-not-on-bedrock",
        world,
        "gpt-4o",
        () -> invoke(world, right, "gpt-4o", HELLO));
    mistake(
        "profile-prefix-region-mismatch",
        world,
        "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
        () -> invoke(world, right, "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", HELLO));
    mistake(
        "on-demand-not-supported",
        world,
        "anthropic.claude-sonnet-4-5-20250929-v1:0",
        () -> invoke(world, right, "anthropic.claude-sonnet-4-5-20250929-v1:0", HELLO));
    WRONG_BODIES.forEach(
        (cause, body) -> mistake(cause, world, model, () -> invoke(world, right, model, body)));
  }

  private void mistake(String cause, Sandbox world, String model, Runnable call) {
    if (!explained("healthy " + cause, cause, world, model, call)) {
      missed.add(cause);
    }
  }

  /// Whether each form in which people see the failure leads to `cause`; true where it is among
  /// those that fit all of them.
  private boolean explained(
      String title, String cause, Sandbox world, String model, Runnable call) {
    var failed = failure(call);
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

  private static Optional<SdkException> failure(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (SdkException failure) {
      return Optional.of(failure);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof SdkException cause) {
        return Optional.of(cause);
      }
      throw failure;
    }
  }

  private static void invoke(Sandbox world, AwsCredentialsProvider who, String model, String body) {
    try (var client =
        BedrockRuntimeClient.builder()
            .endpointOverride(world.endpoint())
            .region(Region.of(world.subject().region()))
            .credentialsProvider(who)
            .overrideConfiguration(
                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      client.invokeModel(request -> request.modelId(model).body(SdkBytes.fromUtf8String(body)));
    }
  }

  private static void stream(Sandbox world, AwsCredentialsProvider who, String model) {
    try (var client =
        BedrockRuntimeAsyncClient.builder()
            .endpointOverride(world.endpoint())
            .region(Region.of(world.subject().region()))
            .credentialsProvider(who)
            .overrideConfiguration(
                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
            .httpClient(HTTP)
            .build()) {
      client
          .invokeModelWithResponseStream(
              request -> request.modelId(model).body(SdkBytes.fromUtf8String(HELLO)),
              InvokeModelWithResponseStreamResponseHandler.builder()
                  .subscriber(
                      InvokeModelWithResponseStreamResponseHandler.Visitor.builder().build())
                  .build())
          .join();
    }
  }

  private Sandbox world(String name) {
    WorldFolder.create(folder.resolve(name), Worlds.get(name));
    return Sandbox.start(Sandbox.Options.in(folder.resolve(name)));
  }

  /// The world's caller: keys of its environment; without any, what the SDK finds on its own.
  private static AwsCredentialsProvider caller(Sandbox world) {
    var environment = world.client().environment();
    var id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    var token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    if (id.isEmpty()) {
      return AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    }
    return as(
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }

  private static AwsCredentialsProvider as(AwsCredentials credentials) {
    return StaticCredentialsProvider.create(credentials);
  }
}
