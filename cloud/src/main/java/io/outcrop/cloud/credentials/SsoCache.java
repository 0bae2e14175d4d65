package io.outcrop.cloud.credentials;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/// The sign-ins that `aws sso login` leaves in `~/.aws/sso/cache`. Source: AWS SDKs and Tools
/// Reference Guide, "IAM Identity Center credential provider", read 2026-11: a file is named by the
/// SHA-1 of the session's name, or of the start URL where the profile names no session.
record SsoCache(Path home, InstantSource clock) {
  /// How a sign-in stands.
  sealed interface State {
    /// It holds, until the time it says.
    record Valid(Instant until) implements State {}

    /// Its time is over; it may be renewed without a person.
    record Renewable(Instant ended) implements State {}

    /// Its time is over.
    record Expired(Instant ended) implements State {}

    /// Nobody signed in, or the file cannot be read.
    record Missing(String why) implements State {}
  }

  State state(String key) {
    var file = home.resolve(".aws/sso/cache").resolve(sha1(key) + ".json");
    if (!Files.exists(file)) {
      return new State.Missing("nobody has signed in yet");
    }
    try {
      return JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj token)
          ? state(token)
          : new State.Missing("`" + file.getFileName() + "` of the SSO cache is no JSON object");
    } catch (IOException _) {
      return new State.Missing("`" + file.getFileName() + "` of the SSO cache cannot be read");
    }
  }

  private State state(Json.Obj token) {
    var end = token.text("expiresAt").flatMap(SsoCache::instant);
    if (end.isEmpty() || token.text("accessToken").isEmpty()) {
      return new State.Missing("the cached sign-in has no token or no end");
    }
    if (clock.instant().isBefore(end.get())) {
      return new State.Valid(end.get());
    }
    return token.text("refreshToken").isPresent()
        ? new State.Renewable(end.get())
        : new State.Expired(end.get());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text.replace("UTC", "Z")));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String sha1(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-1", impossible);
    }
  }
}
