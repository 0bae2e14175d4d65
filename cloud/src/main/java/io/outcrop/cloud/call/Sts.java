package io.outcrop.cloud.call;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import software.amazon.awssdk.services.sts.StsClient;

/// AWS STS. Every method makes one call (lists: one a page) and throws nothing.
public final class Sts {
  private final SdkService<StsClient> service;

  /// STS of the region that is called.
  public Sts(SdkSetup setup) {
    this.service =
        setup.service(
            "sts",
            setup.region(),
            place ->
                setup.prepare(StsClient.builder(), place).httpClient(setup.http(place)).build());
  }

  /// Who AWS says the caller is.
  public record Identity(String account, String arn, String userId) {}

  /// Who signs these calls.
  public Answer<Identity> callerIdentity() {
    return service.ask(
        "GetCallerIdentity",
        client -> {
          var answer = client.getCallerIdentity(request -> {});
          return SdkService.succeeded(
              new Identity(answer.account(), answer.arn(), answer.userId()), answer);
        });
  }

  /// Keys of a session of `roleArn`.
  public Answer<Credentials.Keys> assumeRole(String roleArn, String sessionName) {
    return service.ask(
        "AssumeRole",
        client -> {
          var answer =
              client.assumeRole(request -> request.roleArn(roleArn).roleSessionName(sessionName));
          var keys = answer.credentials();
          return SdkService.succeeded(
              new Credentials.Keys(
                  new AccessKeyId(keys.accessKeyId()),
                  Secret.of(keys.secretAccessKey()),
                  Secret.of(keys.sessionToken())),
              answer);
        });
  }
}
