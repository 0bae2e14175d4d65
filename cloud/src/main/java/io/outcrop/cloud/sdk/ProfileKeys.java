package io.outcrop.cloud.sdk;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/// The keys that a profile leads to, from the client side's own files. Roles are assumed through
/// the target's own STS; IAM Identity Center is left to the SDK's profile provider, but in a
/// sandbox's world, which has one of its own.
final class ProfileKeys {
  private final SdkSetup setup;
  private final AwsFiles files;

  ProfileKeys(SdkSetup setup) {
    this.setup = setup;
    this.files = AwsFiles.of(setup.client());
  }

  AwsCredentialsProvider of(String name) {
    return of(name, new HashSet<>());
  }

  private AwsCredentialsProvider of(String name, Set<String> seen) {
    var found = files.profile(name);
    if (found.isEmpty()) {
      return SigningKeys.none("there is no profile `" + name + "`");
    }
    if (!seen.add(name)) {
      return SigningKeys.none("the `source_profile` of `" + name + "` leads back to itself");
    }
    return of(found.get(), seen);
  }

  private AwsCredentialsProvider of(AwsProfile profile, Set<String> seen) {
    var form = setup.client().userClient().form(profile, seen.size() > 1);
    if (form.isEmpty()) {
      return own(profile);
    }
    return switch (form.get()) {
      case WEB_IDENTITY ->
          new RoleKeys(setup)
              .byWebIdentity(
                  profile.property("role_arn"), profile.property("web_identity_token_file"));
      case SSO -> sso(profile);
      case ROLE -> role(profile, seen);
      case LOGIN -> login(profile);
      case PROCESS ->
          setup.client().sandboxed()
              ? SigningKeys.none("a sandbox's world starts no program")
              : new ProcessKeys(profile, setup);
      case KEYS, CREDENTIALS_FILE_KEYS, CONFIG_FILE_KEYS -> own(profile);
    };
  }

  private AwsCredentialsProvider login(AwsProfile profile) {
    return CredentialSearches.search(setup.client(), profile.name(), InstantSource.system())
        .winner()
        .filter(Credentials.Keys.class::isInstance)
        .map(Credentials.Keys.class::cast)
        .map(keys ->
            SigningKeys.fixed(keys.id().id(), keys.secret().reveal(), keys.token().reveal()))
        .orElseGet(() ->
            SigningKeys.none("the keys of the `aws login` of `" + profile.name() + "` ended"));
  }

  private AwsCredentialsProvider role(AwsProfile profile, Set<String> seen) {
    if (profile.has("mfa_serial")) {
      return SigningKeys.none("the role of `" + profile.name() + "` wants an MFA code");
    }
    var source = profile.property("source_profile");
    var keys =
        source.isEmpty()
            ? source(profile.property("credential_source"))
            : source.equals(profile.name()) ? own(profile) : of(source, seen);
    return new RoleKeys(setup).byKeys(profile, keys);
  }

  private AwsCredentialsProvider source(String kind) {
    var environment = setup.client().environment();
    if (kind.equals("Environment")) {
      return fixed(
          environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
          environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
          environment.getOrDefault("AWS_SESSION_TOKEN", ""),
          "the environment");
    }
    if (setup.client().sandboxed()) {
      return SigningKeys.none("a sandbox's world has no " + kind);
    }
    var nothing = ProfileFile.aggregator().build();
    return switch (kind) {
      case "EcsContainer" -> setup.closeLater(ContainerCredentialsProvider.builder().build());
      case "Ec2InstanceMetadata" ->
          setup.closeLater(
              InstanceProfileCredentialsProvider.builder().profileFile(() -> nothing).build());
      default -> SigningKeys.none("there is no credential source `" + kind + "`");
    };
  }

  private AwsCredentialsProvider sso(AwsProfile profile) {
    if (setup.client().sandboxed()) {
      return new SsoKeys(setup).of(profile);
    }
    var text = ProfileFile.aggregator();
    for (var path : List.of(files.credentialsPath(), files.configPath())) {
      if (Files.isReadable(path)) {
        var type =
            path.equals(files.configPath())
                ? ProfileFile.Type.CONFIGURATION
                : ProfileFile.Type.CREDENTIALS;
        text.addFile(ProfileFile.builder().content(path).type(type).build());
      }
    }
    return setup.closeLater(
        ProfileCredentialsProvider.builder()
            .profileFile(text.build())
            .profileName(profile.name())
            .build());
  }

  private static AwsCredentialsProvider own(AwsProfile profile) {
    return fixed(
        profile.property("aws_access_key_id"),
        profile.property("aws_secret_access_key"),
        profile.property("aws_session_token"),
        "profile `" + profile.name() + "`");
  }

  private static AwsCredentialsProvider fixed(
      String id, String secret, String token, String place) {
    return id.isBlank() || secret.isBlank()
        ? SigningKeys.none(place + " holds no complete key")
        : SigningKeys.fixed(id.strip(), secret.strip(), token.strip());
  }
}
