package io.outcrop.cloud.sdk;

import io.outcrop.aws.Secret;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.token.credentials.SdkToken;

/// A Bedrock API key as the SDK wants it.
record BearerToken(Secret key) implements SdkToken {
  @Override
  public String token() {
    return key.reveal();
  }

  @Override
  public Optional<Instant> expirationTime() {
    return Optional.empty();
  }
}
