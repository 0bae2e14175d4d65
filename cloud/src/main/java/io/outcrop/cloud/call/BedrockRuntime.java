package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import java.util.Iterator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

/// Calls to models. Every method throws nothing.
public final class BedrockRuntime {
  private final SdkService<BedrockRuntimeClient> service;
  private final Streams streams;

  /// Bedrock's runtime of the region that is called.
  public BedrockRuntime(SdkSetup setup) {
    this.service = setup.service("bedrock-runtime", setup.region(), place -> client(setup, place));
    this.streams = new Streams(setup);
  }

  /// A stream of answers, pulled. Closing it cancels the call. `next` gives a payload of
  /// InvokeModel's event stream as it came; [#end] tells how it ended, once there is no next.
  public interface Chunks extends Iterator<String>, AutoCloseable {
    /// How the stream ended: succeeded with the number of chunks, or how it broke off.
    Answer<Integer> end();

    @Override
    void close();
  }

  /// One plain call; the answer's body.
  public Answer<String> invoke(String modelId, String body) {
    return service.ask(
        "InvokeModel",
        client -> {
          var answer =
              client.invokeModel(request ->
                  request
                      .modelId(modelId)
                      .contentType("application/json")
                      .accept("application/json")
                      .body(SdkBytes.fromUtf8String(body)));
          return SdkService.succeeded(answer.body().asUtf8String(), answer);
        });
  }

  /// One streaming call, through the SDK's own event stream. Succeeds when the stream is open.
  public Answer<Chunks> stream(String modelId, String body) {
    return streams.open(modelId, body);
  }

  private static BedrockRuntimeClient client(SdkSetup setup, SdkService.Place place) {
    return setup
        .prepare(BedrockRuntimeClient.builder(), place)
        .authSchemeProvider(
            BedrockRuntimeAuthSchemeProvider.defaultProvider(setup.bedrockSchemes()))
        .tokenProvider(setup.token())
        .httpClient(setup.http(place))
        .build();
  }
}
