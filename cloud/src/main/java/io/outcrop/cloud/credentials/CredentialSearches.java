package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.FileFlaw;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.client.UserClient.Habit;
import io.outcrop.cloud.client.UserClient.Step;
import java.time.InstantSource;
import java.util.Optional;

/// Searches a client side for credentials in the order of its [UserClient]: if nobody said which,
/// the AWS SDK for Java 2's; Bedrock's API key comes first everywhere, and `.env` behind the
/// environment. System properties are left out, since they are a matter of one JVM.
///
/// A profile that is named (`--profile`, `AWS_PROFILE`) and cannot be used ends the search. The AWS
/// CLI and boto3 stop there; the Java SDK would still ask for the machine's own role, which is
/// hardly what somebody who names a profile means.
public final class CredentialSearches {
  private final UserClient userClient;
  private final VariableSources variables;
  private final ProfileSource profiles;
  private final AwsFiles files;
  private final MachineSources machine;
  private final Setting named;
  private final Tally tally = new Tally();

  private CredentialSearches(ClientSide client, InstantSource clock) {
    var now = clock.instant();
    this.userClient = client.userClient();
    this.variables = new VariableSources(client, now);
    this.files = AwsFiles.of(client);
    this.profiles = new ProfileSource(client, files, now);
    this.machine = new MachineSources(client);
    this.named = variables.variables().get("AWS_PROFILE");
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
    var why = "`--profile " + profile + "` was given";
    for (var step : userClient.chain()) {
      switch (step) {
        case PROFILE -> tally.add(profiles.offer(profile));
        case PROFILE_ROLE -> {}
        case BEDROCK_API_KEY, ENVIRONMENT, ENV_FILE, WEB_IDENTITY, CONTAINER, INSTANCE ->
            tally.skip(name(step), why);
      }
    }
    return tally.result();
  }

  private CredentialSearch everywhere() {
    var atOnce = endsAtOnce();
    atOnce.ifPresent(tally::add);
    var ended = atOnce.map(this::whyEnded);
    for (var step : userClient.chain()) {
      if (ended.isPresent()) {
        skip(step, ended.get());
      } else if (!tally.hasWinner() && passesOver(step)) {
        skip(step, "`AWS_PROFILE` is set, and then %s does not look".formatted(userClient.name()));
      } else {
        var offer = offer(step);
        offer.ifPresent(tally::add);
        ended = offer.filter(this::ends).map(this::whyEnded);
      }
    }
    return tally.result();
  }

  private String whyEnded(Offer offer) {
    return isNamed(offer)
        ? "the profile that `AWS_PROFILE` (%s) names cannot be used, and that ends the search"
            .formatted(named.whence())
        : "%s fails on %s, and that ends its search".formatted(userClient.name(), offer.name());
  }

  private boolean isNamed(Offer offer) {
    return named.isSet() && offer.name().startsWith("profile " + named.value().strip());
  }

  /// A profile or a file on which some clients fail before they look anywhere.
  private Optional<Offer> endsAtOnce() {
    if (!userClient.has(Habit.MISSING_PROFILE_ENDS_SEARCH)) {
      return Optional.empty();
    }
    var refused = files.refusal(userClient).filter(flaw -> flaw.kind() != FileFlaw.Kind.UNREADABLE);
    var missing = named.isSet() && files.profile(named.value()).isEmpty();
    return refused.isPresent() || missing
        ? Optional.of(profiles.offer(profileName()))
        : Optional.empty();
  }

  private boolean passesOver(Step step) {
    return named.isSet()
        && userClient.has(Habit.NAMED_PROFILE_SKIPS_ENVIRONMENT)
        && (step == Step.ENVIRONMENT || step == Step.ENV_FILE);
  }

  private boolean ends(Offer offer) {
    if (tally.hasWinner()) {
      return false;
    }
    var namedFails = offer instanceof Offer.None && isNamed(offer);
    return namedFails || (userClient.has(Habit.BROKEN_SOURCE_ENDS_SEARCH) && isError(offer));
  }

  /// What is passed over is no error: a secret without its id, a `.env` that we ignore.
  private static boolean isError(Offer offer) {
    return offer.isBroken()
        && offer instanceof Offer.None none
        && none.trouble() != Trouble.ID_MISSING
        && none.trouble() != Trouble.ENV_FILE_IGNORED;
  }

  private Optional<Offer> offer(Step step) {
    return switch (step) {
      case BEDROCK_API_KEY -> Optional.of(variables.apiKey());
      case ENVIRONMENT -> Optional.of(variables.environment());
      case ENV_FILE -> Optional.of(variables.envFile());
      case WEB_IDENTITY -> Optional.of(variables.webIdentity());
      case PROFILE_ROLE ->
          profiles.isRole(profileName())
              ? Optional.of(profiles.offer(profileName()))
              : Optional.empty();
      case PROFILE ->
          userClient.chain().contains(Step.PROFILE_ROLE) && profiles.isRole(profileName())
              ? Optional.empty()
              : Optional.of(profiles.offer(profileName()));
      case CONTAINER -> Optional.of(machine.container());
      case INSTANCE -> Optional.of(machine.instance(tally.hasWinner()));
    };
  }

  private void skip(Step step, String why) {
    if (step != Step.PROFILE_ROLE && step != Step.PROFILE) {
      tally.skip(name(step), why);
    }
  }

  private String profileName() {
    return named.isSet() ? named.value() : "default";
  }

  private static String name(Step step) {
    return switch (step) {
      case BEDROCK_API_KEY -> VariableSources.API_KEY;
      case ENVIRONMENT -> "environment";
      case ENV_FILE -> ".env";
      case WEB_IDENTITY -> VariableSources.WEB_IDENTITY;
      case PROFILE, PROFILE_ROLE -> "profile";
      case CONTAINER -> MachineSources.CONTAINER;
      case INSTANCE -> MachineSources.INSTANCE;
    };
  }
}
