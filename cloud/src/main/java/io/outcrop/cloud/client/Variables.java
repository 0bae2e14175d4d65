package io.outcrop.cloud.client;

/// The variables of a client side: its environment, then its `.env`. A blank variable is unset.
public final class Variables {
  /// The origin of a variable that the environment sets.
  public static final String ENVIRONMENT = "environment";

  /// The origin of a variable that the `.env` file sets.
  public static final String ENV_FILE = ".env";

  private final ClientSide client;
  private final EnvFile envFile;

  private Variables(ClientSide client) {
    this.client = client;
    this.envFile = EnvFile.of(client);
  }

  /// Reads the variables of `client`.
  public static Variables of(ClientSide client) {
    return new Variables(client);
  }

  /// The variable `name` as it is, white space included; unset if neither place sets it.
  public Setting get(String name) {
    var fromEnvironment = inEnvironment(name);
    return fromEnvironment.isSet() ? fromEnvironment : inEnvFile(name);
  }

  /// The variable `name` of the environment alone.
  public Setting inEnvironment(String name) {
    var value = client.environment().getOrDefault(name, "");
    return value.isBlank() ? Setting.unset(name) : new Setting(name, value, ENVIRONMENT);
  }

  /// The variable `name` of the `.env` file alone.
  public Setting inEnvFile(String name) {
    var value = envFile.value(name);
    return value.isEmpty()
        ? Setting.unset(name)
        : new Setting(name, value, ENV_FILE, ENV_FILE + ":" + envFile.lineNumber(name));
  }

  /// The `.env` file.
  public EnvFile envFile() {
    return envFile;
  }
}
