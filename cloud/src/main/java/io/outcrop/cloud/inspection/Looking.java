package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.client.Variables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is looked at, read once, and what was found so far.
record Looking(
    ClientSide client,
    String profileOverride,
    Variables variables,
    AwsFiles files,
    Settings settings,
    EndpointSettings endpoints,
    Instant now,
    List<Hint> found) {

  static Looking at(ClientSide client, String profileOverride, Setting region, Instant now) {
    var settings = Settings.of(client, profileOverride);
    return new Looking(
        client,
        profileOverride,
        Variables.of(client),
        AwsFiles.of(client),
        region.isSet() ? settings.calling(region) : settings,
        EndpointSettings.of(client, profileOverride),
        now,
        new ArrayList<>());
  }

  UserClient userClient() {
    return client.userClient();
  }

  /// The profile that is used, if it is there.
  Optional<AwsProfile> profile() {
    var named = settings.profile();
    return files.profile(named.isSet() ? named.value() : "default");
  }

  void add(Hint.Kind kind, String text) {
    found.add(new Hint(kind, text));
  }

  void add(Hint.Kind kind, String text, String place, String... help) {
    found.add(new Hint(kind, text, place, List.of(help)));
  }
}
