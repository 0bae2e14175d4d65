package io.outcrop.cloud.credentials;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.key.Instants;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What a profile of `aws login` offers: keys that the CLI keeps for a quarter of an hour at a
/// time, and renews. Source: botocore 1.43.11, the files of `~/.aws/login/cache`, named by the
/// SHA-256 of the session.
record LoginSource(ClientSide client, Instant now) {

  Offer offer(AwsProfile profile) {
    var login = "aws login --profile " + profile.name();
    var token = token(profile.property("login_session"));
    if (token.isEmpty()) {
      return Offer.broken(
          profile.toString(),
          Trouble.LOGIN_ENDED,
          "nobody has signed in with `aws login` yet; `" + login + "` does",
          login);
    }
    var until = token.get().text("expiresAt").flatMap(Instants::read);
    if (until.isEmpty() || until.get().isBefore(now)) {
      return Offer.broken(
          profile.toString(),
          Trouble.LOGIN_ENDED,
          "the keys of its `aws login` ended%s; a call of the AWS CLI with this profile renews"
                  .formatted(until.map(end -> " at " + end).orElse(""))
              + " them, else `"
              + login
              + "`",
          "aws sts get-caller-identity --profile " + profile.name(),
          login);
    }
    return some(profile, token.get(), until.get());
  }

  private static Offer some(AwsProfile profile, Json.Obj token, Instant until) {
    var id = new AccessKeyId(token.text("accessKeyId").orElse(""));
    var secret = token.text("secretAccessKey").orElse("");
    if (id.id().isEmpty() || secret.isEmpty()) {
      return Offer.broken(
          profile.toString(), Trouble.LOGIN_ENDED, "the keys of its `aws login` cannot be read");
    }
    return new Offer.Some(
        profile.toString(),
        new Credentials.Keys(
            id, Secret.of(secret), Secret.of(token.text("sessionToken").orElse(""))),
        "`aws login`, key " + id.masked() + " until " + until);
  }

  private Optional<Json.Obj> token(String session) {
    try {
      var file = folder().resolve(sha256(session) + ".json");
      return Files.exists(file)
              && JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj kept)
          ? kept.get("accessToken").filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Path folder() {
    var given = client.environment().getOrDefault("AWS_LOGIN_CACHE_DIRECTORY", "").strip();
    return given.isEmpty() ? client.home().resolve(".aws/login/cache") : client.file(given);
  }

  private static String sha256(String session) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(session.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }
}
