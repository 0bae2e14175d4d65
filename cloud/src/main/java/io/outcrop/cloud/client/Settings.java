package io.outcrop.cloud.client;

import java.util.List;

/// What a client side says about the calls it makes, each value with where it came from.
///
/// @param region the region; `AWS_REGION`, then `AWS_DEFAULT_REGION` (each from the environment,
///   then from `.env`), then the profile's
/// @param profile the profile's name; unset if none is named, which means `default`
/// @param model the model id, `BEDROCK_MODEL_ID`; as it is, white space included
/// @param endpoint where instead of AWS's own hosts; `AWS_ENDPOINT_URL`, then the profile's
///   `endpoint_url`; never from `.env`
/// @param hints what about the client side explains failures, in a fixed order
public record Settings(
    Setting region, Setting profile, Setting model, Setting endpoint, List<Hint> hints) {
  public Settings {
    hints = List.copyOf(hints);
  }

  /// Reads the settings of `client`.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  public static Settings of(ClientSide client, String profileOverride) {
    var variables = Variables.of(client);
    var files = AwsFiles.of(client);
    var profile = profile(variables, profileOverride);
    return new Settings(
        region(variables, files, profile),
        profile,
        variables.get("BEDROCK_MODEL_ID"),
        endpoint(variables, files, profile),
        new Hints(variables, files, profile).all());
  }

  static Setting profile(Variables variables, String profileOverride) {
    return profileOverride.isBlank()
        ? stripped(variables.get("AWS_PROFILE"))
        : new Setting("AWS_PROFILE", profileOverride, "--profile");
  }

  private static Setting region(Variables variables, AwsFiles files, Setting profile) {
    for (var name : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
      var found = variables.get(name);
      if (found.isSet()) {
        return stripped(found);
      }
    }
    return fromProfile("AWS_REGION", "region", files, profile);
  }

  private static Setting endpoint(Variables variables, AwsFiles files, Setting profile) {
    var ignored = variables.inEnvironment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").value().strip();
    if (ignored.equalsIgnoreCase("true")) {
      return new Setting("AWS_ENDPOINT_URL", "", "");
    }
    var found = variables.inEnvironment("AWS_ENDPOINT_URL");
    return found.isSet()
        ? stripped(found)
        : fromProfile("AWS_ENDPOINT_URL", "endpoint_url", files, profile);
  }

  private static Setting fromProfile(
      String name, String property, AwsFiles files, Setting profile) {
    var profileName = profile.isSet() ? profile.value() : "default";
    return files
        .profile(profileName)
        .filter(found -> found.has(property))
        .map(found -> new Setting(name, found.property(property), "profile " + profileName))
        .orElse(new Setting(name, "", ""));
  }

  private static Setting stripped(Setting setting) {
    return new Setting(setting.name(), setting.value().strip(), setting.origin());
  }
}
