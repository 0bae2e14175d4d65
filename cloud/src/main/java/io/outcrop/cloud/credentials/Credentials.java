package io.outcrop.cloud.credentials;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;

/// Who signs a call.
public sealed interface Credentials {
  /// An access key; the token is empty for a long-term one.
  record Keys(AccessKeyId id, Secret secret, Secret token) implements Credentials {
    // Written out: what a record has by itself is linked when it is first asked, which takes 10 ms
    // of
    // a command that has just begun.
    @Override
    public boolean equals(Object other) {
      return other instanceof Keys that
          && id.id().equals(that.id.id())
          && secret.equals(that.secret)
          && token.equals(that.token);
    }

    @Override
    public int hashCode() {
      return id.id().hashCode();
    }
  }

  /// A Bedrock API key.
  record ApiKey(Secret key) implements Credentials {}

  /// A profile that has to be asked for keys each time: SSO, a role, a process.
  record Profile(String name) implements Credentials {}

  /// The machine's own role: container or instance metadata.
  record MachineRole(String kind) implements Credentials {}
}
