package io.outcrop.cloud.credentials;

import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.UserClient.Habit;
import io.outcrop.cloud.client.Variables;
import io.outcrop.cloud.key.Instants;
import java.time.Instant;
import java.util.function.Function;

/// The sources that stand in variables alone.
final class VariableSources {
  static final String API_KEY = "Bedrock API key";
  static final String WEB_IDENTITY = "web identity";

  private final ClientSide client;
  private final Variables variables;
  private final Instant now;

  VariableSources(ClientSide client, Instant now) {
    this.client = client;
    this.variables = Variables.of(client);
    this.now = now;
  }

  Variables variables() {
    return variables;
  }

  Offer apiKey() {
    var key = variables.get("AWS_BEARER_TOKEN_BEDROCK");
    if (!key.isSet()) {
      return Offer.empty(API_KEY, "`AWS_BEARER_TOKEN_BEDROCK` is not set");
    }
    return new Offer.Some(
        API_KEY,
        new Credentials.ApiKey(Secret.of(key.value().strip())),
        "`AWS_BEARER_TOKEN_BEDROCK` is set ("
            + key.whence()
            + "); it signs calls to Bedrock alone");
  }

  Offer environment() {
    return keys(Variables.ENVIRONMENT, variables::inEnvironment);
  }

  Offer envFile() {
    var warnings = variables.envFile().warnings();
    return warnings.isEmpty()
        ? keys(Variables.ENV_FILE, variables::inEnvFile)
        : Offer.broken(
            Variables.ENV_FILE, Trouble.ENV_FILE_IGNORED, warnings.getFirst(), "chmod go-w .env");
  }

  private Offer keys(String place, Function<String, Setting> variable) {
    return new KeyPair(
            place,
            KeyPair.Names.VARIABLES,
            variable.apply("AWS_ACCESS_KEY_ID").value(),
            variable.apply("AWS_SECRET_ACCESS_KEY").value(),
            token(variable),
            Instants.read(variable.apply("AWS_CREDENTIAL_EXPIRATION").value()))
        .offer(now);
  }

  private String token(Function<String, Setting> variable) {
    var old = variable.apply("AWS_SECURITY_TOKEN");
    return client.userClient().has(Habit.OLD_TOKEN_VARIABLE) && old.isSet()
        ? old.value()
        : variable.apply("AWS_SESSION_TOKEN").value();
  }

  Offer webIdentity() {
    var file = variables.inEnvironment("AWS_WEB_IDENTITY_TOKEN_FILE");
    var role = variables.inEnvironment("AWS_ROLE_ARN");
    if (!file.isSet()) {
      return Offer.empty(
          WEB_IDENTITY,
          "`AWS_WEB_IDENTITY_TOKEN_FILE` is not set"
              + (role.isSet() ? "; `AWS_ROLE_ARN` is, which alone means nothing" : ""));
    }
    if (!role.isSet()) {
      return Offer.broken(
          WEB_IDENTITY,
          Trouble.ROLE_MISSING,
          "`AWS_WEB_IDENTITY_TOKEN_FILE` is set and `AWS_ROLE_ARN` is not; both are needed",
          "# set `AWS_ROLE_ARN` to the role's ARN");
    }
    return new TokenFile(client, now)
        .offer(
            WEB_IDENTITY,
            file.value().strip(),
            role.value().strip(),
            new Credentials.MachineRole("web identity"));
  }
}
