package io.outcrop.sandbox.wire;

import io.outcrop.aws.Secret;
import io.outcrop.http.server.ServerSettings;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/// A server with two keys whose answers are said beforehand, and clients that find it.
final class Fixture implements AutoCloseable {
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  static final AwsCredentials USER = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", SECRET);
  static final AwsCredentials SESSION =
      AwsSessionCredentials.create("ASIAIOSFODNN7EXAMPLE", SECRET, "session/token+EXAMPLE==");

  private static final Map<String, Keys.Key> KEYS =
      Map.of(
          "AKIAIOSFODNN7EXAMPLE",
          new Keys.Key.Active(Secret.of(SECRET), Secret.of("")),
          "ASIAIOSFODNN7EXAMPLE",
          new Keys.Key.Active(Secret.of(SECRET), Secret.of("session/token+EXAMPLE==")),
          "ASIAEXPIREDEXAMPLE00",
          new Keys.Key.Expired());

  private final Map<String, Function<Call, Reply>> answers = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final SandboxServer server;

  Fixture() {
    server =
        SandboxServer.start(
            ServerSettings.onPort(0),
            id -> KEYS.getOrDefault(id, new Keys.Key.Invalid()),
            this::answer,
            InstantSource.system());
  }

  URI endpoint() {
    return server.endpoint();
  }

  /// What `operation` answers from now on.
  void answer(String operation, Function<Call, Reply> answer) {
    answers.put(operation, answer);
  }

  /// `operation` answers with this output from now on.
  void answer(String operation, String output) {
    answer(operation, _ -> new Reply.Output(json(output)));
  }

  List<Call> calls() {
    return calls;
  }

  Call lastCall() {
    return calls.getLast();
  }

  /// Sets up a client as its user would, with retries off.
  <B extends AwsClientBuilder<B, ?>> Consumer<B> as(AwsCredentials credentials) {
    return builder ->
        builder
            .endpointOverride(endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .overrideConfiguration(
                ClientOverrideConfiguration.builder()
                    .retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .build());
  }

  static Json.Obj json(String text) {
    if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
      return object;
    }
    throw new IllegalArgumentException(text);
  }

  private Reply answer(Call call) {
    calls.add(call);
    return answers
        .getOrDefault(
            call.operation(), _ -> new Reply.Fault(0, "InternalServerException", "unset", false))
        .apply(call);
  }

  @Override
  public void close() {
    server.close();
  }
}
