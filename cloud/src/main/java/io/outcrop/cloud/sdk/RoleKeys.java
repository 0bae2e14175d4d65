package io.outcrop.cloud.sdk;

import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.SmallFile;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/// Keys of a role's session, from the STS that the setup's target leads to.
final class RoleKeys {
  /// The name of every session that Outcrop begins, so that logs show it.
  private static final String SESSION = "outcrop";

  private final SdkSetup setup;

  RoleKeys(SdkSetup setup) {
    this.setup = setup;
  }

  AwsCredentialsProvider byKeys(AwsProfile profile, AwsCredentialsProvider source) {
    var named = profile.property("role_session_name");
    var request =
        AssumeRoleRequest.builder()
            .roleArn(profile.property("role_arn"))
            .roleSessionName(named.isEmpty() ? SESSION : named);
    if (profile.has("external_id")) {
      request.externalId(profile.property("external_id"));
    }
    if (profile.has("duration_seconds")) {
      request.durationSeconds(Integer.valueOf(profile.property("duration_seconds")));
    }
    return asked(
        "sts:AssumeRole",
        setup.closeLater(
            StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts(source))
                .refreshRequest(request.build())
                .build()));
  }

  AwsCredentialsProvider byWebIdentity(String roleArn, String tokenFile) {
    return asked(
        "sts:AssumeRoleWithWebIdentity",
        setup.closeLater(
            StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                .stsClient(sts(AnonymousCredentialsProvider.create()))
                .refreshRequest(() ->
                    AssumeRoleWithWebIdentityRequest.builder()
                        .roleArn(roleArn)
                        .roleSessionName(SESSION)
                        .webIdentityToken(token(tokenFile))
                        .build())
                .build()));
  }

  /// `provider`, whose failures say by which call it asks.
  private static AwsCredentialsProvider asked(String operation, AwsCredentialsProvider provider) {
    return () -> {
      try {
        return provider.resolveCredentials();
      } catch (SdkException failed) {
        var why = failed.getMessage();
        throw new CredentialsUnavailableException(
            why == null ? "no credentials" : why, failed, operation);
      }
    };
  }

  private String token(String file) {
    try {
      var token = SmallFile.text(setup.client().workingDirectory().resolve(file)).strip();
      setup.secrets().add(token);
      return token;
    } catch (IOException unreadable) {
      throw new CredentialsUnavailableException(
          "the token file `" + file + "` cannot be read", unreadable);
    }
  }

  private StsClient sts(AwsCredentialsProvider source) {
    return setup
        .service(
            "sts",
            setup.region(),
            place ->
                setup
                    .prepare(StsClient.builder(), place, source)
                    .httpClient(setup.http(place))
                    .build())
        .client();
  }
}
