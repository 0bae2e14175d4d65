package io.outcrop.cloud.sdk;

import io.outcrop.cloud.credentials.Credentials;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;

/// The keys that a target's credentials lead to. Made once and shared by all clients, so that a
/// role is assumed once.
final class SigningKeys {
  private final SdkTarget target;
  private final SdkSetup setup;
  private @Nullable AwsCredentialsProvider provider;

  SigningKeys(SdkTarget target, SdkSetup setup) {
    this.target = target;
    this.setup = setup;
  }

  /// A provider that throws nothing but [CredentialsUnavailableException].
  synchronized AwsCredentialsProvider provider() {
    if (provider == null) {
      provider = guarded(of(target.credentials()));
    }
    return provider;
  }

  static AwsCredentialsProvider fixed(String id, String secret, String token) {
    AwsCredentials keys =
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token);
    return () -> keys;
  }

  static AwsCredentialsProvider none(String why) {
    return () -> {
      throw new CredentialsUnavailableException(why);
    };
  }

  private AwsCredentialsProvider of(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Keys(var id, var secret, var token) ->
          fixed(id.id(), secret.reveal(), token.reveal());
      case Credentials.ApiKey _ -> none("a Bedrock API key signs calls to Bedrock alone");
      case Credentials.Profile(String name) -> new ProfileKeys(setup).of(name);
      case Credentials.MachineRole(String kind) -> machine(kind);
    };
  }

  private AwsCredentialsProvider machine(String kind) {
    if (kind.equals("web identity")) {
      var environment = setup.client().environment();
      return new RoleKeys(setup)
          .byWebIdentity(
              environment.getOrDefault("AWS_ROLE_ARN", "").strip(),
              environment.getOrDefault("AWS_WEB_IDENTITY_TOKEN_FILE", "").strip());
    }
    if (setup.client().sandboxed()) {
      return none("a sandbox's world has no " + kind + " role");
    }
    if (kind.equals("container")) {
      return setup.closeLater(ContainerCredentialsProvider.builder().build());
    }
    var nothing = ProfileFile.aggregator().build();
    return setup.closeLater(
        InstanceProfileCredentialsProvider.builder().profileFile(() -> nothing).build());
  }

  private static AwsCredentialsProvider guarded(AwsCredentialsProvider provider) {
    return () -> {
      try {
        return provider.resolveCredentials();
      } catch (SdkException | IllegalStateException | IllegalArgumentException failed) {
        var why = failed.getMessage();
        throw new CredentialsUnavailableException(why == null ? "no credentials" : why, failed);
      }
    };
  }
}
