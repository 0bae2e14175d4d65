package io.outcrop.cloud.client;

import io.outcrop.aws.AccessKeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Finds the hints of one client side.
final class Hints {
  private static final List<String> WITHOUT_SPACE =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_PROFILE",
          "AWS_REGION",
          "AWS_DEFAULT_REGION",
          "BEDROCK_MODEL_ID");

  private final Variables variables;
  private final AwsFiles files;
  private final Setting profile;
  private final List<Hint> found = new ArrayList<>();

  Hints(Variables variables, AwsFiles files, Setting profile) {
    this.variables = variables;
    this.files = files;
    this.profile = profile;
  }

  List<Hint> all() {
    variables.envFile().warnings().forEach(text -> add(Hint.Kind.ENV_FILE_IGNORED, text));
    files.problems().forEach(text -> add(Hint.Kind.FILE_UNREADABLE, text));
    regions();
    keys("the environment", name -> variables.inEnvironment(name).value());
    keys("`.env`", name -> variables.inEnvFile(name).value());
    profileKeys();
    apiKey();
    beside();
    space();
    shadowed();
    serviceEndpoint();
    return List.copyOf(found);
  }

  private void regions() {
    var region = variables.get("AWS_REGION");
    var fallback = variables.get("AWS_DEFAULT_REGION");
    if (fallback.isSet() && !region.isSet()) {
      add(
          Hint.Kind.ONLY_DEFAULT_REGION,
          "only `AWS_DEFAULT_REGION` is set (%s): boto3 and the AWS CLI read it, the Java and JavaScript SDKs read `AWS_REGION` alone"
              .formatted(fallback.origin()));
    } else if (region.isSet() && !fallback.isSet() && !profileHas("region")) {
      add(
          Hint.Kind.ONLY_AWS_REGION,
          "only `AWS_REGION` is set (%s): the Java and JavaScript SDKs and version 2 of the AWS CLI read it, boto3 reads `AWS_DEFAULT_REGION` alone"
              .formatted(region.origin()));
    } else if (region.isSet()
        && !region.value().strip().equals(fallback.value().strip())
        && fallback.isSet()) {
      add(
          Hint.Kind.REGIONS_DIFFER,
          "`AWS_REGION` is `%s` and `AWS_DEFAULT_REGION` is `%s`: the Java and JavaScript SDKs use the first, boto3 the second"
              .formatted(region.value().strip(), fallback.value().strip()));
    }
  }

  private void keys(String place, Function<String, String> value) {
    pair(
        place,
        value.apply("AWS_ACCESS_KEY_ID"),
        value.apply("AWS_SECRET_ACCESS_KEY"),
        value.apply("AWS_SESSION_TOKEN"));
  }

  private void profileKeys() {
    var name = profile.isSet() ? profile.value() : "default";
    files
        .profile(name)
        .ifPresent(read ->
            pair(
                read.toString(),
                read.property("aws_access_key_id"),
                read.property("aws_secret_access_key"),
                read.property("aws_session_token")));
  }

  private void pair(String place, String id, String secret, String token) {
    if (id.isBlank() != secret.isBlank()) {
      var missing = id.isBlank() ? "the access key id" : "the secret access key";
      add(Hint.Kind.HALF_KEYS, place + " holds half of a key: " + missing + " is missing");
    }
    if (id.isBlank()) {
      return;
    }
    var key = new AccessKeyId(id.strip());
    if (key.isTemporary() && token.isBlank()) {
      add(
          Hint.Kind.TEMPORARY_WITHOUT_TOKEN,
          "key %s of %s is temporary and has no session token: AWS answers that the security token is invalid"
              .formatted(key.masked(), place));
    } else if (key.id().startsWith("AKIA") && !token.isBlank()) {
      add(
          Hint.Kind.TOKEN_WITH_LONG_TERM_KEY,
          "key %s of %s is a long-term key and a session token stands beside it: AWS answers that the security token is invalid"
              .formatted(key.masked(), place));
    }
  }

  private void apiKey() {
    var apiKey = variables.get("AWS_BEARER_TOKEN_BEDROCK");
    if (!apiKey.isSet()) {
      return;
    }
    var value = apiKey.value().strip();
    if (!value.startsWith("ABSK") && !value.startsWith("bedrock-api-key-")) {
      add(
          Hint.Kind.API_KEY_SHAPE,
          "`AWS_BEARER_TOKEN_BEDROCK` (%s) begins neither with `ABSK` nor with `bedrock-api-key-`, as Bedrock API keys do"
              .formatted(apiKey.origin()));
    }
    if (variables.get("AWS_ACCESS_KEY_ID").isSet() || profile.isSet()) {
      add(
          Hint.Kind.API_KEY_SHADOWS,
          "`AWS_BEARER_TOKEN_BEDROCK` (%s) wins over every other credential for calls to Bedrock"
              .formatted(apiKey.origin()));
    }
  }

  private void beside() {
    if (profile.isSet()
        && !profile.origin().equals("--profile")
        && variables.get("AWS_ACCESS_KEY_ID").isSet()
        && variables.get("AWS_SECRET_ACCESS_KEY").isSet()) {
      add(
          Hint.Kind.PROFILE_BESIDE_KEYS,
          "`AWS_PROFILE` is `%s` and access keys are set too: the Java SDK and boto3 use the keys, the JavaScript SDK the profile"
              .formatted(profile.value()));
    }
  }

  private void space() {
    for (var name : WITHOUT_SPACE) {
      var setting = variables.get(name);
      if (setting.value().chars().anyMatch(Character::isWhitespace)) {
        add(
            Hint.Kind.STRAY_SPACE,
            "`%s` (%s) has white space or a line break in it: the Java SDK cuts it off the ends of keys, boto3 and the JavaScript SDK send it"
                .formatted(name, setting.origin()));
      }
    }
  }

  private void shadowed() {
    for (var name : EnvFile.NAMES.stream().sorted().toList()) {
      var below = variables.inEnvFile(name);
      var above = variables.inEnvironment(name);
      if (above.isSet() && below.isSet() && !above.value().equals(below.value())) {
        add(
            Hint.Kind.ENV_FILE_SHADOWED,
            "`%s` of `.env` has no effect: the environment sets another value".formatted(name));
      }
    }
  }

  private void serviceEndpoint() {
    for (var name : List.of("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK")) {
      if (variables.inEnvironment(name).isSet()) {
        add(
            Hint.Kind.SERVICE_ENDPOINT,
            "`%s` is set: AWS's clients send that service's calls there, Outcrop does not"
                .formatted(name));
      }
    }
  }

  private boolean profileHas(String property) {
    return files
        .profile(profile.isSet() ? profile.value() : "default")
        .filter(read -> read.has(property))
        .isPresent();
  }

  private void add(Hint.Kind kind, String text) {
    found.add(new Hint(kind, text));
  }
}
