package io.outcrop.cloud.client;

/// What a client side says about the calls it makes, each value with where it came from.
///
/// @param region the region: the variables that the user's client reads (each from the environment,
///   then from `.env`), then the profile's
/// @param profile the profile's name; unset if none is named, which means `default`
/// @param model the model id, `BEDROCK_MODEL_ID`; as it is, white space included
/// @param endpoint where every service's calls go instead of AWS's own hosts; `AWS_ENDPOINT_URL`,
///   then the profile's `endpoint_url`; never from `.env`
/// @param fips whether FIPS endpoints are asked for, `true` or unset
/// @param dualStack whether endpoints with IPv6 are asked for, `true` or unset
public record Settings(
    Setting region,
    Setting profile,
    Setting model,
    Setting endpoint,
    Setting fips,
    Setting dualStack) {

  /// Reads the settings of `client`.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  public static Settings of(ClientSide client, String profileOverride) {
    var variables = Variables.of(client);
    var files = AwsFiles.of(client);
    var profile = profile(variables, profileOverride);
    return new Settings(
        region(client.userClient(), variables, files, profile),
        profile,
        variables.get("BEDROCK_MODEL_ID"),
        EndpointSettings.of(client, profileOverride).ofAll(),
        flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", variables, files, profile),
        flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", variables, files, profile));
  }

  /// The same where `region` is called.
  public Settings calling(Setting region) {
    return new Settings(region, profile, model, endpoint, fips, dualStack);
  }

  /// The profile that is named, if one is; white space and all, which no client cuts off.
  public static Setting profile(Variables variables, String profileOverride) {
    return profileOverride.isBlank()
        ? variables.get("AWS_PROFILE")
        : new Setting("AWS_PROFILE", profileOverride, "--profile");
  }

  private static Setting region(
      UserClient userClient, Variables variables, AwsFiles files, Setting profile) {
    for (var name : userClient.regionVariables()) {
      var found = variables.get(name);
      if (found.isSet()) {
        return found.stripped();
      }
    }
    return fromProfile("AWS_REGION", "region", files, profile);
  }

  static Setting flag(
      String variable, String property, Variables variables, AwsFiles files, Setting profile) {
    var found = variables.inEnvironment(variable);
    var setting = found.isSet() ? found : fromProfile(variable, property, files, profile);
    return setting.value().strip().equalsIgnoreCase("true")
        ? new Setting(variable, "true", setting.origin(), setting.place())
        : Setting.unset(variable);
  }

  /// What the profile in use says of `property`, by that name.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  public static Setting ofProfile(ClientSide client, String profileOverride, String property) {
    var profile = profile(Variables.of(client), profileOverride);
    return fromProfile(property, property, AwsFiles.of(client), profile);
  }

  static Setting fromProfile(String name, String property, AwsFiles files, Setting profile) {
    var profileName = profile.isSet() ? profile.value() : "default";
    return files
        .profile(profileName)
        .filter(found -> found.has(property))
        .map(found ->
            new Setting(
                name, found.property(property), "profile " + profileName, found.place(property)))
        .orElse(Setting.unset(name));
  }
}
