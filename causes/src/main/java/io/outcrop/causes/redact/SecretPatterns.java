package io.outcrop.causes.redact;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What secrets look like. Every pattern reads each character a bounded number of times.
final class SecretPatterns {
  /// Quotes as JSON, JSON in JSON, HTML and URLs write them, behind a colour.
  private static final String QUOTE =
      "(?:\u001b\\[[0-9;]{0,8}+m)?+[\\\\\"'`]{0,8}+(?:&quot;|&#34;|%22|u0022){0,2}+";

  /// What stands between a name and its value in settings, JSON, XML, URLs, headers and code.
  private static final String IS =
      QUOTE
          + "[\\])]{0,2}+\\s{0,4}+(?:[:=>]|=>|,(?=\\s?[\"'])|%3[ADad]|\\\\u003[ad])\\s{0,4}+b?"
          + QUOTE;

  private static final String BASE64 = "[A-Za-z0-9/+=_%\\\\-]";

  /// The next line of a value, behind what mail and boxes put there; nothing else stands in it.
  private static final String NEXT_LINE = "=?\\R[ \\t|>\u2502]{0,40}+[A-Za-z0-9/+_-]";

  private static final String LINE_ENDS =
      "={0,2}+(?=[\"'\\\\,]|[ \\t]{0,40}+(?:[|\u2502][ \\t]{0,40}+)?(?:\\R|\\z))";

  /// A value that goes on in the next lines.
  private static final String WRAPPED =
      "(?:"
          + NEXT_LINE
          + "{40,400}+"
          + LINE_ENDS
          + "){0,200}+(?:"
          + NEXT_LINE
          + "{1,400}+"
          + LINE_ENDS
          + ")?+";

