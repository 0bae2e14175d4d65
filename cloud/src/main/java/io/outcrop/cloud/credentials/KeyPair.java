package io.outcrop.cloud.credentials;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.key.KeyCheck;
import io.outcrop.cloud.key.KeyFlaw;
import java.time.Instant;
import java.util.Optional;

/// Access keys as they stand somewhere.
///
/// @param place the source's name
/// @param names the names of id and secret there
/// @param id the id, white space and all; empty if it is not set; `secret` and `token` likewise
/// @param until when they end, as the place states it
record KeyPair(
    String place, Names names, String id, String secret, String token, Optional<Instant> until) {

  /// What id and secret are called.
  record Names(String id, String secret) {
    static final Names VARIABLES = new Names("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    static final Names PROPERTIES = new Names("aws_access_key_id", "aws_secret_access_key");
  }

  /// What the place offers at `now`.
  Offer offer(Instant now) {
    if (id.isBlank() && secret.isBlank()) {
      return Offer.empty(place, "`" + names.id() + "` is not set");
    }
    if (id.isBlank() || secret.isBlank()) {
      var missing = id.isBlank() ? names.id() : names.secret();
      var there = id.isBlank() ? names.secret() : names.id();
      return Offer.broken(
          place,
          id.isBlank() ? Trouble.ID_MISSING : Trouble.SECRET_MISSING,
          "`%s` is set and `%s` is not".formatted(there, missing),
          "# set `" + missing + "` beside `" + there + "`, or take that away");
    }
    return new Offer.Some(
        place,
        new Credentials.Keys(
            new AccessKeyId(id.strip()), Secret.of(secret.strip()), Secret.of(token.strip())),
        words(now));
  }

  private String words(Instant now) {
    var key = new AccessKeyId(id.strip());
    var kind = key.isTemporary() ? "temporary key " : "key ";
    var with = token.isBlank() ? ", secret set" : ", secret and session token set";
    var ends = until.map(end -> (end.isBefore(now) ? ", ended at " : ", until ") + end).orElse("");
    return kind + key.masked() + with + ends + flaws();
  }

  private String flaws() {
    var flaws = KeyCheck.flaws(id, secret, token);
    return flaws.isEmpty()
        ? ""
        : "; it " + String.join("; it ", flaws.stream().map(KeyFlaw::text).toList());
  }
}
