package io.outcrop.cloud.credentials;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;

/// Who signs a call.
public sealed interface Credentials {
  /// An access key; the token is empty for a long-term one.
  record Keys(AccessKeyId id, Secret secret, Secret token) implements Credentials {}

  /// A Bedrock API key.
  record ApiKey(Secret key) implements Credentials {}

  /// A profile that has to be asked for keys each time: SSO, a role, a process.
  record Profile(String name) implements Credentials {}

  /// The machine's own role: container or instance metadata.
  record MachineRole(String kind) implements Credentials {}
}
