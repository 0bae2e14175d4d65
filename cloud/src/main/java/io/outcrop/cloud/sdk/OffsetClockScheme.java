package io.outcrop.cloud.sdk;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/// Signature version 4 by a clock that is wrong, as a world's client side may have one.
record OffsetClockScheme(AwsV4AuthScheme scheme, Duration offset) implements AwsV4AuthScheme {
  @Override
  public String schemeId() {
    return scheme.schemeId();
  }

  @Override
  public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
    return scheme.identityProvider(providers);
  }

  @Override
  public AwsV4HttpSigner signer() {
    return new OffsetSigner(scheme.signer(), offset);
  }

  private record OffsetSigner(AwsV4HttpSigner signer, Duration offset) implements AwsV4HttpSigner {
    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
      return signer.sign(late(request));
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(
        AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
      return signer.signAsync(late(request));
    }

    private <I extends AwsCredentialsIdentity> SignRequest<I> late(SignRequest<I> request) {
      return request.toBuilder()
          .putProperty(SIGNING_CLOCK, wrong(request.property(SIGNING_CLOCK)))
          .build();
    }

    private <I extends AwsCredentialsIdentity> AsyncSignRequest<I> late(
        AsyncSignRequest<I> request) {
      return request.toBuilder()
          .putProperty(SIGNING_CLOCK, wrong(request.property(SIGNING_CLOCK)))
          .build();
    }

    private Clock wrong(Clock right) {
      return Clock.offset(right, offset);
    }
  }
}
