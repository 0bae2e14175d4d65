package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.thread.CallThreads;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;

/// Streaming calls. They need the SDK's asynchronous client, which is loaded with the first of
/// them.
final class Streams {
  private static final String OPERATION = "InvokeModelWithResponseStream";

  private final SdkSetup setup;
  private final SdkService<BedrockRuntimeAsyncClient> service;

  Streams(SdkSetup setup) {
    this.setup = setup;
    this.service = setup.service("bedrock-runtime", setup.region(), place -> client(setup, place));
  }

  Answer<BedrockRuntime.Chunks> open(String modelId, String body) {
    var failures = service.failures(OPERATION);
    var chunks = new PulledChunks(failures, setup.timeout());
    var request =
        InvokeModelWithResponseStreamRequest.builder()
            .modelId(modelId)
            .contentType("application/json")
            .accept("application/json")
            .body(SdkBytes.fromUtf8String(body));
    // keys may have to be fetched first, which blocks
    var task =
        new FutureTask<>(() -> {
          resolve();
          chunks.follow(
              service.client().invokeModelWithResponseStream(request.build(), chunks.handler()));
          return true;
        });
    var _ = CallThreads.start(failures.operation(), task);
    try {
      task.get(setup.timeout().toNanos(), TimeUnit.NANOSECONDS);
      return chunks.opened();
    } catch (TimeoutException _) {
      task.cancel(true);
      chunks.close();
      return failures.late(setup.timeout());
    } catch (InterruptedException _) {
      task.cancel(true);
      chunks.close();
      Thread.currentThread().interrupt();
      return failures.cancelled();
    } catch (ExecutionException failed) {
      chunks.close();
      return failures.answer(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  /// The SDK's asynchronous client does not notice that a name cannot be resolved, and waits.
  private void resolve() throws UnknownHostException {
    var address = service.place().address();
    var host = setup.proxy(address).orElse(address).getHost();
    if (host != null) {
      var _ = InetAddress.getByName(host);
    }
  }

  private static BedrockRuntimeAsyncClient client(SdkSetup setup, SdkService.Place place) {
    var proxy =
        ProxyConfiguration.builder()
            .useEnvironmentVariableValues(false)
            .useSystemPropertyValues(false);
    setup.proxy(place.address()).ifPresent(address -> through(proxy, address));
    var http =
        NettyNioAsyncHttpClient.builder()
            .eventLoopGroup(setup.closeLater(new EventLoop()).group())
            .connectionTimeout(setup.connectTimeout())
            .connectionAcquisitionTimeout(setup.timeout())
            .readTimeout(setup.timeout())
            .proxyConfiguration(proxy.build());
    setup.trust(place.address()).ifPresent(trusted -> http.tlsTrustManagersProvider(() -> trusted));
    return setup
        .prepare(BedrockRuntimeAsyncClient.builder(), place)
        .authSchemeProvider(
            BedrockRuntimeAuthSchemeProvider.defaultProvider(setup.bedrockSchemes()))
        .tokenProvider(setup.token())
        .httpClientBuilder(http)
        .build();
  }

  private static void through(ProxyConfiguration.Builder proxy, URI address) {
    proxy.scheme(address.getScheme()).host(address.getHost());
    proxy.port(SdkSetup.port(address));
    var user = address.getUserInfo();
    if (user != null && user.contains(":")) {
      proxy.username(user.substring(0, user.indexOf(':')));
      proxy.password(user.substring(user.indexOf(':') + 1));
    }
  }
}
