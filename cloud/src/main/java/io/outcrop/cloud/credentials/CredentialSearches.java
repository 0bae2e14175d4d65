package io.outcrop.cloud.credentials;

import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Variables;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Searches a client side for credentials in the order of the AWS SDK for Java 2, with Bedrock's
/// API key first and `.env` behind the environment. Source: AWS SDK for Java 2.x Developer Guide,
/// "Default credentials provider chain", read 2026-11; system properties are left out, since they
/// are a matter of one JVM.
///
/// A profile that is named (`--profile`, `AWS_PROFILE`) and cannot be used ends the search. The AWS
/// CLI and boto3 stop there; the Java SDK would still ask for the machine's own role, which is
/// hardly what somebody who names a profile means.
public final class CredentialSearches {
  private final ClientSide client;
  private final Variables variables;
  private final AwsFiles files;
  private final InstantSource clock;

  private CredentialSearches(ClientSide client, InstantSource clock) {
    this.client = client;
    this.variables = Variables.of(client);
    this.files = AwsFiles.of(client);
    this.clock = clock;
  }

  /// Searches `client`. At most the instance metadata service is asked, for at most two seconds,
  /// and only if nothing else has credentials and no world brings the client side.
  ///
  /// @param profile the profile named on the command line: then nothing else is used; empty if none
  ///   is
  /// @param clock the machine's own time, for the end of an SSO session
  public static CredentialSearch search(ClientSide client, String profile, InstantSource clock) {
    var search = new CredentialSearches(client, clock);
    return profile.isBlank() ? search.everywhere() : search.profileAlone(profile);
  }

  private CredentialSearch profileAlone(String profile) {
    var tally = new Tally();
    for (var name : List.of("Bedrock API key", "environment", ".env", "web identity")) {
      tally.skip(name, "`--profile " + profile + "` was given");
    }
    var offer = profileOffer(profile);
    tally.add(offer);
    for (var name : List.of(MachineSources.CONTAINER, MachineSources.INSTANCE)) {
      tally.skip(name, "`--profile " + profile + "` was given");
    }
    return tally.result();
  }

  private CredentialSearch everywhere() {
    var tally = new Tally();
    tally.add(apiKey());
    tally.add(keys("environment", variables::inEnvironment));
    tally.add(keys(".env", variables::inEnvFile));
    tally.add(webIdentity());
    var named = variables.get("AWS_PROFILE");
    var offer = profileOffer(named.isSet() ? named.value().strip() : "default");
    tally.add(offer);
    if (named.isSet() && offer instanceof Offer.None && !tally.hasWinner()) {
      var why =
          "the profile that `AWS_PROFILE` (%s) names cannot be used, and that ends the search"
              .formatted(named.origin());
      tally.skip(MachineSources.CONTAINER, why);
      tally.skip(MachineSources.INSTANCE, why);
      return tally.result();
    }
    var machine = new MachineSources(client);
    tally.add(machine.container());
    tally.add(machine.instance(tally.hasWinner()));
    return tally.result();
  }

  private Offer profileOffer(String name) {
    return new ProfileSource(client, files, new SsoCache(client.home(), clock)).offer(name);
  }

  private Offer apiKey() {
    var key = variables.get("AWS_BEARER_TOKEN_BEDROCK");
    if (!key.isSet()) {
      return Offer.empty("Bedrock API key", "`AWS_BEARER_TOKEN_BEDROCK` is not set");
    }
    return new Offer.Some(
        "Bedrock API key",
        new Credentials.ApiKey(Secret.of(key.value().strip())),
        "`AWS_BEARER_TOKEN_BEDROCK` is set ("
            + key.origin()
            + "); it signs calls to Bedrock alone");
  }

  private Offer keys(String place, Function<String, Setting> variable) {
    var id = variable.apply("AWS_ACCESS_KEY_ID").value();
    var secret = variable.apply("AWS_SECRET_ACCESS_KEY").value();
    var token = variable.apply("AWS_SESSION_TOKEN").value();
    if (place.equals(".env") && !variables.envFile().warnings().isEmpty()) {
      return Offer.broken(place, variables.envFile().warnings().getFirst());
    }
    return KeyPair.offer(place, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", id, secret, token);
  }

  private Offer webIdentity() {
    var file = variables.inEnvironment("AWS_WEB_IDENTITY_TOKEN_FILE");
    var role = variables.inEnvironment("AWS_ROLE_ARN");
    if (!file.isSet() && !role.isSet()) {
      return Offer.empty("web identity", "`AWS_WEB_IDENTITY_TOKEN_FILE` is not set");
    }
    if (!file.isSet() || !role.isSet()) {
      return Offer.broken(
          "web identity",
          "only one of `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_ARN` is set; both are needed");
    }
    if (!client.workingDirectory().resolve(file.value().strip()).toFile().canRead()) {
      return Offer.broken("web identity", "the token file `" + file.value() + "` cannot be read");
    }
    return new Offer.Some(
        "web identity",
        new Credentials.MachineRole("web identity"),
        "role `" + role.value().strip() + "` by the token in `" + file.value().strip() + "`");
  }
}
