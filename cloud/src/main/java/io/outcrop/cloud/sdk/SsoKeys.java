package io.outcrop.cloud.sdk;

import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.credentials.SsoSignIn;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/// Keys of a permission set, from the access portal at the one endpoint that a target names, and
/// from no other.
final class SsoKeys {
  private final SdkSetup setup;

  SsoKeys(SdkSetup setup) {
    this.setup = setup;
  }

  AwsCredentialsProvider of(AwsProfile profile) {
    var signIn = SsoSignIn.of(setup.client(), profile);
    if (!setup.hasEndpoint()) {
      return SigningKeys.none("a sandbox's world is asked at its own endpoint alone");
    }
    return signIn
        .map(this::byToken)
        .orElseGet(
            () -> SigningKeys.none("nobody has signed in for the SSO of `" + profile.name() + "`"));
  }

  private AwsCredentialsProvider byToken(SsoSignIn signIn) {
    var request =
        GetRoleCredentialsRequest.builder()
            .accessToken(signIn.token().reveal())
            .accountId(signIn.account())
            .roleName(signIn.role())
            .build();
    // `builder()` says a type that only the SDK itself may name
    SsoCredentialsProvider.Builder provider = SsoCredentialsProvider.builder();
    return setup.closeLater(
        provider.ssoClient(portal(signIn.region())).refreshRequest(request).build());
  }

  private SsoClient portal(String region) {
    return setup
        .service(
            "portal.sso",
            region,
            place ->
                setup
                    .prepare(SsoClient.builder(), place, AnonymousCredentialsProvider.create())
                    .httpClient(setup.http(place))
                    .build())
        .client();
  }
}