  static final List<SecretPattern> ALL =
      List.of(
          shaped(
              SecretKind.PRIVATE_KEY,
              "(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.{1,10000}?(?:-----END|\\z)"),
          named(
              SecretKind.SECRET_ACCESS_KEY,
              "(?:aws[_.-]?)?secret[_ -]?(?:access[_ -]?)?key",
              "(?:"
                  + BASE64
                  + "{16,39}+"
                  + NEXT_LINE
                  + "{1,24}+"
                  + LINE_ENDS
                  + "|"
                  + BASE64
                  + "{16,400}+)"),
          named(
              SecretKind.SESSION_TOKEN,
              "session[_-]?token|security[_-]?token|x-amz-security-token",
              BASE64 + "{16,8000}+" + WRAPPED),
          named(
              SecretKind.BEDROCK_API_KEY,
              "aws_bearer_token_bedrock",
              BASE64 + "{8,8000}+" + WRAPPED),
          named(
              SecretKind.PRESIGNED_SIGNATURE,
              "x-amz-signature(?==|%3[Dd]|\\\\u003d)",
              "[0-9a-f]{16,128}+"),
          pattern(
              SecretKind.AUTHORIZATION,
              "(?i)authorization"
                  + IS
                  + "(?:bearer|basic|token)\\s{1,4}+(?<secret>[^\\s\"'\\\\,;(<]{4,8000}+)"),
          pattern(
              SecretKind.AUTHORIZATION,
              "(?i)\\bbearer(?:\\s|%20){1,4}+(?<secret>[A-Za-z0-9/+=_.-]{20,8000}+)",
              SecretPatterns::isMixed),
          pattern(SecretKind.AUTHORIZATION, "\\bSignature=(?<secret>[0-9a-f]{32,128}+)"),
          pattern(
              SecretKind.AUTHORIZATION,
              "\\bSignature:\\s{1,4}+(?<secret>[0-9a-f]{64})(?![0-9a-f])"),
          named(
              SecretKind.AUTHORIZATION,
              "x-api-key|x-goog-api-key|x-amz-sso_bearer_token|aws_container_authorization_token",
              BASE64 + "{8,8000}+"),
          named(
              SecretKind.COOKIE,
              "(?<![A-Za-z])(?:set-)?cookie",
              "[^\\s\"'\\\\(][^\\r\\n\"'\\\\]{7,4000}+"),
          shaped(
              SecretKind.BEDROCK_API_KEY, "(?<![A-Za-z0-9])ABSK[A-Za-z0-9/+=]{8,2000}+" + WRAPPED),
          shaped(
              SecretKind.BEDROCK_API_KEY,
              "(?<![A-Za-z0-9])bedrock-api-key-[A-Za-z0-9/+=%_.-]{8,8000}+" + WRAPPED),
          shaped(
              SecretKind.OTHER_API_KEY,
              "(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{16,400}+|gh[pousr]_[A-Za-z0-9]{20,200}+"
                  + "|github_pat_[A-Za-z0-9_]{20,200}+|glpat-[A-Za-z0-9_-]{16,100}+"
                  + "|xox[bpars]-[A-Za-z0-9-]{10,200}+|hf_[A-Za-z0-9]{20,100}+"
                  + "|AIza[A-Za-z0-9_-]{30,60}+)"),
          pattern(
              SecretKind.OTHER_API_KEY,
              "(?i)(?:api[_-]?key|master[_-]?key|auth[_-]?token)"
                  + IS
                  + "(?<secret>[A-Za-z0-9/+=_.-]{12,400}+)",
              SecretPatterns::isMixed),
          shaped(
              SecretKind.SESSION_TOKEN,
              "(?<![A-Za-z0-9/+=])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz)"
                  + BASE64
                  + "{20,8000}+"
                  + WRAPPED),
          shaped(
              SecretKind.IDENTITY_TOKEN,
              "(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,4000}+\\.[A-Za-z0-9_-]{10,8000}+(?:\\.[A-Za-z0-9_-]{0,2000}+)?"),
          pattern(
              SecretKind.IDENTITY_TOKEN,
              "(?i)(?:access|refresh|id|web[_-]?identity)[_-]?token"
                  + IS
                  + "(?<secret>[A-Za-z0-9/+=_.%-]{20,8000}+)",
              SecretPatterns::isMixed),
          pattern(
              SecretKind.ENCODED_MESSAGE,
              "(?i)encoded\\s(?:authorization\\s)?(?:failure\\s)?message:?\\s{1,4}+"
                  + "(?<secret>[A-Za-z0-9_-]{40,20000}+"
                  + WRAPPED
                  + ")"),
          pattern(
              SecretKind.PASSWORD, "://[^\\s/:@\"']{1,100}+:(?<secret>[^\\s/@\"'(]{1,200}+)(?=@)"),
          pattern(
              SecretKind.PASSWORD,
              "(?i)(?:password|passwd|client[_-]?secret)[\\\\\"']{0,8}+\\s{0,4}+[:=]\\s{0,4}+"
                  + "(?:(?<=[=]\\s{0,4})|(?=[\\\\\"']))[\\\\\"']{0,8}+(?<secret>[^\\s\"'\\\\,;(&]{4,200}+)"),
          pattern(
              SecretKind.SECRET_ACCESS_KEY,
              "(?<![A-Za-z0-9/+=_.-])(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_.-])",
              SecretPatterns::isLoneSecret));

  private SecretPatterns() {}

  private static SecretPattern shaped(SecretKind kind, String shape) {
    return pattern(kind, "(?<secret>" + shape + ")");
  }

  private static SecretPattern named(SecretKind kind, String name, String value) {
    return pattern(
        kind,
        "(?i)(?:" + name + ")" + IS + "(?<secret>" + value + ")",
        secret -> secret.length() == 40 || isMixed(secret));
  }

  private static SecretPattern pattern(SecretKind kind, String pattern) {
    return pattern(kind, pattern, _ -> true);
  }

  private static SecretPattern pattern(
      SecretKind kind, String pattern, Predicate<String> isSecret) {
    return new SecretPattern(kind, Pattern.compile(pattern), isSecret);
  }

  /// Letters and digits: words alone, and numbers alone, are no keys.
  private static boolean isMixed(String text) {
    var letters = false;
    var digits = false;
    for (var i = 0; i < text.length(); i++) {
      letters |= Character.isLetter(text.charAt(i));
      digits |= Character.isDigit(text.charAt(i));
    }
    return letters && digits;
  }

  /// Forty characters that are neither a word, nor a number, nor a path, nor a Git commit.
  private static boolean isLoneSecret(String text) {
    return text.chars().anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isDigit)
        && text.charAt(0) != '/'
        && text.chars().filter(c -> c == '/').count() <= 4;
  }
}
