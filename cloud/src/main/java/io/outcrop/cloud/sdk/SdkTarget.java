package io.outcrop.cloud.sdk;

import io.outcrop.aws.Endpoints;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.credentials.Credentials;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whose side calls, with which credentials, where to, and how long one call may take in all.
public record SdkTarget(
    ClientSide client,
    Credentials credentials,
    String region,
    @Nullable URI endpoint,
    Duration timeout) {

  /// Where calls to the service `prefix` in `inRegion` go: where all of them do, else where the
  /// client side sends that service's, else to AWS.
  URI address(String prefix, String inRegion) {
    return endpoint == null
        ? EndpointSettings.of(client, profile())
            .address(prefix, inRegion)
            .orElseGet(() -> URI.create("https://" + Endpoints.host(prefix, inRegion)))
        : endpoint;
  }

  /// Whether all calls go to one endpoint that was named.
  boolean hasEndpoint() {
    return endpoint != null;
  }

  /// The profile that its credentials name; empty where they name none.
  String profile() {
    return credentials instanceof Credentials.Profile(String name) ? name : "";
  }
}
