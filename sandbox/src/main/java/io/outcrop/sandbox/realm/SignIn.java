package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a user gets in besides its keys.
///
/// @param login its password for the console; at most one. The password itself is not kept
/// @param mfa when each of its multi-factor devices was enabled, by serial number
/// @param sessions the sessions that it made, by access key id
public record SignIn(
    List<Login> login, Map<String, Instant> mfa, Map<String, UserSession> sessions) {
  /// No way.
  public static final SignIn NONE = new SignIn(List.of(), Map.of(), Map.of());

  public SignIn {
    login = List.copyOf(login);
    mfa = Realm.ordered(mfa);
    sessions = Realm.ordered(sessions);
  }

  /// A password for the console.
  ///
  /// @param created when it was first set
  /// @param changed when it was set last
  /// @param resetRequired whether it has to be changed at the next sign-in
  public record Login(Instant created, Instant changed, boolean resetRequired) {}

  /// The password for the console, if there is one.
  public Optional<Login> password() {
    return login.stream().findFirst();
  }

  /// The same with this password, or none.
  public SignIn withLogin(List<Login> changed) {
    return new SignIn(changed, mfa, sessions);
  }

  /// The same with a device enabled at `at`.
  public SignIn withDevice(String serial, Instant at) {
    var changed = new LinkedHashMap<>(mfa);
    changed.put(serial, at);
    return new SignIn(login, changed, sessions);
  }

  /// The same without a device.
  public SignIn withoutDevice(String serial) {
    var changed = new LinkedHashMap<>(mfa);
    changed.remove(serial);
    return new SignIn(login, changed, sessions);
  }

  /// The same with other sessions.
  public SignIn withSessions(Map<String, UserSession> changed) {
    return new SignIn(login, mfa, changed);
  }
}
