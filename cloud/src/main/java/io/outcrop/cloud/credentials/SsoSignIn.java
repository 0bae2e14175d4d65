package io.outcrop.cloud.credentials;

import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import java.time.Instant;
import java.util.Optional;

/// A sign-in to IAM Identity Center as the cache holds it, and what a profile exchanges it for.
///
/// @param region where Identity Center is
/// @param account the account that is entered
/// @param role the permission set, by its name
/// @param token the sign-in's access token
public record SsoSignIn(String region, String account, String role, Secret token) {

  /// The sign-in that `profile` uses; nothing if its settings are not whole or nobody has signed
  /// in. Whether it still holds, Identity Center says.
  public static Optional<SsoSignIn> of(ClientSide client, AwsProfile profile) {
    var session = AwsFiles.of(client).ssoSession(profile.property("sso_session"));
    var region =
        session
            .map(section -> section.property("sso_region"))
            .orElseGet(() -> profile.property("sso_region"));
    var key =
        session.isPresent() ? profile.property("sso_session") : profile.property("sso_start_url");
    // when it is read makes no difference to what it holds
    return new SsoCache(client.home(), Instant.EPOCH)
        .token(key)
        .filter(_ -> !region.isEmpty())
        .map(token ->
            new SsoSignIn(
                region,
                profile.property("sso_account_id"),
                profile.property("sso_role_name"),
                token));
  }
}
