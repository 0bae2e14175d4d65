package io.outcrop.causes.redact;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What secrets look like. Every pattern reads each character a bounded number of times.
final class SecretPatterns {
  private static final String HIDDEN = "(secret)";

  /// What stands between a name and its value in settings, JSON, JSON in JSON, XML and code.
  private static final String IS = "[\\\\\"']{0,8}+\\s{0,4}+(?:[:=>]|=>)\\s{0,4}+[\\\\\"']{0,8}+";

  private static final Pattern KEY_ID =
      Pattern.compile("(?<![A-Za-z0-9])((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,28}+)(?![A-Za-z0-9])");

  private static final Pattern LONE_SECRET =
      Pattern.compile("(?<![A-Za-z0-9/+=_.-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_.-])");

  /// The named ones first: what they leave, no later pattern changes.
  static final List<SecretPattern> ALL =
      List.of(
          named(
              SecretKind.PRIVATE_KEY,
              "(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.{1,10000}?(?:-----END|\\z)"),
          after(
              SecretKind.SECRET_ACCESS_KEY,
              "(?i)((?:aws[_-]?)?secret[_-]?(?:access[_-]?)?key" + IS + ")",
              "[A-Za-z0-9/+=]{8,200}+(?:\\R["
                  + " \\t|>]{0,40}+[A-Za-z0-9/+=]{1,40}+(?=[\"'\\\\\\s]|\\z))?"),
          after(
              SecretKind.SESSION_TOKEN,
              "(?i)((?:session[_-]?token|security[_-]?token|x-amz-security-token)" + IS + ")",
              "[A-Za-z0-9/+=%_-]{16,8000}+"),
          after(SecretKind.PRESIGNED_SIGNATURE, "(?i)(x-amz-signature=)", "[0-9a-f]{16,128}+"),
          after(
              SecretKind.AUTHORIZATION,
              "(?i)(authorization" + IS + "(?:bearer|basic|token)\\s{1,4}+)",
              "[^\\s\"'\\\\,;(]{4,8000}+"),
          after(
              SecretKind.AUTHORIZATION, "(?i)(\\bbearer\\s{1,4}+)", "[A-Za-z0-9/+=_.-]{24,8000}+"),
          after(SecretKind.AUTHORIZATION, "(\\bSignature=)", "[0-9a-f]{32,128}+"),
          after(
              SecretKind.AUTHORIZATION, "(?i)(x-api-key" + IS + ")", "[A-Za-z0-9/+=_.-]{8,8000}+"),
          named(SecretKind.BEDROCK_API_KEY, "(?<![A-Za-z0-9])ABSK[A-Za-z0-9/+=]{8,2000}+"),
          named(SecretKind.BEDROCK_API_KEY, "\\bbedrock-api-key-[A-Za-z0-9/+=%_.-]{8,8000}+"),
          named(
              SecretKind.OTHER_API_KEY,
              "(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{16,400}+|gh[pousr]_[A-Za-z0-9]{20,200}+"
                  + "|xox[bpars]-[A-Za-z0-9-]{10,200}+)"),
          named(
              SecretKind.SESSION_TOKEN,
              "(?<![A-Za-z0-9/+=])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9/+=%_-]{20,8000}+"),
          named(
              SecretKind.IDENTITY_TOKEN,
              "\\beyJ[A-Za-z0-9_-]{10,4000}+\\.[A-Za-z0-9_-]{10,8000}+(?:\\.[A-Za-z0-9_-]{0,2000}+)?"),
          after(
              SecretKind.ENCODED_MESSAGE,
              "(?i)(encoded\\s(?:authorization\\s)?(?:failure\\s)?message:?\\s{1,4}+)",
              "[A-Za-z0-9_-]{40,20000}+"),
          after(SecretKind.PASSWORD, "(://[^\\s/:@\"']{1,100}+:)", "[^\\s/@\"'(]{1,200}+(?=@)"),
          new SecretPattern(
              SecretKind.SECRET_ACCESS_KEY, LONE_SECRET, SecretPatterns::hideLoneSecret));

  private SecretPatterns() {}

  /// Leaves of every key id the first and last four characters.
  static String maskKeyIds(String text) {
    return KEY_ID
        .matcher(text)
        .replaceAll(found -> {
          var id = found.group(1);
          return id.substring(0, 4) + "…" + id.substring(id.length() - 4);
        });
  }

  private static SecretPattern named(SecretKind kind, String pattern) {
    return new SecretPattern(kind, Pattern.compile(pattern), _ -> HIDDEN);
  }

  private static SecretPattern after(SecretKind kind, String name, String value) {
    return new SecretPattern(
        kind, Pattern.compile(name + "(?:" + value + ")"), found -> found.group(1) + HIDDEN);
  }

  /// Forty characters that are neither a word, nor a number, nor a path, nor a Git commit.
  private static String hideLoneSecret(MatchResult found) {
    var text = found.group();
    var random =
        text.chars().anyMatch(Character::isUpperCase)
            && text.chars().anyMatch(Character::isLowerCase)
            && text.chars().anyMatch(Character::isDigit)
            && text.charAt(0) != '/'
            && text.chars().filter(c -> c == '/').count() <= 4;
    return random ? HIDDEN : text;
  }
}
