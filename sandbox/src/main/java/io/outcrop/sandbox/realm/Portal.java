package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who has signed in to IAM Identity Center, and by which programs.
///
/// @param clients registered programs, by client id
/// @param devices programs that wait for somebody to say yes, by user code
/// @param logins those to whom somebody said yes, by a name of their own
public record Portal(
    Map<String, Client> clients, Map<String, Device> devices, Map<String, Login> logins) {
  /// Nobody.
  public static final Portal EMPTY = new Portal(Map.of(), Map.of(), Map.of());

  public Portal {
    clients = Realm.ordered(clients);
    devices = Realm.ordered(devices);
    logins = Realm.ordered(logins);
  }

  /// A registered program.
  ///
  /// @param name what it calls itself
  /// @param scopes what it may ask for; only with `sso:account:access` it can refresh a login
  /// @param expires when its registration ends
  /// @param secret empty in a world whose folder was not made yet
  public record Client(String name, List<String> scopes, Instant expires, Secret secret) {
    public Client {
      scopes = List.copyOf(scopes);
    }

    /// The same with this secret.
    public Client with(Secret drawn) {
      return new Client(name, scopes, expires, drawn);
    }
  }

  /// A program that waits.
  ///
  /// @param client its client id
  /// @param expires until when it may wait
  /// @param secret the device code
  public record Device(String client, Instant expires, Secret secret) {
    /// The same with this secret.
    public Device with(Secret drawn) {
      return new Device(client, expires, drawn);
    }
  }

  /// Somebody who has signed in.
  ///
  /// @param person the user name
  /// @param client the client id of the program; empty if nobody says by which
  /// @param expires when the access token ends
  /// @param ends when it can no longer be refreshed
  /// @param token the access token; empty in a world whose folder was not made yet
  /// @param secret the refresh token; empty in a world whose folder was not made yet, and if there
  ///   is none
  public record Login(
      String person, String client, Instant expires, Instant ends, Secret token, Secret secret) {
    /// The same with these secrets.
    public Login with(Secret drawnToken, Secret drawnSecret) {
      return new Login(person, client, expires, ends, drawnToken, drawnSecret);
    }
  }

  /// The same with a program registered.
  public Portal with(String id, Client client) {
    return new Portal(put(clients, id, client), devices, logins);
  }

  /// The same with a program that waits.
  public Portal with(String userCode, Device device) {
    return new Portal(clients, put(devices, userCode, device), logins);
  }

  /// The same without the program that waited.
  public Portal withoutDevice(String userCode) {
    return new Portal(clients, without(devices, userCode), logins);
  }

  /// The same with somebody signed in.
  public Portal with(String name, Login login) {
    return new Portal(clients, devices, put(logins, name, login));
  }

  /// The same with somebody signed out.
  public Portal withoutLogin(String name) {
    return new Portal(clients, devices, without(logins, name));
  }

  private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <V> Map<String, V> without(Map<String, V> map, String key) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(key);
    return changed;
  }
}
