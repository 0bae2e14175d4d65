package io.outcrop.cloud.call;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.sdk.SdkSetup;

/// AWS STS. Every method makes one call (lists: one a page) and throws nothing.
public final class Sts {
  static final String VERSION = "2011-06-15";

  private final QueryService service;

  /// STS of the region that is called.
  public Sts(SdkSetup setup) {
    this.service = new QueryService(setup.signed("sts", setup.region(), "sts"), VERSION);
  }

  /// Who AWS says the caller is.
  public record Identity(String account, String arn, String userId) {}

  /// Who signs these calls.
  public Answer<Identity> callerIdentity() {
    return callerIdentity(() -> {});
  }

  /// The same.
  ///
  /// @param leaving told when the request is on its way
  public Answer<Identity> callerIdentity(Runnable leaving) {
    return service.ask(
        "GetCallerIdentity",
        Form.empty(),
        leaving,
        found -> new Identity(found.text("Account"), found.text("Arn"), found.text("UserId")));
  }

  /// Keys of a session of `roleArn`.
  public Answer<Credentials.Keys> assumeRole(String roleArn, String sessionName) {
    return service.ask(
        "AssumeRole",
        Form.of("RoleArn", roleArn).with("RoleSessionName", sessionName),
        found -> {
          var keys = found.in("Credentials");
          return new Credentials.Keys(
              new AccessKeyId(keys.text("AccessKeyId")),
              Secret.of(keys.text("SecretAccessKey")),
              Secret.of(keys.text("SessionToken")));
        });
  }
}
