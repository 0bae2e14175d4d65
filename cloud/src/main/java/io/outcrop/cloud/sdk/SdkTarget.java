package io.outcrop.cloud.sdk;

import io.outcrop.aws.Endpoints;
import io.outcrop.cloud.client.ClientSide;
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

  /// Where calls to the service `prefix` in `inRegion` go.
  URI address(String prefix, String inRegion) {
    return endpoint == null ? URI.create("https://" + Endpoints.host(prefix, inRegion)) : endpoint;
  }
}
