package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a profile offers. Its forms are tried in the Java SDK's order: web identity, SSO, role,
/// process, keys.
final class ProfileSource {
  private static final List<String> SSO =
      List.of("sso_session", "sso_start_url", "sso_account_id", "sso_role_name", "sso_region");

  private final ClientSide client;
  private final AwsFiles files;
  private final SsoCache ssoCache;

  ProfileSource(ClientSide client, AwsFiles files, SsoCache ssoCache) {
    this.client = client;
    this.files = files;
    this.ssoCache = ssoCache;
  }

  Offer offer(String name) {
    return offer(name, new HashSet<>());
  }

  private Offer offer(String name, Set<String> seen) {
    var found = files.profile(name);
    if (found.isEmpty()) {
      return missing(name);
    }
    var profile = found.get();
    var label = profile.toString();
    if (!seen.add(name)) {
      return Offer.broken(label, "its `source_profile` leads back to itself");
    }
    if (profile.has("role_arn") && profile.has("web_identity_token_file")) {
      return asked(profile, "role `" + profile.property("role_arn") + "` by a web identity token");
    }
    if (SSO.stream().anyMatch(profile::has)) {
      return sso(profile);
    }
    if (profile.has("role_arn")) {
      return role(profile, seen);
    }
    if (profile.has("credential_process")) {
      return client.sandboxed()
          ? Offer.broken(label, "it starts a program, which a sandbox's world must not do")
          : asked(profile, "asks the program of its `credential_process`");
    }
    var keys =
        KeyPair.offer(
            label,
            "aws_access_key_id",
            "aws_secret_access_key",
            profile.property("aws_access_key_id"),
            profile.property("aws_secret_access_key"),
            profile.property("aws_session_token"));
    return keys instanceof Offer.None(String _, SourceTried.Outcome outcome, String _)
            && outcome == SourceTried.Outcome.EMPTY
        ? Offer.empty(label, "it holds no keys and says no way to get some")
        : keys;
  }

  private Offer missing(String name) {
    var label = "profile " + name;
    var where =
        "neither %s nor %s has it"
            .formatted(files.shown(files.credentialsPath()), files.shown(files.configPath()));
    if (files.lacksWordProfile(name)) {
      return Offer.broken(
          label,
          "%s has `[%s]`, which does not count: the heading has to be `[profile %s]`"
              .formatted(files.shown(files.configPath()), name, name));
    }
    if (name.equals("default")) {
      return Offer.empty(label, where);
    }
    var others = files.profileNames();
    return Offer.broken(
        label, where + (others.isEmpty() ? "" : "; they have " + String.join(", ", others)));
  }

  private Offer sso(AwsProfile profile) {
    var label = profile.toString();
    if (client.sandboxed()) {
      return Offer.broken(label, "it wants IAM Identity Center, which a sandbox's world has not");
    }
    for (var needed : List.of("sso_account_id", "sso_role_name")) {
      if (!profile.has(needed)) {
        return Offer.broken(label, "it uses SSO and has no `" + needed + "`");
      }
    }
    var session = profile.property("sso_session");
    if (!session.isEmpty() && files.ssoSession(session).isEmpty()) {
      return Offer.broken(
          label, "it names the SSO session `" + session + "`, and there is no such section");
    }
    var key = session.isEmpty() ? profile.property("sso_start_url") : session;
    var login = "`aws sso login --profile " + profile.name() + "`";
    return switch (ssoCache.state(key)) {
      case SsoCache.State.Valid(var until) -> asked(profile, "SSO, signed in until " + until);
      case SsoCache.State.Renewable(var ended) when !session.isEmpty() ->
          asked(profile, "SSO, signed in until " + ended + ", to be renewed");
      case SsoCache.State.Renewable(var ended) ->
          Offer.broken(label, "the SSO sign-in ended at " + ended + "; " + login + " renews it");
      case SsoCache.State.Expired(var ended) ->
          Offer.broken(label, "the SSO sign-in ended at " + ended + "; " + login + " renews it");
      case SsoCache.State.Missing(var why) ->
          Offer.broken(label, "SSO: " + why + "; " + login + " signs in");
    };
  }

  private Offer role(AwsProfile profile, Set<String> seen) {
    var label = profile.toString();
    var source = profile.property("source_profile");
    var kind = profile.property("credential_source");
    if (source.isEmpty() == kind.isEmpty()) {
      return Offer.broken(
          label,
          source.isEmpty()
              ? "it has `role_arn` and neither `source_profile` nor `credential_source`"
              : "it has both `source_profile` and `credential_source`");
    }
    if (profile.has("mfa_serial")) {
      return Offer.broken(label, "its role wants an MFA code, and nobody can be asked for one");
    }
    var words = "role `" + profile.property("role_arn") + "`";
    if (!kind.isEmpty()) {
      return client.sandboxed() && !kind.equals("Environment")
          ? Offer.broken(label, words + " from " + kind + ", which a sandbox's world has not")
          : asked(profile, words + " from " + kind);
    }
    if (source.equals(profile.name())) {
      return asked(profile, words + " with its own keys");
    }
    return switch (offer(source, seen)) {
      case Offer.Some(String name, Credentials _, String why) ->
          asked(profile, words + " through " + name + ": " + why);
      case Offer.None(String name, SourceTried.Outcome _, String why) ->
          Offer.broken(label, words + " through " + name + ", which cannot be used: " + why);
    };
  }

  private static Offer asked(AwsProfile profile, String why) {
    return new Offer.Some(profile.toString(), new Credentials.Profile(profile.name()), why);
  }
}
