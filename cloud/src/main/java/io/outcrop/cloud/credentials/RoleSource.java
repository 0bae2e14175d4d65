package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Nearest;
import io.outcrop.cloud.client.UserClient.Habit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a profile offers that assumes a role by other credentials.
record RoleSource(ClientSide client, ProfileSource profiles) {
  private static final List<String> SOURCES =
      List.of("Environment", "Ec2InstanceMetadata", "EcsContainer");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");

  Offer offer(AwsProfile profile, Set<String> seen) {
    var source = profile.property("source_profile");
    var kind = profile.property("credential_source");
    if (source.isEmpty() && kind.isEmpty()) {
      return Offer.broken(
          profile.toString(),
          Trouble.ROLE_SOURCE_MISSING,
          "it has `role_arn` and neither `source_profile` nor `credential_source`",
          ProfileSource.edit(profile, "role_arn", "add a line `source_profile = NAME` below it"));
    }
    if (!source.isEmpty() && !kind.isEmpty()) {
      return contradicts(
          profile,
          "it has both `source_profile` and `credential_source`",
          "credential_source",
          "take this line out");
    }
    var arn = profile.property("role_arn");
    if (!ROLE.matcher(arn).matches()) {
      return contradicts(
          profile,
          "its `role_arn` is no role's ARN",
          "role_arn",
          "role_arn = arn:aws:iam::111122223333:role/NAME");
    }
    if (profile.has("duration_seconds") && !profile.property("duration_seconds").matches("\\d+")) {
      return contradicts(
          profile,
          "its `duration_seconds` is no number",
          "duration_seconds",
          "a number of seconds");
    }
    if (profile.has("mfa_serial")) {
      return Offer.broken(
          profile.toString(),
          Trouble.MFA_WANTED,
          "its role wants an MFA code, and nobody can be asked for one",
          "aws configure export-credentials --profile " + profile.name() + " --format env");
    }
    return kind.isEmpty() ? through(profile, source, seen) : from(profile, kind);
  }

  private Offer through(AwsProfile profile, String source, Set<String> seen) {
    var words = "role `" + profile.property("role_arn") + "`";
    if (source.equals(profile.name())) {
      return itself(profile, words);
    }
    return switch (profiles.offer(source, seen)) {
      case Offer.Some(String name, Credentials _, String why) ->
          asked(profile, words + " through " + name + ": " + why);
      case Offer.None none ->
          new Offer.None(
              profile.toString(),
              SourceTried.Outcome.BROKEN,
              "%s through %s (%s), which cannot be used: %s"
                  .formatted(words, none.name(), profile.place("source_profile"), none.why()),
              none.trouble() == Trouble.NONE ? Trouble.PROFILE_CONTRADICTS : none.trouble(),
              none.trouble() == Trouble.PROFILE_MISSING || none.help().isEmpty()
                  ? List.of(
                      ProfileSource.edit(
                          profile, "source_profile", "name a profile that has credentials"))
                  : none.help());
    };
  }

  private Offer itself(AwsProfile profile, String words) {
    var keys = profiles.keys(profile);
    if (!(keys instanceof Offer.Some) || client.userClient().has(Habit.REFUSES_ITSELF_AS_SOURCE)) {
      return contradicts(
          profile,
          "its `source_profile` leads back to itself",
          "source_profile",
          "name another profile, which has the keys");
    }
    return asked(profile, words + " with its own keys");
  }

  private Offer from(AwsProfile profile, String kind) {
    var words = "role `" + profile.property("role_arn") + "` from " + kind;
    if (!SOURCES.contains(kind)) {
      var near = Nearest.to(kind, SOURCES);
      return contradicts(
          profile,
          "its `credential_source` is `%s`; it can be %s"
              .formatted(kind, String.join(", ", SOURCES)),
          "credential_source",
          "credential_source = " + near.orElse(SOURCES.getFirst()));
    }
    if (kind.equals("Environment")) {
      return environment(profile, words);
    }
    return client.sandboxed() ? ofWorld(profile, kind, words) : asked(profile, words);
  }

  /// A world has no machine whose role could be asked; a variable may name where one should be.
  private Offer ofWorld(AwsProfile profile, String kind, String words) {
    var machine = new MachineSources(client);
    var offer = kind.equals("EcsContainer") ? machine.container() : machine.instance(false);
    return offer instanceof Offer.None none && none.trouble() != Trouble.NONE
        ? Offer.broken(profile.toString(), none.trouble(), words + ": " + none.why())
        : Offer.broken(
            profile.toString(),
            Trouble.NOT_IN_A_WORLD,
            words + ", which a sandbox's world has not");
  }

  private Offer environment(AwsProfile profile, String words) {
    var environment = client.environment();
    var whole =
        !environment.getOrDefault("AWS_ACCESS_KEY_ID", "").isBlank()
            && !environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "").isBlank();
    return whole
        ? asked(profile, words)
        : Offer.broken(
            profile.toString(),
            Trouble.PROFILE_CONTRADICTS,
            words + ", and the environment has no whole key",
            "# set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`");
  }

  private static Offer asked(AwsProfile profile, String why) {
    return new Offer.Some(profile.toString(), new Credentials.Profile(profile.name()), why);
  }

  private static Offer contradicts(AwsProfile profile, String why, String at, String help) {
    return Offer.broken(
        profile.toString(),
        Trouble.PROFILE_CONTRADICTS,
        why,
        ProfileSource.edit(profile, at, help));
  }
}
