package io.outcrop.cloud.credentials;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;

/// Access keys as they stand somewhere.
final class KeyPair {
  private KeyPair() {}

  static Offer offer(
      String place, String idName, String secretName, String id, String secret, String token) {
    if (id.isBlank() && secret.isBlank()) {
      return Offer.empty(place, "`" + idName + "` is not set");
    }
    if (id.isBlank() || secret.isBlank()) {
      return Offer.broken(
          place,
          "`%s` is set and `%s` is not"
              .formatted(id.isBlank() ? secretName : idName, id.isBlank() ? idName : secretName));
    }
    var key = new AccessKeyId(id.strip());
    return new Offer.Some(
        place,
        new Credentials.Keys(key, Secret.of(secret.strip()), Secret.of(token.strip())),
        words(key, !token.isBlank()) + space(id, secret, token));
  }

  private static String words(AccessKeyId key, boolean hasToken) {
    var kind = key.isTemporary() ? "temporary key " : "key ";
    var token = hasToken ? ", secret and session token set" : ", secret set";
    var lack = key.isTemporary() && !hasToken ? ", session token missing" : "";
    return kind + key.masked() + token + lack;
  }

  private static String space(String... values) {
    var around = false;
    for (var value : values) {
      if (value.strip().chars().anyMatch(Character::isWhitespace)) {
        return "; there is white space or a line break inside, and AWS will refuse it";
      }
      around |= !value.isBlank() && !value.equals(value.strip());
    }
    return around
        ? "; there is white space or a line break around it: the Java SDK cuts it off, boto3 and"
            + " the JavaScript SDK send it and AWS refuses it"
        : "";
  }
}
