package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.Nearest;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.inspection.Hint.Kind;
import java.net.URI;
import java.util.List;

/// Where calls go instead of AWS's own hosts.
final class EndpointHints {
  private static final List<String> SERVICES = List.of("bedrock-runtime", "bedrock", "sts");

  private EndpointHints() {}

  static void add(Looking looking) {
    services(looking);
    var ignored = looking.endpoints().ignored();
    if (ignored.isSet()) {
      looking.add(
          Kind.ENDPOINTS_IGNORED,
          "`%s` (%s): configured endpoints are passed over, AWS's own are called"
              .formatted(ignored.name(), ignored.whence()),
          ignored.whence());
      return;
    }
    shape(looking, looking.endpoints().ofAll());
    for (var service : SERVICES) {
      var own = looking.endpoints().of(service);
      if (own.isSet() && !own.name().equals("AWS_ENDPOINT_URL")) {
        shape(looking, own);
        looking.add(
            Kind.SERVICE_ENDPOINT,
            "calls to %s go to `%s` (%s)".formatted(service, host(own), whence(own)),
            own.whence());
      }
    }
  }

  private static void services(Looking looking) {
    var profile = looking.profile();
    if (profile.isEmpty() || !profile.get().has("services")) {
      return;
    }
    var name = profile.get().property("services");
    var place = profile.get().place("services");
    if (looking.files().services(name).isEmpty()) {
      var near = Nearest.to(name, looking.files().sectionNames("services"));
      looking.add(
          Kind.SERVICES_SECTION,
          "`services = %s` (%s) names no section of the configuration file%s"
              .formatted(name, place, near.map(one -> ": the nearest is `" + one + "`").orElse("")),
          place,
          near.map(one -> "# in " + place + ": services = " + one).stream().toArray(String[]::new));
    }
  }

  private static void shape(Looking looking, Setting endpoint) {
    if (endpoint.isSet() && host(endpoint).isEmpty()) {
      looking.add(
          Kind.ENDPOINT_SHAPE,
          "`%s` (%s) is no http or https address".formatted(endpoint.name(), endpoint.whence()),
          endpoint.whence());
    }
  }

  private static String whence(Setting setting) {
    return setting.place().isEmpty() ? "`" + setting.name() + "`" : setting.place();
  }

  /// Its scheme and host: the rest may hold a secret.
  private static String host(Setting endpoint) {
    try {
      var uri = URI.create(endpoint.value());
      var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null
          ? uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
          : "";
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
