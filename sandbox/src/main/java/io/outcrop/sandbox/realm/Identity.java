package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Duration;
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

  /// Its tags; a group has none.
  Map<String, String> tags();

  /// A user.
  ///
  /// @param label what it is called
  /// @param permissions what is attached to it
  /// @param groups the groups it is in
  /// @param keys its access keys by id
  /// @param credentials its service-specific credentials by id
  /// @param tags by key
  /// @param signIn how it gets in besides
  record User(
      Label label,
      Permissions permissions,
      List<String> groups,
      Map<String, AccessKey> keys,
      Map<String, ServiceCredential> credentials,
      Map<String, String> tags,
      SignIn signIn)
      implements Identity {
    public User {
      groups = List.copyOf(groups);
      keys = Realm.ordered(keys);
      credentials = Realm.ordered(credentials);
      tags = Realm.ordered(tags);
    }

    /// A user who cannot call yet.
    public static User of(Label label, Permissions permissions) {
      return new User(label, permissions, List.of(), Map.of(), Map.of(), Map.of(), SignIn.NONE);
    }

    @Override
    public Key key() {
      return new Key(Kind.USER, label.name());
    }

    /// The same under another name or path.
    public User with(Label changed) {
      return new User(changed, permissions, groups, keys, credentials, tags, signIn);
    }

    @Override
    public User with(Permissions changed) {
      return new User(label, changed, groups, keys, credentials, tags, signIn);
    }

    /// The same in other groups.
    public User withGroups(List<String> changed) {
      return new User(label, permissions, changed, keys, credentials, tags, signIn);
    }

    /// The same with other keys.
    public User withKeys(Map<String, AccessKey> changed) {
      return new User(label, permissions, groups, changed, credentials, tags, signIn);
    }

    /// The same with other service-specific credentials.
    public User withCredentials(Map<String, ServiceCredential> changed) {
      return new User(label, permissions, groups, keys, changed, tags, signIn);
    }

    /// The same with other tags.
    public User withTags(Map<String, String> changed) {
      return new User(label, permissions, groups, keys, credentials, changed, signIn);
    }

    /// The same, getting in another way.
    public User with(SignIn changed) {
      return new User(label, permissions, groups, keys, credentials, tags, changed);
    }
  }

  /// A group.
  record Group(Label label, Permissions permissions) implements Identity {
    @Override
    public Key key() {
      return new Key(Kind.GROUP, label.name());
    }

    @Override
    public Map<String, String> tags() {
      return Map.of();
    }

    /// The same under another name or path.
    public Group with(Label changed) {
      return new Group(changed, permissions);
    }

    @Override
    public Group with(Permissions changed) {
      return new Group(label, changed);
    }
  }

  /// A role.
  ///
  /// @param label what it is called
  /// @param permissions what is attached to it
  /// @param trust its trust policy; who is gone is named there by the unique id it had
  /// @param sessions the sessions that were issued, by access key id
  /// @param tags by key
  /// @param settings what else can be set
  record Role(
      Label label,
      Permissions permissions,
      Json.Obj trust,
      Map<String, RoleSession> sessions,
      Map<String, String> tags,
      Settings settings)
      implements Identity {
    public Role {
      sessions = Realm.ordered(sessions);
      tags = Realm.ordered(tags);
    }

    /// A role with the usual settings.
    public Role(
        Label label, Permissions permissions, Json.Obj trust, Map<String, RoleSession> sessions) {
      this(label, permissions, trust, sessions, Map.of(), Settings.USUAL);
    }

    /// What else can be set.
    ///
    /// @param description empty if there is none
    /// @param longest how long its sessions may last
    public record Settings(String description, Duration longest) {
      /// As roles are made when nothing is said.
      public static final Settings USUAL = new Settings("", Duration.ofHours(1));
    }

    @Override
    public Key key() {
      return new Key(Kind.ROLE, label.name());
    }

    @Override
    public Role with(Permissions changed) {
      return new Role(label, changed, trust, sessions, tags, settings);
    }

    /// The same with another trust policy.
    public Role withTrust(Json.Obj changed) {
      return new Role(label, permissions, changed, sessions, tags, settings);
    }

    /// The same with other sessions.
    public Role withSessions(Map<String, RoleSession> changed) {
      return new Role(label, permissions, trust, changed, tags, settings);
    }

    /// The same with other tags.
    public Role withTags(Map<String, String> changed) {
      return new Role(label, permissions, trust, sessions, changed, settings);
    }

    /// The same with other settings.
    public Role with(Settings changed) {
      return new Role(label, permissions, trust, sessions, tags, changed);
    }

    /// Whether a service owns it.
    public boolean isServiceLinked() {
      return label.path().startsWith("/aws-service-role/");
    }

    /// Whether AWS alone changes it: a service owns it, or IAM Identity Center made it.
    public boolean isReserved() {
      return isServiceLinked() || label.path().startsWith("/aws-reserved/");
    }
  }
}
