package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Nearest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a profile of IAM Identity Center offers: its settings whole, a sign-in in the cache.
record SsoSource(ClientSide client, AwsFiles files, Instant now) {

  Offer offer(AwsProfile profile) {
    for (var needed : List.of("sso_account_id", "sso_role_name")) {
      if (!profile.has(needed)) {
        return contradicts(
            profile, "it uses SSO and has no `" + needed + "`", "add `" + needed + " = …`");
      }
    }
    return profile.has("sso_session") ? bySession(profile) : byStartUrl(profile);
  }

  private Offer bySession(AwsProfile profile) {
    var name = profile.property("sso_session");
    var section = files.ssoSession(name);
    if (section.isEmpty()) {
      var near = Nearest.to(name, files.sectionNames("sso-session"));
      return Offer.broken(
          profile.toString(),
          Trouble.PROFILE_CONTRADICTS,
          "it names the SSO session `%s`, and there is no such section%s"
              .formatted(name, near.map(meant -> "; the nearest is `" + meant + "`").orElse("")),
          ProfileSource.edit(
              profile, "sso_session", "sso_session = " + near.orElse("a session that is there")));
    }
    for (var needed : List.of("sso_start_url", "sso_region")) {
      if (!section.get().has(needed)) {
        return contradicts(
            profile,
            "its `[sso-session %s]` has no `%s`".formatted(name, needed),
            "add `" + needed + " = …` in " + section.get().origin());
      }
      if (profile.has(needed) && !profile.property(needed).equals(section.get().property(needed))) {
        return contradicts(
            profile,
            "its `%s` differs from that of `[sso-session %s]` (%s)"
                .formatted(needed, name, section.get().place(needed)),
            "take `" + needed + "` out: the session says it");
      }
    }
    return byCache(profile, name, section.get().property("sso_start_url"));
  }

  private Offer byStartUrl(AwsProfile profile) {
    for (var needed : List.of("sso_start_url", "sso_region")) {
      if (!profile.has(needed)) {
        return contradicts(
            profile, "it uses SSO and has no `" + needed + "`", "add `" + needed + " = …`");
      }
    }
    var url = profile.property("sso_start_url");
    return byCache(profile, url, url);
  }

  private Offer byCache(AwsProfile profile, String key, String startUrl) {
    var login = "aws sso login --profile " + profile.name();
    var label = profile.toString();
    return switch (new SsoCache(client.home(), now).state(key, startUrl)) {
      case SsoCache.State.Valid(var until) -> signedIn(profile, "SSO, signed in until " + until);
      case SsoCache.State.Renewable(var ended) when profile.has("sso_session") ->
          renewable(profile, "SSO, signed in until " + ended + ", to be renewed");
      case SsoCache.State.Renewable(var ended) -> ended(label, "the SSO sign-in", ended, login);
      case SsoCache.State.Expired(var ended) -> ended(label, "the SSO sign-in", ended, login);
      case SsoCache.State.Unregistered(var ended) ->
          ended(
              label,
              "the registration of this machine, without which nothing renews the SSO sign-in,",
              ended,
              login);
      case SsoCache.State.Missing(var why) ->
          Offer.broken(
              label, Trouble.SSO_MISSING, "SSO: " + why + "; `" + login + "` signs in", login);
    };
  }

  private static Offer ended(String label, String what, Instant ended, String login) {
    return Offer.broken(
        label,
        Trouble.SSO_ENDED,
        "%s ended at %s; `%s` renews it".formatted(what, ended, login),
        login);
  }

  private static Offer signedIn(AwsProfile profile, String why) {
    return new Offer.Some(profile.toString(), new Credentials.Profile(profile.name()), why);
  }

  /// Renewing writes into the cache, which is the client's own.
  private Offer renewable(AwsProfile profile, String why) {
    return client.sandboxed()
        ? Offer.broken(
            profile.toString(),
            Trouble.NOT_IN_A_WORLD,
            "its sign-in to IAM Identity Center has to be renewed, which is not done in a sandbox's"
                + " world")
        : signedIn(profile, why);
  }

  private static Offer contradicts(AwsProfile profile, String why, String help) {
    return Offer.broken(
        profile.toString(),
        Trouble.PROFILE_CONTRADICTS,
        why,
        ProfileSource.edit(profile, firstOf(profile), help));
  }

  private static String firstOf(AwsProfile profile) {
    return Optional.of("sso_session").filter(profile::has).orElse("sso_start_url");
  }
}
