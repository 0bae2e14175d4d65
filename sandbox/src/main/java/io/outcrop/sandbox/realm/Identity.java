package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A user, a group or a role.
public sealed interface Identity {
  /// What it is called.
  Label label();

  /// What is attached to it.
  Permissions permissions();

  /// Its kind and name.
  Key key();

  /// The same with other permissions.
  Identity with(Permissions changed);

  /// What it is called.
  ///
  /// @param name its name
  /// @param path `/`, or between slashes
  /// @param id AWS's unique id of it: `AIDA…`, `AROA…`
  /// @param created when it was made
  record Label(String name, String path, String id, Instant created) {}

  /// A kind and a name: unique in an account.
  record Key(Kind kind, String name) {}

  /// Users, groups, roles.
  enum Kind {
    USER("AIDA"),
    GROUP("AGPA"),
    ROLE("AROA");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /// How it stands in ARNs and in operations' names in lower case: `user`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// How unique ids of this kind begin.
    public String prefix() {
      return prefix;
    }
  }

  /// A user, the groups it is in, its access keys and its service-specific credentials by id.
  record User(
      Label label,
      Permissions permissions,
      List<String> groups,
      Map<String, AccessKey> keys,
      Map<String, ServiceCredential> credentials)
      implements Identity {
    public User {
      groups = List.copyOf(groups);
      keys = Realm.ordered(keys);
      credentials = Realm.ordered(credentials);
    }

    /// A user who cannot call yet.
    public static User of(Label label, Permissions permissions) {
      return new User(label, permissions, List.of(), Map.of(), Map.of());
    }

    @Override
    public Key key() {
      return new Key(Kind.USER, label.name());
    }

    @Override
    public User with(Permissions changed) {
      return new User(label, changed, groups, keys, credentials);
    }

    /// The same with other keys.
    public User withKeys(Map<String, AccessKey> changed) {
      return new User(label, permissions, groups, changed, credentials);
    }

    /// The same with other service-specific credentials.
    public User withCredentials(Map<String, ServiceCredential> changed) {
      return new User(label, permissions, groups, keys, changed);
    }
  }

  /// A group.
  record Group(Label label, Permissions permissions) implements Identity {
    @Override
    public Key key() {
      return new Key(Kind.GROUP, label.name());
    }

    @Override
    public Group with(Permissions changed) {
      return new Group(label, changed);
    }
  }

  /// A role, its trust policy, and the sessions that were issued, by access key id.
  record Role(
      Label label, Permissions permissions, Json.Obj trust, Map<String, RoleSession> sessions)
      implements Identity {
    public Role {
      sessions = Realm.ordered(sessions);
    }

    @Override
    public Key key() {
      return new Key(Kind.ROLE, label.name());
    }

    @Override
    public Role with(Permissions changed) {
      return new Role(label, changed, trust, sessions);
    }

    /// The same with another trust policy.
    public Role withTrust(Json.Obj changed) {
      return new Role(label, permissions, changed, sessions);
    }

    /// The same with other sessions.
    public Role withSessions(Map<String, RoleSession> changed) {
      return new Role(label, permissions, trust, changed);
    }
  }
}
