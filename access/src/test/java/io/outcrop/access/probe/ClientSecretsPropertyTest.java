package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the layout, and wherever somebody put a secret by mistake: no part of it comes out.
final class ClientSecretsPropertyTest {
  private static final int LAYOUTS = 300;
  private static final int WINDOW = 8;
  private static final String ALPHABET =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";

  /// Where keys are meant to stand, and where they end up.
  private static final List<String> VARIABLES =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_SECURITY_TOKEN",
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_REGION",
          "AWS_DEFAULT_REGION",
          "AWS_ENDPOINT_URL",
          "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
          "AWS_CREDENTIAL_EXPIRATION",
          "AWS_USE_FIPS_ENDPOINT",
          "ANTHROPIC_API_KEY");

  private static final List<String> PROPERTIES =
      List.of(
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
          "region",
          "expiration",
          "role_arn",
          "duration_seconds",
          "endpoint_url",
          "credential_process = /bin/echo");

  private final Random random = new Random(20261128);
  private final List<String> secrets = new ArrayList<>();

  @Test
  void noPartOfASecretComesOut(@TempDir Path temp) throws IOException {
    for (var i = 0; i < LAYOUTS; i++) {
      secrets.clear();
      var layout = layout();
      var side = layout.in(temp.resolve("n" + i));
      for (var client : Layout.clients()) {
        var reading = Reading.of(side.with(client), layout.profile());
        var said = reading.lines() + " " + reading;
        for (var secret : secrets) {
          for (var at = 0; at + WINDOW <= secret.length(); at++) {
            var found = said.indexOf(secret.substring(at, at + WINDOW));
            assertThat(found < 0 ? "" : said.substring(Math.max(0, found - 160), found + WINDOW))
                .as("layout %d of seed 20261128, as %s", i, client.id())
                .isEmpty();
          }
        }
      }
    }
  }

  private Layout layout() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    VARIABLES.forEach(name -> {
      if (random.nextInt(4) == 0) {
        environment.put(name, value());
      }
    });
    if (random.nextInt(4) == 0) {
      environment.put("AWS_PROFILE", "dev");
    }
    Map<String, Json> files = new LinkedHashMap<>();
    files.put("~/.aws/credentials", Json.of(file("[default]", "[dev]")));
    files.put("~/.aws/config", Json.of(file("[default]", "[profile dev]")));
    files.put(".env", Json.of(envFile()));
    return new Layout(environment, files, Map.of(), "");
  }

  private String file(String... headings) {
    var text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
    for (var heading : headings) {
      if (random.nextInt(8) > 0) {
        text.append(random.nextInt(12) == 0 ? heading.replace("]", "") : heading).append("\n");
      }
      for (var property : PROPERTIES) {
        if (random.nextInt(4) == 0) {
          text.append(random.nextInt(8) == 0 ? "  " : "")
              .append(property)
              .append(property.contains("=") ? " --token " : " = ")
              .append(value())
              .append(random.nextInt(8) == 0 ? " # " + secret() : "")
              .append("\n");
        }
      }
      if (random.nextInt(6) == 0) {
        text.append(secret()).append(random.nextBoolean() ? "" : "=").append("\n");
      }
    }
    return text.toString();
  }

  private String envFile() {
    var text = new StringBuilder();
    for (var name : VARIABLES) {
      if (random.nextInt(5) == 0) {
        text.append(name).append("=").append(value()).append("\n");
      }
    }
    return text.toString();
  }

  private String value() {
    var secret = secret();
    return switch (random.nextInt(8)) {
      case 0 -> "\"" + secret + "\"";
      case 1 -> secret + " ";
      case 2 -> "ABSK" + secret;
      case 3 -> "bedrock-api-key-" + secret;
      case 4 -> "https://" + secret.replace('/', 'a').replace('+', 'b') + ":pw@host.example/";
      case 5 -> secret.substring(0, 20) + "\t" + secret.substring(20);
      default -> secret;
    };
  }

  private String secret() {
    var text = new StringBuilder();
    for (var i = 0; i < 40; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    secrets.add(text.toString());
    secrets.add(text.toString().replace('/', 'a').replace('+', 'b'));
    return text.toString();
  }
}
