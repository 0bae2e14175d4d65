package io.outcrop.cloud.sdk;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.credentials.Credentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/// A service that is called without a client of the SDK's: all of AWS's control planes, and the
/// doors to models. Requests are signed by the SDK's signer with the connection's credentials, or
/// carry its API key where the service is Bedrock, and all go the same way (proxy, trust,
/// deadline). What is not repeatable is sent once. Safe for many threads.
public final class SignedService {
  private final SdkSetup setup;
  private final SdkService<SdkHttpClient> http;
  private final String signingName;

  SignedService(SdkSetup setup, SdkService<SdkHttpClient> http, String signingName) {
    this.setup = setup;
    this.http = http;
    this.signingName = signingName;
  }

  /// One request.
  ///
  /// @param path encoded
  /// @param headers besides the signature's
  /// @param isRepeatable whether it is sent again where AWS throttles it or fails
  /// @param leaving told when all of the body is on its way, each time it is sent; never where
  ///   there is none
  public record Request(
      String method,
      String path,
      Map<String, String> headers,
      String body,
      boolean isRepeatable,
      Runnable leaving) {
    public Request {
      headers = Map.copyOf(headers);
    }

    /// One that is sent once.
    public Request(String method, String path, Map<String, String> headers, String body) {
      this(method, path, headers, body, false, () -> {});
    }

    /// The same, sent again where AWS throttles it or fails.
    public Request repeatable() {
      return new Request(method, path, headers, body, true, leaving);
    }

    /// The same, which tells `leaving` when it is on its way.
    public Request telling(Runnable leaving) {
      return new Request(method, path, headers, body, isRepeatable, leaving);
    }

    /// A request with a JSON body.
    public static Request json(String method, String path, String body) {
      return new Request(method, path, Map.of("content-type", "application/json"), body);
    }
  }

  /// What came back, below status 300.
  ///
  /// @param headers by their names in lower case
  public record Response(int status, Map<String, String> headers, SdkBytes body) {
    /// Whether the body is an event stream of AWS's.
    public boolean isEventStream() {
      return Envelopes.isEventStream(headers);
    }

    /// The body as text.
    public String text() {
      return new String(body.asByteArrayUnsafe(), StandardCharsets.UTF_8);
    }
  }

  /// How failures of `operation` are told.
  public Failures failures(String operation) {
    return http.failures(operation);
  }

  /// Where the service is.
  public SdkService.Place place() {
    return http.place();
  }

  /// Sends `request`, within the connection's deadline, and reads what comes back.
  ///
  /// @param operation `ListServiceQuotas`
  public <T> Answer<T> ask(String operation, Request request, Function<Response, T> reader) {
    if (!takesApiKeys() && setup.credentials() instanceof Credentials.ApiKey) {
      return failures(operation)
          .unreachable(
              Answer.Stage.OTHER_SERVICES, "a Bedrock API key signs calls to Bedrock alone");
    }
    return http.ask(
        operation,
        client -> {
          var response =
              request.isRepeatable()
                  ? Retries.call(operation, () -> send(client, request))
                  : send(client, request);
          return new Answer.Succeeded<>(reader.apply(response), Envelopes.requestId(response));
        });
  }

  private Response send(SdkHttpClient client, Request request) {
    var body = request.body().getBytes(StandardCharsets.UTF_8);
    var ready = authorised(http(request, body.length), () -> new ByteArrayInputStream(body));
    ContentStreamProvider content = () -> new Leaving(body, request.leaving());
    setup.secrets().add(ready);
    var call =
        HttpExecuteRequest.builder()
            .request(ready)
            .contentStreamProvider(body.length == 0 ? null : content)
            .build();
    try {
      var executed = client.prepareRequest(call).call();
      var response = read(executed);
      if (response.status() >= 300) {
        throw Envelopes.refusal(place().prefix(), response);
      }
      return response;
    } catch (IOException lost) {
      throw SdkClientException.create(lost.toString(), lost);
    }
  }

  /// A body that tells when all of it was taken.
  private static final class Leaving extends FilterInputStream {
    private final Runnable left;

    Leaving(byte[] body, Runnable left) {
      super(new ByteArrayInputStream(body));
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      return told(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return told(super.read(bytes, offset, length));
    }

    private int told(int read) {
      if (read < 0) {
        left.run();
      }
      return read;
    }
  }

  private SdkHttpRequest http(Request request, int length) {
    // A gateway's endpoint may have a path of its own, which stays.
    var target = URI.create(place().address().toString().replaceFirst("/+$", "") + request.path());
    var built =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(target)
            .putHeader("user-agent", SdkSetup.userAgent());
    request.headers().forEach(built::putHeader);
    if (length > 0) {
      built.putHeader("content-length", Integer.toString(length));
    }
    return built.build();
  }

  private SdkHttpRequest authorised(SdkHttpRequest request, ContentStreamProvider content) {
    if (takesApiKeys() && setup.credentials() instanceof Credentials.ApiKey(var key)) {
      return request.toBuilder().putHeader("authorization", "Bearer " + key.reveal()).build();
    }
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(setup.signer().resolveCredentials())
                    .request(request)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signingName)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, place().region())
                    .putProperty(
                        AwsV4HttpSigner.SIGNING_CLOCK,
                        Clock.offset(Clock.systemUTC(), setup.client().clockOffset())));
    return signed.request();
  }

  /// A Bedrock API key is shown to no other service.
  private boolean takesApiKeys() {
    return signingName.startsWith("bedrock");
  }

  private static Response read(HttpExecuteResponse executed) throws IOException {
    var headers = new HashMap<String, String>();
    executed
        .httpResponse()
        .forEachHeader(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    var body = executed.responseBody();
    try (@Nullable InputStream in = body.isPresent() ? body.get() : null) {
      return new Response(
          executed.httpResponse().statusCode(),
          Map.copyOf(headers),
          SdkBytes.fromByteArrayUnsafe(in == null ? new byte[0] : bytes(in, headers)));
    }
  }

  /// All that comes. An event stream that is cut off before its first byte is one without events.
  private static byte[] bytes(InputStream in, Map<String, String> headers) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (IOException cut) {
      if (bytes.size() > 0 || !Envelopes.isEventStream(headers)) {
        throw cut;
      }
    }
    return bytes.toByteArray();
  }
}
