package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An instance of IAM Identity Center: who signs in, and what they may be in which account.
///
/// @param home where it stands
/// @param sets permission sets by name
/// @param people by user name
/// @param requests to provision a permission set, by id
/// @param portal who has signed in, and by which programs
public record IdentityCenter(
    Home home,
    Map<String, PermissionSet> sets,
    Map<String, Person> people,
    Map<String, Request> requests,
    Portal portal) {
  /// No instance.
  public static final IdentityCenter NONE =
      new IdentityCenter(new Home("", "", "", ""), Map.of(), Map.of(), Map.of(), Portal.EMPTY);

  private static final int ID_LENGTH = 16;
  private static final int STORE_LENGTH = 10;

  public IdentityCenter {
    sets = Realm.ordered(sets);
    people = Realm.ordered(people);
    requests = Realm.ordered(requests);
  }

  /// Where an instance stands.
  ///
  /// @param account who administers it; empty if there is no instance
  /// @param region where it was switched on
  /// @param startUrl where people sign in
  /// @param signsIn the user name of who says yes at once when a program asks to be signed in;
  ///   empty if nobody is there to say it
  public record Home(String account, String region, String startUrl, String signsIn) {}

  /// A permission set.
  ///
  /// @param name what it is called
  /// @param description empty if it has none
  /// @param duration how long its sessions last
  /// @param inline its inline policy; at most one
  /// @param managed ARNs of policies that AWS maintains
  /// @param boundary the ARN of its permissions boundary; empty if it has none
  /// @param created when it was made
  public record PermissionSet(
      String name,
      String description,
      Duration duration,
      List<Json.Obj> inline,
      List<String> managed,
      String boundary,
      Instant created) {
    public PermissionSet {
      inline = List.copyOf(inline);
      managed = List.copyOf(managed);
    }

    /// The same with another inline policy, or none.
    public PermissionSet withInline(List<Json.Obj> changed) {
      return new PermissionSet(name, description, duration, changed, managed, boundary, created);
    }

    /// The same with other managed policies.
    public PermissionSet withManaged(List<String> changed) {
      return new PermissionSet(name, description, duration, inline, changed, boundary, created);
    }
  }

  /// Somebody who signs in.
  ///
  /// @param assignments by account id, the names of permission sets
  public record Person(Map<String, List<String>> assignments) {
    public Person {
      assignments = Realm.ordered(assignments);
    }
  }

  /// A request to provision a permission set, which is done as soon as it is made.
  ///
  /// @param set the name of the permission set
  /// @param account where; empty for all accounts that have it already
  /// @param created when
  public record Request(String set, String account, Instant created) {}

  /// Whether there is one.
  public boolean exists() {
    return !home.account().isEmpty();
  }

  private String instanceId() {
    return "ssoins-" + UniqueId.hex(home.account() + "/" + home.startUrl(), ID_LENGTH);
  }

  /// `arn:aws:sso:::instance/ssoins-…`.
  public String arn() {
    return "arn:aws:sso:::instance/" + instanceId();
  }

  /// `d-…`.
  public String storeId() {
    return "d-" + UniqueId.hex(instanceId(), STORE_LENGTH);
  }

  /// `arn:aws:sso:::permissionSet/ssoins-…/ps-…`.
  public String arnOf(PermissionSet set) {
    return "arn:aws:sso:::permissionSet/%s/ps-%s"
        .formatted(instanceId(), UniqueId.hex(instanceId() + "/" + set.name(), ID_LENGTH));
  }

  /// The permission set with this ARN.
  public Optional<PermissionSet> set(String arn) {
    return sets.values().stream().filter(set -> arnOf(set).equals(arn)).findFirst();
  }

  /// The same with `changed` in place of the permission set of its name.
  public IdentityCenter with(PermissionSet changed) {
    var all = new LinkedHashMap<>(sets);
    all.put(changed.name(), changed);
    return new IdentityCenter(home, all, people, requests, portal);
  }

  /// The same with a request remembered.
  public IdentityCenter with(String id, Request request) {
    var all = new LinkedHashMap<>(requests);
    all.put(id, request);
    return new IdentityCenter(home, sets, people, all, portal);
  }

  /// The same with another portal.
  public IdentityCenter with(Portal changed) {
    return new IdentityCenter(home, sets, people, requests, changed);
  }
}
