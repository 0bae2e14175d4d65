package io.outcrop.cloud.sdk;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Proxies;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.thread.CallThreads;
import io.outcrop.cloud.trust.TrustSources;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkTokenProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Sets up the SDK's clients so that all they know comes from one [SdkTarget]: region, endpoint,
/// credentials, time-outs, retries and the proxy are given, and the process's environment, its
/// user's `.aws` and instance metadata are not asked behind its back. Safe for many threads.
public final class SdkSetup implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final SdkTarget target;
  private final Optional<SdkHttpClient> inPlace;
  private final List<SdkAutoCloseable> opened = new ArrayList<>();
  private final Map<URI, SdkHttpClient> clients = new HashMap<>();
  private final SigningKeys keys;
  private final SentSecrets secrets = new SentSecrets();
  private volatile Optional<TrustSources> trusted = Optional.empty();
  private boolean closed;

  /// Sets nothing up yet.
  public SdkSetup(SdkTarget target) {
    this(target, Optional.empty());
  }

  private SdkSetup(SdkTarget target, Optional<SdkHttpClient> inPlace) {
    this.target = target;
    this.inPlace = inPlace;
    this.keys = new SigningKeys(target, this);
  }

  /// One whose calls go nowhere: `inPlace` of the network answers them.
  public static SdkSetup answeredBy(SdkHttpClient inPlace, SdkTarget target) {
    return new SdkSetup(target, Optional.of(inPlace));
  }

  /// The service `prefix` in `region`, whose client `make` makes when it is needed.
  public <C extends SdkAutoCloseable> SdkService<C> service(
      String prefix, String region, Function<SdkService.Place, C> make) {
    var place = new SdkService.Place(prefix, region, target.address(prefix, region));
    return new SdkService<>(this, place, make);
  }

  /// The service `prefix` in `region`, called without a client of the SDK's.
  ///
  /// @param signingName what the signature's scope calls it
  public SignedService signed(String prefix, String region, String signingName) {
    return new SignedService(this, service(prefix, region, this::http), signingName);
  }

  Credentials credentials() {
    return target.credentials();
  }

  SentSecrets secrets() {
    return secrets;
  }

  AwsCredentialsProvider signer() {
    return keys.provider();
  }

  /// The region that is called.
  public String region() {
    return target.region();
  }

  /// How long one call may take in all.
  public Duration timeout() {
    return target.timeout();
  }

  /// How long a connection may take to stand.
  public Duration connectTimeout() {
    return timeout().compareTo(CONNECT) < 0 ? timeout() : CONNECT;
  }

  /// The proxy for calls to `address`.
  public Optional<URI> proxy(URI address) {
    return Proxies.forCall(target.client(), address);
  }

  /// Gives `builder` all that every client of a place needs, but an HTTP client.
  public <B extends AwsClientBuilder<B, C>, C> B prepare(B builder, SdkService.Place place) {
    return prepare(builder, place, keys.provider());
  }

  <B extends AwsClientBuilder<B, C>, C> B prepare(
      B builder, SdkService.Place place, AwsCredentialsProvider source) {
    var offset = target.client().clockOffset();
    if (!offset.isZero()) {
      builder.putAuthScheme(new OffsetClockScheme(AwsV4AuthScheme.create(), offset));
    }
    return builder
        .region(Region.of(place.region()))
        .endpointOverride(place.address())
        .fipsEnabled(false)
        .dualstackEnabled(false)
        .defaultsMode(DefaultsMode.STANDARD)
        .credentialsProvider(source)
        .overrideConfiguration(overrides());
  }

  /// The HTTP client for a place; one for all services of a host, so that they share connections.
  public synchronized SdkHttpClient http(SdkService.Place place) {
    return clients.computeIfAbsent(
        place.address(), _ -> closeLater(inPlace.orElseGet(() -> connecting(place))));
  }

  private SdkHttpClient connecting(SdkService.Place place) {
    var proxy =
        ProxyConfiguration.builder()
            .useEnvironmentVariablesValues(false)
            .useSystemPropertyValues(false);
    proxy(place.address())
        .ifPresent(address -> {
          proxy.endpoint(
              URI.create(address.getScheme() + "://" + address.getHost() + ":" + port(address)));
          var user = address.getUserInfo();
          if (user != null && user.contains(":")) {
            proxy.username(user.substring(0, user.indexOf(':')));
            proxy.password(user.substring(user.indexOf(':') + 1));
          }
        });
    var client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(connectTimeout())
            .socketTimeout(timeout())
            .proxyConfiguration(proxy.build());
    trust(place.address()).ifPresent(trusted -> client.tlsTrustManagersProvider(() -> trusted));
    return client.build();
  }

  /// Whom a client of `address` trusts, where that is not Java's own roots: those and whom the
  /// client side names; nobody where no TLS is spoken, since Java's would be read for nothing.
  public Optional<TrustManager[]> trust(URI address) {
    return isEncrypted(address) || proxy(address).filter(SdkSetup::isEncrypted).isPresent()
        ? trusted().manager().map(manager -> new TrustManager[] {manager})
        : Optional.of(new TrustManager[0]);
  }

  /// Read for the first client that needs them: the files are the same for all.
  private TrustSources trusted() {
    var read = trusted.orElseGet(() -> TrustSources.of(target.client(), target.profile()));
    trusted = Optional.of(read);
    return read;
  }

  private static boolean isEncrypted(URI address) {
    return "https".equals(address.getScheme());
  }

  /// What a Bedrock service is signed with, best first: the SDK's names of authentication schemes.
  public List<String> bedrockSchemes() {
    return target.credentials() instanceof Credentials.ApiKey
        ? List.of("httpBearerAuth")
        : List.of("sigv4");
  }

  /// The Bedrock API key, or a provider that says that there is none.
  public SdkTokenProvider token() {
    if (target.credentials() instanceof Credentials.ApiKey(var key)) {
      return StaticTokenProvider.create(new BearerToken(key));
    }
    return () -> {
      throw new CredentialsUnavailableException("there is no Bedrock API key");
    };
  }

  /// Closes every client, last first. The SDK waits five seconds for connections that hang; this
  /// waits half a second, and a daemon thread goes on.
  @Override
  public void close() {
    List<SdkAutoCloseable> resources;
    synchronized (this) {
      closed = true;
      resources = List.copyOf(opened.reversed());
      opened.clear();
    }
    var closing = CallThreads.start("close", () -> resources.forEach(SdkAutoCloseable::close));
    try {
      var _ = closing.join(CLOSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Has `resource` closed with this, before what was given earlier.
  public synchronized <R extends SdkAutoCloseable> R closeLater(R resource) {
    if (closed) {
      resource.close();
      throw new IllegalStateException("the connection is closed");
    }
    opened.add(resource);
    return resource;
  }

  /// Whether all calls go to one endpoint that was named.
  boolean hasEndpoint() {
    return target.hasEndpoint();
  }

  ClientSide client() {
    return target.client();
  }

  private ClientOverrideConfiguration overrides() {
    var nothing = ProfileFile.aggregator().build();
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(timeout())
        .retryStrategy(Retries.strategy())
        .addExecutionInterceptor(secrets)
        .defaultProfileFileSupplier(() -> nothing)
        .defaultProfileName("default")
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent())
        .build();
  }

  /// The port of a proxy, the scheme's own where it names none.
  public static int port(URI proxy) {
    return proxy.getPort() >= 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? 443 : 80;
  }

  /// How every request names this program.
  public static String userAgent() {
    return "outcrop/" + version();
  }

  private static String version() {
    var version = SdkSetup.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
