package io.outcrop.cloud.key;

import io.outcrop.cloud.key.KeyFlaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Looks at the characters of an access key. Source: IAM User Guide, "IAM identifiers" (prefixes of
/// ids) and "Manage access keys for IAM users" (a secret has 40 characters), read 2026-11.
public final class KeyCheck {
  private static final Pattern KEY_ID = Pattern.compile("(AKIA|ASIA)[A-Z0-9]{12,}");
  private static final int SECRET = 40;
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "<.*>|\\$\\{.*}|\\$\\(.*\\)|%[A-Z_]+%|\\*{3,}|x{4,}|(?:.*_)?your[-_ ]?.*|change[-_]?me.*"
              + "|replace[-_]?me.*|todo|none|null|undefined",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// What an id of that beginning names, if it is no key.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("AROA", "a role"),
          Map.entry("AIDA", "a user"),
          Map.entry("AGPA", "a group"),
          Map.entry("AIPA", "an instance profile"),
          Map.entry("ANPA", "a managed policy"),
          Map.entry("ANVA", "a version of a managed policy"),
          Map.entry("APKA", "a public key"),
          Map.entry("ASCA", "a certificate"),
          Map.entry("ABIA", "a bearer token of AWS STS"),
          Map.entry("ACCA", "a credential of one service alone"));

  private KeyCheck() {}

  /// What is wrong with a key, the worst first. White space at the ends counts.
  public static List<KeyFlaw> flaws(String id, String secret, String token) {
    if (isPlaceholder(id) || isPlaceholder(secret) || isPlaceholder(token)) {
      return List.of(
          new KeyFlaw(
              Kind.PLACEHOLDER, "holds a placeholder that nobody replaced: " + which(id, secret)));
    }
    if (looksLikeSecret(id) && KEY_ID.matcher(secret.strip()).matches()) {
      return List.of(
          new KeyFlaw(
              Kind.SWAPPED, "has the secret in the place of the id, and the id in its place"));
    }
    var flaws = new ArrayList<KeyFlaw>();
    characters(id, secret, token, flaws);
    prefix(id.strip(), flaws);
    length(secret.strip(), flaws);
    token(id.strip(), token, flaws);
    return List.copyOf(flaws);
  }

  private static void characters(String id, String secret, String token, List<KeyFlaw> flaws) {
    Stray.inId(id)
        .ifPresent(one -> flaws.add(new KeyFlaw(Kind.STRAY_IN_ID, "has " + one.in("its id"))));
    Stray.inSecret(secret)
        .ifPresent(
            one -> flaws.add(new KeyFlaw(Kind.STRAY_IN_SECRET, "has " + one.in("its secret"))));
    Stray.inSecret(token)
        .ifPresent(one ->
            flaws.add(new KeyFlaw(Kind.STRAY_IN_TOKEN, "has " + one.in("its session token"))));
  }

  private static void prefix(String id, List<KeyFlaw> flaws) {
    var prefix = id.length() < 4 ? "" : id.substring(0, 4);
    var other = OTHERS.get(prefix);
    if (other != null) {
      flaws.add(
          new KeyFlaw(
              Kind.ID_OF_NO_KEY,
              "is no access key: ids that begin with `%s` name %s, and have no secret"
                  .formatted(prefix, other)));
    } else if (id.matches("(?i)(akia|asia)[a-z0-9]{12,}") && !KEY_ID.matcher(id).matches()) {
      flaws.add(new KeyFlaw(Kind.ID_OF_NO_KEY, "has small letters in its id, and ids have none"));
    } else if (!KEY_ID.matcher(id).matches() && Stray.inId(id).isEmpty()) {
      flaws.add(
          new KeyFlaw(Kind.ID_SHAPE, "has an id that begins neither with `AKIA` nor with `ASIA`"));
    }
  }

  private static void length(String secret, List<KeyFlaw> flaws) {
    if (Stray.inSecret(secret).isEmpty() && secret.length() != SECRET) {
      flaws.add(
          new KeyFlaw(
              Kind.SECRET_LENGTH,
              "has a secret of %d characters, and secrets have %d"
                  .formatted(secret.length(), SECRET)));
    }
  }

  private static void token(String id, String token, List<KeyFlaw> flaws) {
    if (id.startsWith("ASIA") && token.isBlank()) {
      flaws.add(
          new KeyFlaw(
              Kind.TOKEN_MISSING,
              "is temporary and has no session token: AWS answers that the security token is"
                  + " invalid"));
    } else if (id.startsWith("AKIA") && !token.isBlank()) {
      flaws.add(
          new KeyFlaw(
              Kind.TOKEN_TOO_MUCH,
              "is a long-term key and a session token stands beside it: AWS answers that the"
                  + " security token is invalid"));
    }
  }

  private static boolean looksLikeSecret(String id) {
    return id.strip().length() == SECRET && Stray.inSecret(id.strip()).isEmpty();
  }

  private static boolean isPlaceholder(String value) {
    return PLACEHOLDER.matcher(value.strip().toLowerCase(Locale.ROOT)).matches();
  }

  private static String which(String id, String secret) {
    return isPlaceholder(id)
        ? "its id"
        : isPlaceholder(secret) ? "its secret" : "its session token";
  }
}
