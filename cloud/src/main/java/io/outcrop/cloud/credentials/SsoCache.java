package io.outcrop.cloud.credentials;

import io.outcrop.aws.Secret;
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

/// The sign-ins that `aws sso login` leaves in `~/.aws/sso/cache`. Source: AWS SDKs and Tools
/// Reference Guide, "IAM Identity Center credential provider", read 2026-11: a file is named by the
/// SHA-1 of the session's name, or of the start URL where the profile names no session.
record SsoCache(Path home, Instant now) {
  private static final int MOST_FILES = 200;

  /// How a sign-in stands.
  sealed interface State {
    /// It holds, until the time it says.
    record Valid(Instant until) implements State {}

    /// Its time is over; it may be renewed without a person.
    record Renewable(Instant ended) implements State {}

    /// Its time is over, and so is that of the registration that could renew it.
    record Unregistered(Instant ended) implements State {}

    /// Its time is over.
    record Expired(Instant ended) implements State {}

    /// Nobody signed in to this, or the file cannot be read.
    record Missing(String why) implements State {}
  }

  /// The sign-in that is kept under `key` for `startUrl`.
  State state(String key, String startUrl) {
    var file = folder().resolve(sha1(key) + ".json");
    if (!Files.exists(file)) {
      return new State.Missing("nobody has signed in yet" + elsewhere(startUrl));
    }
    var token = read(file);
    if (token.isEmpty()) {
      return new State.Missing("`" + file.getFileName() + "` of the SSO cache cannot be read");
    }
    var url = token.get().text("startUrl").orElse(startUrl);
    return same(url, startUrl)
        ? state(token.get())
        : new State.Missing("the cached sign-in is for another start URL, `" + url + "`");
  }

  /// The access token that is kept under `key`, whether it still holds or not.
  Optional<Secret> token(String key) {
    return read(folder().resolve(sha1(key) + ".json"))
        .flatMap(token -> token.text("accessToken"))
        .filter(text -> !text.isEmpty())
        .map(Secret::of);
  }

  private State state(Json.Obj token) {
    var end = token.text("expiresAt").flatMap(Instants::read);
    if (end.isEmpty() || token.text("accessToken").isEmpty()) {
      return new State.Missing("the cached sign-in has no token or no end");
    }
    if (now.isBefore(end.get())) {
      return new State.Valid(end.get());
    }
    if (token.text("refreshToken").isEmpty()) {
      return new State.Expired(end.get());
    }
    var registered = token.text("registrationExpiresAt").flatMap(Instants::read);
    return registered.isPresent() && registered.get().isBefore(now)
        ? new State.Unregistered(registered.get())
        : new State.Renewable(end.get());
  }

  /// Whether somebody signed in to the same start URL in another way: by a session of another name,
  /// or with a URL that is spelled differently.
  private String elsewhere(String startUrl) {
    if (!Files.isDirectory(folder())) {
      return "";
    }
    try (var files = Files.list(folder())) {
      var found =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .limit(MOST_FILES)
              .flatMap(file -> read(file).stream())
              .filter(token -> token.text("accessToken").isPresent())
              .anyMatch(token -> same(token.text("startUrl").orElse(""), startUrl));
      return found
          ? " for this profile; there is a sign-in to the same start URL under another name"
          : "";
    } catch (IOException _) {
      return "";
    }
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String url) {
    return url.strip().replaceAll("[/#]+$", "");
  }

  private Path folder() {
    return home.resolve(".aws/sso/cache");
  }

  private static Optional<Json.Obj> read(Path file) {
    try {
      return JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj token)
          ? Optional.of(token)
          : Optional.empty();
    } catch (IOException _) {
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
