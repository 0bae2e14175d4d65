package io.outcrop.cloud.client;

import io.outcrop.aws.Partition;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a client side sends calls instead of AWS's own hosts. Source: AWS SDKs and Tools Reference
/// Guide, "Service-specific endpoints", read 2026-11: the service's variable, `AWS_ENDPOINT_URL`,
/// the service's setting in the `services` section of the profile, the profile's `endpoint_url`.
public final class EndpointSettings {
  private static final String ALL = "AWS_ENDPOINT_URL";
  private static final String IGNORE = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

  /// The services whose FIPS and dual-stack hosts are known here. Source: AWS General Reference,
  /// "Amazon Bedrock endpoints and quotas", and the endpoint rules of the AWS SDK for Java 2.46.8.
  private static final Set<String> WITH_SPECIAL_HOSTS = Set.of("bedrock", "bedrock-runtime");

  private final Variables variables;
  private final AwsFiles files;
  private final Setting profile;

  private EndpointSettings(Variables variables, AwsFiles files, Setting profile) {
    this.variables = variables;
    this.files = files;
    this.profile = profile;
  }

  /// The settings of `client`.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  public static EndpointSettings of(ClientSide client, String profileOverride) {
    var variables = Variables.of(client);
    return new EndpointSettings(
        variables, AwsFiles.of(client), Settings.profile(variables, profileOverride));
  }

  /// Where the calls of `service` in `region` go, if not to AWS's usual host: to what is
  /// configured, or to its FIPS or dual-stack host.
  public Optional<URI> address(String service, String region) {
    var configured = of(service);
    return configured.isSet() ? uri(configured.value()) : special(service, region);
  }

  private Optional<URI> special(String service, String region) {
    var fips =
        Settings.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", variables, files, profile);
    var dual =
        Settings.flag(
            "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", variables, files, profile);
    if (!WITH_SPECIAL_HOSTS.contains(service) || (!fips.isSet() && !dual.isSet())) {
      return Optional.empty();
    }
    var suffix = dual.isSet() ? "api.aws" : Partition.ofRegion(region).dnsSuffix();
    return uri("https://" + service + (fips.isSet() ? "-fips" : "") + "." + region + "." + suffix);
  }

  private static Optional<URI> uri(String text) {
    try {
      var uri = URI.create(text);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What makes clients pass over every such setting; unset if nothing does.
  public Setting ignored() {
    var found = variables.inEnvironment(IGNORE);
    var setting =
        found.isSet()
            ? found
            : Settings.fromProfile(IGNORE, "ignore_configured_endpoint_urls", files, profile);
    return setting.value().strip().equalsIgnoreCase("true") ? setting : Setting.unset(IGNORE);
  }

  /// Where the calls of all services go that have no setting of their own.
  public Setting ofAll() {
    if (ignored().isSet()) {
      return Setting.unset(ALL);
    }
    var found = variables.inEnvironment(ALL);
    return found.isSet()
        ? found.stripped()
        : Settings.fromProfile(ALL, "endpoint_url", files, profile);
  }

  /// Where the calls of `service` go (`bedrock-runtime`, `sts`), for a reason of its own or of all.
  public Setting of(String service) {
    if (ignored().isSet()) {
      return Setting.unset(ALL);
    }
    var own = ofService(service);
    return own.isSet() && own.origin().equals(Variables.ENVIRONMENT)
        ? own
        : variables.inEnvironment(ALL).isSet() || !own.isSet() ? ofAll() : own;
  }

  private Setting ofService(String service) {
    var id = service.replace('-', '_');
    var name = ALL + "_" + id.toUpperCase(Locale.ROOT);
    var found = variables.inEnvironment(name);
    if (found.isSet()) {
      return found.stripped();
    }
    return files
        .profile(profile.isSet() ? profile.value() : "default")
        .filter(read -> read.has("services"))
        .flatMap(read -> files.services(read.property("services")))
        .filter(section -> section.has(id + ".endpoint_url"))
        .map(section ->
            new Setting(
                name,
                section.property(id + ".endpoint_url"),
                "services " + section.name(),
                section.place(id + ".endpoint_url")))
        .orElse(Setting.unset(name));
  }
}
