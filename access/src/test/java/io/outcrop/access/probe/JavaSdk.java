package io.outcrop.access.probe;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.ClientSide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/// The AWS SDK for Java itself, asked what it finds. Its own back door for tests stands in for the
/// process's environment, which cannot be changed.
final class JavaSdk {
  private JavaSdk() {}

  static RealClientsTest.Found look(ClientSide client, String profile) {
    SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    // nothing of this process may show through
    for (var name : System.getenv().keySet()) {
      if (name.startsWith("AWS_")) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(name, "");
      }
    }
    client.environment().forEach(SystemSettingUtilsTestBackdoor::addEnvironmentVariableOverride);
    for (var service : List.of("STS", "SSO", "SSO_OIDC", "SIGNIN")) {
      SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(
          "AWS_ENDPOINT_URL_" + service, "http://127.0.0.1:1");
    }
    try {
      return new RealClientsTest.Found(way(client, profile), region(client, profile));
    } finally {
      SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }
  }

  private static String way(ClientSide client, String profile) {
    var environment = client.environment();
    if (environment.containsKey("AWS_WEB_IDENTITY_TOKEN_FILE")
        || environment.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        || environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      return "unknown";
    }
    try (var chain =
        DefaultCredentialsProvider.builder()
            .profileFile(() -> files(client))
            .profileName(name(client, profile))
            .build()) {
      return way(chain.resolveCredentials(), profile);
    } catch (SdkException | IllegalArgumentException | IllegalStateException failed) {
      return isOfNetwork(failed) ? "unknown" : "nothing";
    }
  }

  private static String way(AwsCredentials credentials, String profile) {
    return switch (credentials.providerName().orElse("")) {
      // the SDK's own marks: `g` are variables, `v` is a profile's program, `AC` its login
      case "g" -> profile.isEmpty() ? "keys of variables" : "unknown";
      case "v", "v,w" -> "a program";
      case "AC" -> "a login";
      default -> "keys of a profile";
    };
  }

  /// Whether it got as far as asking STS or the portal.
  private static boolean isOfNetwork(Exception failed) {
    var text = String.valueOf(failed.getMessage());
    return text.contains("Unable to execute HTTP request")
        || text.contains("Connection refused")
        || text.contains("token")
        || text.contains("sso")
        || text.contains("login");
  }

  private static String region(ClientSide client, String profile) {
    var said = client.environment().getOrDefault("AWS_REGION", "");
    if (!said.isBlank()) {
      return said;
    }
    try {
      return new AwsProfileRegionProvider(() -> files(client), name(client, profile))
          .getRegion()
          .id()
          .replace("%22", "\"");
    } catch (SdkException | IllegalArgumentException _) {
      return "";
    }
  }

  private static String name(ClientSide client, String profile) {
    return profile.isEmpty()
        ? client.environment().getOrDefault("AWS_PROFILE", "default")
        : profile;
  }

  private static ProfileFile files(ClientSide client) {
    var files = AwsFiles.of(client);
    var all = ProfileFile.aggregator();
    add(files.credentialsPath(), ProfileFile.Type.CREDENTIALS, all);
    add(files.configPath(), ProfileFile.Type.CONFIGURATION, all);
    return all.build();
  }

  private static void add(Path path, ProfileFile.Type type, ProfileFile.Aggregator all) {
    if (Files.isReadable(path)) {
      all.addFile(ProfileFile.builder().content(path).type(type).build());
    }
  }
}
