package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.FileFlaw;
import io.outcrop.cloud.client.Nearest;
import io.outcrop.cloud.client.UserClient.Form;
import io.outcrop.cloud.key.Instants;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a profile offers. Its forms count in the order of the user's client.
final class ProfileSource {
  private final ClientSide client;
  private final AwsFiles files;
  private final Instant now;

  ProfileSource(ClientSide client, AwsFiles files, Instant now) {
    this.client = client;
    this.files = files;
    this.now = now;
  }

  /// What the profile `name` offers.
  Offer offer(String name) {
    return offer(name, new HashSet<>());
  }

  /// Whether the profile's first form is a role that other credentials assume.
  boolean isRole(String name) {
    return files
        .profile(name)
        .flatMap(profile -> client.userClient().form(profile, false))
        .filter(form -> form == Form.ROLE)
        .isPresent();
  }

  /// What the profile `name` offers to one that names it as its source.
  ///
  /// @param seen the profiles on the way here
  Offer offer(String name, Set<String> seen) {
    var refusal = files.refusal(client.userClient());
    if (refusal.isPresent()) {
      return refused(name, refusal.get());
    }
    var found = files.profile(name);
    if (found.isEmpty()) {
      return missing(name);
    }
    if (!seen.add(name)) {
      return Offer.broken(
          found.get().toString(),
          Trouble.PROFILE_CONTRADICTS,
          "its `source_profile` leads back to itself",
          edit(found.get(), "source_profile", "name a profile that has keys"));
    }
    return offer(found.get(), seen);
  }

  private Offer offer(AwsProfile profile, Set<String> seen) {
    var form = client.userClient().form(profile, seen.size() > 1);
    if (form.isEmpty()) {
      return nothing(profile);
    }
    return switch (form.get()) {
      case WEB_IDENTITY ->
          new TokenFile(client, now)
              .offer(
                  profile.toString(),
                  profile.property("web_identity_token_file"),
                  profile.property("role_arn"),
                  new Credentials.Profile(profile.name()));
      case SSO -> new SsoSource(client, files, now).offer(profile);
      case ROLE -> new RoleSource(client, this).offer(profile, seen);
      case LOGIN -> new LoginSource(client, now).offer(profile);
      case PROCESS -> new ProcessSource(client).offer(profile);
      case KEYS -> keys(profile);
      case CREDENTIALS_FILE_KEYS, CONFIG_FILE_KEYS -> keysOfOneFile(profile);
    };
  }

  /// Some clients take a key from one file alone.
  private Offer keysOfOneFile(AwsProfile profile) {
    return profile.hasKeys() && !profile.isOfOneFile("aws_access_key_id", "aws_secret_access_key")
        ? Offer.broken(
            profile.toString(),
            Trouble.SECRET_MISSING,
            "the id and the secret of its key stand in two files, and %s reads them from one"
                .formatted(client.userClient().name()),
            edit(profile, "aws_secret_access_key", "move the line to where the id stands"))
        : keys(profile);
  }

  /// Keys as they stand in the profile.
  Offer keys(AwsProfile profile) {
    var until =
        Stream.of("aws_expiration", "expiration", "x_security_token_expires")
            .map(profile::property)
            .flatMap(text -> Instants.read(text).stream())
            .findFirst();
    return new KeyPair(
            profile.toString(),
            KeyPair.Names.PROPERTIES,
            profile.property("aws_access_key_id"),
            profile.property("aws_secret_access_key"),
            profile.property("aws_session_token"),
            until)
        .offer(now);
  }

  private Offer nothing(AwsProfile profile) {
    if (profile.has("role_arn")) {
      return Offer.broken(
          profile.toString(),
          Trouble.ROLE_SOURCE_MISSING,
          "it has `role_arn` and neither `source_profile` nor `credential_source`",
          edit(profile, "role_arn", "add a line `source_profile = NAME` below it"));
    }
    if (files.indented().isPresent()) {
      var flaw = files.indented().get();
      return Offer.broken(
          profile.toString(),
          Trouble.PROFILE_CONTRADICTS,
          flaw.place() + ": " + flaw.text(),
          "# in " + flaw.place() + ": begin the line in its first column");
    }
    return profile.has("aws_secret_access_key")
        ? keys(profile)
        : Offer.empty(profile.toString(), "it holds no keys and says no way to get some");
  }

  private Offer missing(String name) {
    var label = "profile " + name.strip();
    var where =
        "neither %s nor %s has it"
            .formatted(files.shown(files.credentialsPath()), files.shown(files.configPath()));
    var hiding = files.hiding(name);
    if (hiding.isPresent()) {
      return Offer.broken(
          label,
          Trouble.HEADING_WRONG,
          hiding.get().text(),
          "# in " + hiding.get().place() + ": " + mended(hiding.get(), name));
    }
    if (files.hidingAny().isPresent()) {
      return refused(name, files.hidingAny().get());
    }
    if (name.equals("default")) {
      return Offer.empty(label, where);
    }
    var others = files.profileNames();
    var near = Nearest.to(name.strip(), others);
    return Offer.broken(
        label,
        Trouble.PROFILE_MISSING,
        space(name)
            + where
            + (others.isEmpty() ? "" : "; they have " + String.join(", ", others))
            + meant(near),
        near.map(meant -> "export AWS_PROFILE=" + meant).stream().toArray(String[]::new));
  }

  private static String space(String name) {
    return name.equals(name.strip())
        ? ""
        : "there is white space around the name, and no client cuts it off; ";
  }

  private static String meant(Optional<String> near) {
    return near.map(name -> "; the nearest is `" + name + "`").orElse("");
  }

  private static String mended(FileFlaw flaw, String name) {
    return flaw.kind() == FileFlaw.Kind.WORD_PROFILE_MISSING
        ? "[profile " + name + "]"
        : "[" + name + "]";
  }

  private Offer refused(String name, FileFlaw flaw) {
    return Offer.broken(
        "profile " + name.strip(),
        Trouble.FILE_REFUSED,
        flaw.kind() == FileFlaw.Kind.UNREADABLE ? flaw.text() : flaw.place() + ": " + flaw.text(),
        "# mend " + flaw.place());
  }

  /// A line to edit, as a command's comment.
  static String edit(AwsProfile profile, String property, String what) {
    return "# in " + profile.place(property) + ": " + what;
  }
}
