package io.outcrop.cloud.credentials;

import io.outcrop.aws.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a Bedrock API key belongs to, as far as its own text says. Source: Amazon Bedrock User
/// Guide, "API keys"; aws/aws-bedrock-token-generator-java, read 2026-11.
public sealed interface ApiKeyOwner {
  /// A user who was made for the key.
  record User(String account, String name) implements ApiKeyOwner {}

  /// Whoever signed it with an access key.
  ///
  /// @param keyId the access key's id
  /// @param region the only region in which it holds
  /// @param until when it ends at the latest
  record Signer(String keyId, String region, Instant until) implements ApiKeyOwner {}

  /// The text does not say.
  record Unknown(String why) implements ApiKeyOwner {}

  /// The owner of `key`. Nobody is asked.
  static ApiKeyOwner of(Secret key) {
    var text = key.reveal().strip();
    if (text.startsWith(Texts.LONG_TERM)) {
      return Texts.longTerm(Texts.decoded(text.substring(Texts.LONG_TERM.length())));
    }
    return text.startsWith(Texts.SHORT_TERM)
        ? Texts.shortTerm(Texts.decoded(text.substring(Texts.SHORT_TERM.length())))
        : new Unknown("it begins neither with `ABSK` nor with `bedrock-api-key-`");
  }

  /// The two forms of keys.
  final class Texts {
    private static final String LONG_TERM = "ABSK";
    private static final String SHORT_TERM = "bedrock-api-key-";
    private static final Pattern USER = Pattern.compile("(.+)-at-(\\d{12}):.*", Pattern.DOTALL);
    private static final DateTimeFormatter BASIC =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Texts() {}

    private static ApiKeyOwner longTerm(String text) {
      var matcher = USER.matcher(text);
      return matcher.matches()
          ? new User(matcher.group(2), matcher.group(1))
          : new Unknown("it is no long-term key: its text names no user and account");
    }

    private static ApiKeyOwner shortTerm(String url) {
      var query = query(url);
      var scope = query.getOrDefault("X-Amz-Credential", "").split("/", -1);
      var until = until(query);
      return scope.length == 5 && until.isPresent()
          ? new Signer(scope[0], scope[2], until.get())
          : new Unknown("it is no short-term key: it holds no presigned request");
    }

    private static Optional<Instant> until(Map<String, String> query) {
      try {
        var signed = BASIC.parse(query.getOrDefault("X-Amz-Date", ""), Instant::from);
        var seconds = Long.parseLong(query.getOrDefault("X-Amz-Expires", ""));
        return Optional.of(signed.plus(Duration.ofSeconds(seconds)));
      } catch (DateTimeException | NumberFormatException _) {
        return Optional.empty();
      }
    }

    private static Map<String, String> query(String url) {
      var query = new HashMap<String, String>();
      for (var pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
        var equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
      return query;
    }

    private static String decoded(String encoded) {
      try {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        return "";
      }
    }
  }
}
