package io.outcrop.cli.sandbox;

import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.RunningWorld;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The variables that make an unmodified client call a world as its default principal.
///
/// @param set what has to be set; secrets of sandbox keys among it
/// @param unset what would lead the client elsewhere
record WorldEnvironment(Map<String, String> set, List<String> unset) {
  private static final List<String> MISLEADING =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_SECURITY_TOKEN",
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_PROFILE",
          "AWS_DEFAULT_PROFILE",
          "AWS_ROLE_ARN",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
          "AWS_USE_FIPS_ENDPOINT",
          "AWS_USE_DUALSTACK_ENDPOINT");

  WorldEnvironment {
    set = new LinkedHashMap<>(set);
    unset = List.copyOf(unset);
  }

  /// For clients that can be told of another endpoint.
  static WorldEnvironment of(RunningWorld world, Session session) {
    var set = new LinkedHashMap<String, String>();
    set.put("AWS_ENDPOINT_URL", world.endpoint().toString());
    set.putAll(caller(world, session));
    proxy(session, set);
    return new WorldEnvironment(set, unset(set, session, List.of()));
  }

  /// For clients that have AWS's hosts built in: everything goes through the world, which answers
  /// for those and blocks all others.
  ///
  /// @param certificate what they have to trust
  static WorldEnvironment proxied(RunningWorld world, Path certificate, Session session) {
    var set = new LinkedHashMap<>(caller(world, session));
    for (var name : List.of("HTTPS_PROXY", "https_proxy")) {
      set.put(name, world.endpoint().toString());
    }
    for (var name : List.of("AWS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")) {
      set.put(name, certificate.toString());
    }
    return new WorldEnvironment(
        set, unset(set, session, List.of("AWS_ENDPOINT_URL", "NO_PROXY", "no_proxy")));
  }

  private static Map<String, String> caller(RunningWorld world, Session session) {
    var client = Place.clientOf(world.client());
    var set = new LinkedHashMap<String, String>();
    var said = Settings.of(client, "").region();
    var region = said.isSet() ? said.value() : world.subject().region();
    set.put("AWS_REGION", region);
    set.put("AWS_DEFAULT_REGION", region);
    principal(client, session, set);
    return set;
  }

  private static List<String> unset(
      Map<String, String> set, Session session, List<String> further) {
    var specific =
        session.environment().keySet().stream()
            .filter(name -> name.startsWith("AWS_ENDPOINT_URL_"))
            .sorted();
    return Stream.of(MISLEADING.stream(), specific, further.stream())
        .flatMap(names -> names)
        .filter(name -> !set.containsKey(name))
        .toList();
  }

  /// Names no value: some are secrets.
  @Override
  public String toString() {
    return set.keySet().toString();
  }

  private static void principal(ClientSide client, Session session, Map<String, String> set) {
    var winner = CredentialSearches.search(client, "", session.clock()).winner();
    if (winner.isEmpty()) {
      ownFiles(client, set);
      return;
    }
    switch (winner.get()) {
      case Credentials.Keys(var id, var secret, var token) -> {
        set.put("AWS_ACCESS_KEY_ID", id.id());
        set.put("AWS_SECRET_ACCESS_KEY", secret.reveal());
        if (!token.isEmpty()) {
          set.put("AWS_SESSION_TOKEN", token.reveal());
        }
      }
      case Credentials.ApiKey(var key) -> set.put("AWS_BEARER_TOKEN_BEDROCK", key.reveal());
      case Credentials.Profile(var name) -> {
        ownFiles(client, set);
        set.put("AWS_PROFILE", name);
      }
      case Credentials.MachineRole _ -> ownFiles(client, set);
    }
  }

  /// Without keys of its own a client would look into the user's files, and find a real account.
  private static void ownFiles(ClientSide client, Map<String, String> set) {
    var folder = client.home().resolve(".aws");
    set.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
    set.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    set.put("AWS_EC2_METADATA_DISABLED", "true");
  }

  private static void proxy(Session session, Map<String, String> set) {
    var proxied =
        Stream.of(
                "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
            .anyMatch(name -> !session.variable(name).isEmpty());
    if (proxied) {
      for (var name : List.of("NO_PROXY", "no_proxy")) {
        var before = session.variable(name);
        set.put(name, before.isEmpty() ? "127.0.0.1" : before + ",127.0.0.1");
      }
    }
  }
}
