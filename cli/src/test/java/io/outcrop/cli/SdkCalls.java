package io.outcrop.cli;

import io.outcrop.sandbox.Sandbox;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/// Calls to a model in a world, by the AWS SDK for Java.
final class SdkCalls implements AutoCloseable {
  /// One for all, as closing one takes two seconds.
  private final SdkAsyncHttpClient http = NettyNioAsyncHttpClient.create();

  /// The failure of a plain call, if it fails.
  Optional<SdkException> invoke(
      Sandbox world, AwsCredentialsProvider who, String model, String body) {
    return failure(() -> called(world, who, model, body));
  }

  /// The failure of a streaming call, if it fails.
  Optional<SdkException> stream(
      Sandbox world, AwsCredentialsProvider who, String model, String body) {
    return failure(() -> streamed(world, who, model, body));
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

  private static void called(Sandbox world, AwsCredentialsProvider who, String model, String body) {
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

  private void streamed(Sandbox world, AwsCredentialsProvider who, String model, String body) {
    try (var client =
        BedrockRuntimeAsyncClient.builder()
            .endpointOverride(world.endpoint())
            .region(Region.of(world.subject().region()))
            .credentialsProvider(who)
            .overrideConfiguration(
                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
            .httpClient(http)
            .build()) {
      client
          .invokeModelWithResponseStream(
              request -> request.modelId(model).body(SdkBytes.fromUtf8String(body)),
              InvokeModelWithResponseStreamResponseHandler.builder()
                  .subscriber(
                      InvokeModelWithResponseStreamResponseHandler.Visitor.builder().build())
                  .build())
          .join();
    }
  }

  /// The world's caller: keys of its environment; without any, what the SDK finds on its own.
  static AwsCredentialsProvider caller(Sandbox world) {
    var environment = world.client().environment();
    var id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    var token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    if (id.isEmpty()) {
      return AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    }
    return token.isEmpty()
        ? by(id, secret)
        : StaticCredentialsProvider.create(AwsSessionCredentials.create(id, secret, token));
  }

  static AwsCredentialsProvider by(String id, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
  }

  @Override
  public void close() {
    http.close();
  }
}
