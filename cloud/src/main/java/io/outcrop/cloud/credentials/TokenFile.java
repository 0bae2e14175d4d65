package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.key.WebToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;

/// A file with a web identity token, and the role that it is for.
record TokenFile(ClientSide client, Instant now) {
  private static final int LARGEST_BYTES = 64 * 1024;

  Offer offer(String source, String file, String role, Credentials credentials) {
    var path = client.file(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      return Offer.broken(
          source, Trouble.TOKEN_MISSING, "the token file `" + file + "` cannot be read");
    }
    try {
      if (Files.size(path) == 0 || Files.size(path) > LARGEST_BYTES) {
        return Offer.broken(
            source, Trouble.TOKEN_MISSING, "the token file `" + file + "` holds no token");
      }
      return offer(source, file, role, credentials, Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Offer.broken(
          source, Trouble.TOKEN_MISSING, "the token file `" + file + "` cannot be read");
    }
  }

  private Offer offer(
      String source, String file, String role, Credentials credentials, String text) {
    var until = WebToken.of(text).flatMap(WebToken::until);
    return until.isPresent() && until.get().isBefore(now)
        ? Offer.broken(
            source,
            Trouble.TOKEN_ENDED,
            "the token in `%s` ended at %s".formatted(file, until.get()))
        : new Offer.Some(
            source,
            credentials,
            "role `"
                + (role.startsWith("arn:") ? role : "…")
                + "` by the token in `"
                + file
                + "`"
                + audience(text));
  }

  private static String audience(String text) {
    return WebToken.of(text)
        .map(WebToken::audiences)
        .filter(audiences -> !audiences.isEmpty() && !audiences.contains("sts.amazonaws.com"))
        .map(audiences -> ", whose audience is not `sts.amazonaws.com`")
        .orElse("");
  }
}
