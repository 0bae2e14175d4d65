package io.outcrop.cloud.inspection;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.inspection.Hint.Kind;
import io.outcrop.cloud.key.Instants;
import io.outcrop.cloud.key.KeyCheck;
import io.outcrop.cloud.key.KeyFlaw;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is wrong with access keys, wherever they stand.
final class KeyHints {
  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
  private static final String TOKEN = "AWS_SESSION_TOKEN";

  private final Looking looking;

  private KeyHints(Looking looking) {
    this.looking = looking;
  }

  static void add(Looking looking) {
    var hints = new KeyHints(looking);
    hints.variables("environment", "the environment", looking.variables()::inEnvironment);
    hints.variables(".env", "`.env`", looking.variables()::inEnvFile);
    hints.mixed();
    looking.profile().ifPresent(hints::profile);
    hints.oldToken();
  }

  /// A key as it stands somewhere.
  ///
  /// @param source as the search names it
  /// @param place for a person
  /// @param where the id, the secret and the token, each with its line
  private record Key(
      String source,
      String place,
      String id,
      String secret,
      String token,
      String end,
      List<String> where) {}

  private void variables(String source, String place, Function<String, Setting> variable) {
    check(
        new Key(
            source,
            place,
            variable.apply(ID).value(),
            variable.apply(SECRET).value(),
            variable.apply(TOKEN).value(),
            variable.apply("AWS_CREDENTIAL_EXPIRATION").value(),
            Stream.of(ID, SECRET, TOKEN)
                .map(name -> "`" + name + "` (" + variable.apply(name).whence() + ")")
                .toList()));
  }

  private void profile(AwsProfile profile) {
    var end =
        Stream.of("aws_expiration", "expiration", "x_security_token_expires")
            .map(profile::property)
            .filter(text -> !text.isEmpty())
            .findFirst();
    check(
        new Key(
            profile.toString(),
            profile.toString(),
            profile.property("aws_access_key_id"),
            profile.property("aws_secret_access_key"),
            profile.property("aws_session_token"),
            end.orElse(""),
            Stream.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
                .map(name -> "`" + name + "` (" + profile.place(name) + ")")
                .toList()));
  }

  private void check(Key key) {
    if (key.id().isBlank() != key.secret().isBlank()) {
      var missing = key.id().isBlank() ? "the access key id" : "the secret access key";
      looking.add(
          Kind.HALF_KEYS,
          key.place() + " holds half of a key: " + missing + " is missing",
          key.source());
    }
    if (key.id().isBlank() || key.secret().isBlank()) {
      return;
    }
    for (var flaw : KeyCheck.flaws(key.id(), key.secret(), key.token())) {
      looking.add(
          kind(flaw.kind()),
          "key %s of %s %s%s"
              .formatted(masked(key.id()), key.place(), flaw.text(), meaning(flaw, key)),
          key.source(),
          help(flaw.kind(), key));
    }
    Instants.read(key.end())
        .filter(end -> end.isBefore(looking.now()))
        .ifPresent(end ->
            looking.add(
                Kind.KEYS_ENDED,
                "key %s of %s ended at %s, as is written beside it"
                    .formatted(masked(key.id()), key.place(), end),
                key.source(),
                "# get new keys where these came from, and write them to " + key.place()));
  }

  private static String help(KeyFlaw.Kind kind, Key key) {
    var id = key.where().get(0);
    var secret = key.where().get(1);
    var token = key.where().get(2);
    return switch (kind) {
      case PLACEHOLDER -> "# put the key itself into %s and %s".formatted(id, secret);
      case SWAPPED -> "# exchange the values of %s and %s".formatted(id, secret);
      case STRAY_IN_ID -> "# enter the id anew, without it: " + id;
      case STRAY_IN_SECRET, SECRET_LENGTH -> "# enter the secret anew, all of it: " + secret;
      case STRAY_IN_TOKEN -> "# enter the session token anew, in one piece: " + token;
      case ID_OF_NO_KEY, ID_SHAPE -> "# put the id of an access key into " + id;
      case TOKEN_MISSING -> "# set the session token that came with the key, beside " + id;
      case TOKEN_TOO_MUCH ->
          key.source().equals("environment")
              ? "unset " + TOKEN
              : "# take the session token out: " + token;
    };
  }

  /// Who sends white space at the ends.
  private static String meaning(KeyFlaw flaw, Key key) {
    var variable = key.source().equals("environment") || key.source().equals(".env");
    return variable && flaw.text().contains(" around its ")
        ? ": the Java SDK cuts it off, boto3 and the JavaScript SDK send it and AWS refuses it"
        : "";
  }

  private static Kind kind(KeyFlaw.Kind kind) {
    return switch (kind) {
      case PLACEHOLDER -> Kind.PLACEHOLDER;
      case SWAPPED -> Kind.KEYS_SWAPPED;
      case STRAY_IN_ID, STRAY_IN_TOKEN -> Kind.STRAY_IN_KEY;
      case STRAY_IN_SECRET -> Kind.STRAY_IN_SECRET;
      case ID_OF_NO_KEY, ID_SHAPE -> Kind.ID_OF_NO_KEY;
      case SECRET_LENGTH -> Kind.SECRET_LENGTH;
      case TOKEN_MISSING -> Kind.TEMPORARY_WITHOUT_TOKEN;
      case TOKEN_TOO_MUCH -> Kind.TOKEN_WITH_LONG_TERM_KEY;
    };
  }

  /// A program that loads `.env` fills up what the environment lacks.
  private void mixed() {
    var id = looking.variables().inEnvironment(ID);
    var secret = looking.variables().inEnvironment(SECRET);
    var lower = looking.variables().inEnvFile(id.isSet() ? SECRET : ID);
    if (id.isSet() != secret.isSet() && lower.isSet()) {
      looking.add(
          Kind.HALF_KEYS,
          "the environment sets `%s` and `.env` sets `%s` (%s): a program that loads `.env` makes one key of two halves"
              .formatted(id.isSet() ? ID : SECRET, lower.name(), lower.whence()),
          lower.whence());
    }
    var token = looking.variables().inEnvFile(TOKEN);
    if (id.isSet()
        && secret.isSet()
        && token.isSet()
        && !looking.variables().inEnvironment(TOKEN).isSet()) {
      looking.add(
          Kind.TOKEN_WITH_LONG_TERM_KEY,
          "`.env` sets `%s` (%s) beside the environment's key %s: a program that loads `.env` sends both, and AWS refuses them"
              .formatted(TOKEN, token.whence(), masked(id.value())),
          token.whence());
    }
  }

  private void oldToken() {
    var old = looking.variables().inEnvironment("AWS_SECURITY_TOKEN");
    var token = looking.variables().inEnvironment(TOKEN);
    if (old.isSet() && !old.value().equals(token.value())) {
      looking.add(
          Kind.OLD_TOKEN,
          "`AWS_SECURITY_TOKEN` is set: boto3 and the AWS CLI use it before `AWS_SESSION_TOKEN`,"
              + " the others pass over it",
          "environment",
          "unset AWS_SECURITY_TOKEN");
    }
  }

  private static String masked(String id) {
    return new AccessKeyId(id.strip()).masked();
  }
}
