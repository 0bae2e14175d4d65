package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.ClientSide;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The roles that a machine brings by itself: of its container, of its instance. Source: AWS SDKs
/// and Tools Reference Guide, "Container credential provider", "IMDS credential provider", read
/// 2026-11.
final class MachineSources {
  static final String CONTAINER = "container role";
  static final String INSTANCE = "instance role";

  private static final String NONE_IN_A_WORLD = "the world has none";
  private static final Set<String> ALLOWED_HOSTS =
      Set.of("169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "[::1]");
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ClientSide client;

  MachineSources(ClientSide client) {
    this.client = client;
  }

  Offer container() {
    if (client.sandboxed()) {
      return ofWorld(
          CONTAINER,
          Trouble.CONTAINER_UNUSABLE,
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }
    var relative = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    var full = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    if (relative.isEmpty() && full.isEmpty()) {
      return Offer.empty(CONTAINER, "`AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` is not set");
    }
    if (relative.isEmpty() && !isAllowed(full)) {
      return Offer.broken(
          CONTAINER,
          Trouble.CONTAINER_UNUSABLE,
          "`AWS_CONTAINER_CREDENTIALS_FULL_URI` is neither https nor an address of this machine or"
              + " of its container service, and the SDKs refuse others");
    }
    var file = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    if (!file.isEmpty() && !Files.isReadable(client.file(file))) {
      return Offer.broken(
          CONTAINER,
          Trouble.CONTAINER_UNUSABLE,
          "the token file `"
              + file
              + "` of `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE` cannot be read");
    }
    var name =
        relative.isEmpty()
            ? "AWS_CONTAINER_CREDENTIALS_FULL_URI"
            : "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    return new Offer.Some(
        CONTAINER, new Credentials.MachineRole("container"), "`" + name + "` is set");
  }

  private static boolean isAllowed(String address) {
    try {
      var uri = URI.create(address);
      var host = uri.getHost() == null ? "" : uri.getHost();
      return "https".equals(uri.getScheme())
          || host.equals("localhost")
          || host.startsWith("127.")
          || ALLOWED_HOSTS.contains(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whatever address is named, in a world nobody answers there.
  private Offer ofWorld(String source, Trouble trouble, String... variables) {
    return List.of(variables).stream()
        .filter(name -> !variable(name).isEmpty())
        .findFirst()
        .<Offer>map(name ->
            Offer.broken(
                source,
                trouble,
                "nobody answers at `%s`, which `%s` names".formatted(variable(name), name)))
        .orElseGet(() -> Offer.skipped(source, NONE_IN_A_WORLD));
  }

  Offer instance(boolean earlierWins) {
    if (client.sandboxed()) {
      return variable("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true")
          ? Offer.skipped(INSTANCE, NONE_IN_A_WORLD)
          : ofWorld(INSTANCE, Trouble.INSTANCE_SILENT, "AWS_EC2_METADATA_SERVICE_ENDPOINT");
    }
    if (variable("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true")) {
      return Offer.skipped(INSTANCE, "`AWS_EC2_METADATA_DISABLED` is `true`");
    }
    if (earlierWins) {
      return Offer.skipped(INSTANCE, "not asked, an earlier source wins");
    }
    var endpoint = variable("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    return ask(endpoint.isEmpty() ? "http://169.254.169.254" : endpoint, !endpoint.isEmpty());
  }

  private static Offer ask(String endpoint, boolean named) {
    var base = endpoint.endsWith("/") ? endpoint : endpoint + "/";
    try {
      var token = get("PUT", base + "latest/api/token", "");
      var roles = get("GET", base + "latest/meta-data/iam/security-credentials/", token);
      return roles.isBlank()
          ? Offer.empty(INSTANCE, "the instance has no instance profile")
          : new Offer.Some(
              INSTANCE,
              new Credentials.MachineRole("instance"),
              "role `" + roles.lines().findFirst().orElse("").strip() + "` of the instance");
    } catch (IOException | IllegalArgumentException failed) {
      var why = "no instance metadata answers at " + endpoint + ": " + failed.getMessage();
      return named
          ? Offer.broken(INSTANCE, Trouble.INSTANCE_SILENT, why)
          : Offer.empty(INSTANCE, why);
    }
  }

  private static String get(String method, String address, String token) throws IOException {
    var connection = (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
    try {
      connection.setRequestMethod(method);
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setInstanceFollowRedirects(false);
      if (token.isEmpty()) {
        connection.setRequestProperty("X-aws-ec2-metadata-token-ttl-seconds", "60");
      } else {
        connection.setRequestProperty("X-aws-ec2-metadata-token", token);
      }
      if (connection.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return "";
      }
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("status " + connection.getResponseCode());
      }
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readNBytes(8192), StandardCharsets.UTF_8);
      }
    } finally {
      connection.disconnect();
    }
  }

  private String variable(String name) {
    return client.environment().getOrDefault(name, "").strip();
  }
}
