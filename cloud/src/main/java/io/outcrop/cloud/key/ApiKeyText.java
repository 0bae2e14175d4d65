package io.outcrop.cloud.key;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a Bedrock API key says about itself. A long-term key holds the name of its user; a
/// short-term key is a signed request, which holds region, time and life of its signature. Source:
/// Amazon Bedrock User Guide, "API keys"; the keys that `@aws/bedrock-token-generator` makes, read
/// 2026-11.
public sealed interface ApiKeyText {
  /// A long-term key.
  ///
  /// @param user the IAM user behind it; empty if it cannot be read
  /// @param account that user's account; empty if it cannot be read
  record LongTerm(String user, String account) implements ApiKeyText {}

  /// A short-term key.
  ///
  /// @param region where it was made, and only where it is good for something
  /// @param until when it ends at the latest; its signer's session may end before
  record ShortTerm(String region, Instant until) implements ApiKeyText {}

  /// A Bedrock key by its beginning, and damaged.
  record Damaged(String why) implements ApiKeyText {}

  /// A key of somebody else.
  ///
  /// @param whose `Anthropic`, `OpenAI`, `AWS IAM`; empty if that is not known
  record Foreign(String whose) implements ApiKeyText {}

  /// Reads `key`.
  static ApiKeyText of(String key) {
    var stripped = key.strip();
    if (stripped.startsWith("ABSK")) {
      return Reading.longTerm(stripped.substring("ABSK".length()));
    }
    return stripped.startsWith("bedrock-api-key-")
        ? Reading.shortTerm(stripped.substring("bedrock-api-key-".length()))
        : new Foreign(Reading.vendor(stripped));
  }

  /// How the kinds are read.
  final class Reading {
    private static final Pattern OWNER = Pattern.compile("(.+)-at-([0-9]{12}):.+", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("[?&](X-Amz-[A-Za-z]+)=([^&]*)");
    private static final DateTimeFormatter BASIC =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Map<String, String> VENDORS =
        Map.of(
            "sk-ant-", "Anthropic",
            "sk-", "OpenAI",
            "AKIA", "AWS IAM",
            "ASIA", "AWS IAM",
            "AIza", "Google");

    private Reading() {}

    private static ApiKeyText longTerm(String encoded) {
      var text = decoded(encoded);
      if (text.isEmpty()) {
        return new Damaged("what follows `ABSK` is no Base64: the key is cut off or has grown");
      }
      var owner = OWNER.matcher(text.get());
      return owner.matches() ? new LongTerm(owner.group(1), owner.group(2)) : new LongTerm("", "");
    }

    private static ApiKeyText shortTerm(String encoded) {
      var text = decoded(encoded);
      if (text.isEmpty()) {
        return new Damaged(
            "what follows `bedrock-api-key-` is no Base64: the key is cut off or has grown");
      }
      var credential = parameter(text.get(), "X-Amz-Credential").replace("%2F", "/").split("/", -1);
      var end = end(text.get());
      return credential.length == 5 && end.isPresent()
          ? new ShortTerm(credential[2], end.get())
          : new Damaged("it holds no whole signature: the key is cut off");
    }

    private static Optional<Instant> end(String text) {
      try {
        var made = LocalDateTime.parse(parameter(text, "X-Amz-Date"), BASIC);
        var life = Duration.ofSeconds(Long.parseLong(parameter(text, "X-Amz-Expires")));
        return Optional.of(made.toInstant(ZoneOffset.UTC).plus(life));
      } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
        return Optional.empty();
      }
    }

    private static String parameter(String text, String name) {
      var parameters = PARAMETER.matcher(text);
      while (parameters.find()) {
        if (parameters.group(1).equals(name)) {
          return parameters.group(2);
        }
      }
      return "";
    }

    private static String vendor(String key) {
      return VENDORS.entrySet().stream()
          .filter(entry -> key.startsWith(entry.getKey()))
          .max((one, other) -> Integer.compare(one.getKey().length(), other.getKey().length()))
          .map(Map.Entry::getValue)
          .orElse("");
    }

    private static Optional<String> decoded(String encoded) {
      try {
        return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  }
}
