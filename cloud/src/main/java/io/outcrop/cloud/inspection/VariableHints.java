package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.EnvFile;
import io.outcrop.cloud.client.UserClient.Habit;
import io.outcrop.cloud.inspection.Hint.Kind;
import io.outcrop.cloud.key.Stray;
import java.util.List;

/// Variables that contradict each other, or hold what they cannot.
final class VariableHints {
  private static final List<String> WORDS =
      List.of("AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "BEDROCK_MODEL_ID");

  private VariableHints() {}

  static void add(Looking looking) {
    beside(looking);
    words(looking);
    shadowed(looking);
    names(looking);
  }

  private static void beside(Looking looking) {
    var profile = looking.settings().profile();
    if (!profile.isSet()
        || profile.origin().equals("--profile")
        || !looking.variables().get("AWS_ACCESS_KEY_ID").isSet()
        || !looking.variables().get("AWS_SECRET_ACCESS_KEY").isSet()) {
      return;
    }
    var client = looking.userClient();
    if (looking.profile().isEmpty()) {
      if (!client.isSaid()) {
        looking.add(
            Kind.PROFILE_BESIDE_KEYS,
            "`AWS_PROFILE` (%s) names a profile that is not there, and access keys are set too: the Java SDK uses the keys, boto3 and the JavaScript SDK fail"
                .formatted(profile.whence()),
            profile.whence(),
            "unset AWS_PROFILE");
      }
      return;
    }
    var uses =
        client.has(Habit.NAMED_PROFILE_SKIPS_ENVIRONMENT)
            ? client.name() + " uses the profile"
            : client.isSaid()
                ? client.name() + " uses the keys"
                : "the Java SDK and boto3 use the keys, the JavaScript SDK the profile";
    looking.add(
        Kind.PROFILE_BESIDE_KEYS,
        "`AWS_PROFILE` (%s) is `%s` and access keys are set too: %s"
            .formatted(profile.whence(), profile.value(), uses),
        profile.whence());
  }

  private static void words(Looking looking) {
    for (var name : WORDS) {
      var setting = looking.variables().get(name);
      Stray.inWord(setting.value())
          .ifPresent(one ->
              looking.add(
                  Kind.STRAY_SPACE,
                  "`%s` (%s) has %s".formatted(name, setting.whence(), one.in("it")),
                  setting.whence()));
    }
  }

  private static void shadowed(Looking looking) {
    for (var name : EnvFile.NAMES.stream().sorted().toList()) {
      var below = looking.variables().inEnvFile(name);
      var above = looking.variables().inEnvironment(name);
      if (above.isSet() && below.isSet() && !above.value().equals(below.value())) {
        looking.add(
            Kind.ENV_FILE_SHADOWED,
            "`%s` of `%s` has no effect: the environment sets another value"
                .formatted(name, below.whence()),
            below.whence(),
            "unset " + name);
      }
    }
  }

  /// What other programs would take from `.env`, and Outcrop does not.
  private static void names(Looking looking) {
    for (var name : looking.variables().envFile().passedOver()) {
      looking.add(
          Kind.ENV_FILE_NAME,
          "`.env` sets `%s`, which Outcrop does not take from a file that came with a checkout; a program that loads `.env` does"
              .formatted(name),
          ".env");
    }
  }
}
