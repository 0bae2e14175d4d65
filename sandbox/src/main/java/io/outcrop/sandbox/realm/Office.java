package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an organization keeps besides its tree and its policies.
///
/// @param enabled the types of policies that are in force
/// @param members what is known of accounts, by account id
/// @param requests for new accounts, by id
/// @param tags of places and policies, by their ids
/// @param delegates by account id, the services that it administers for the organization, since
///   when
public record Office(
    Set<Organization.PolicyType> enabled,
    Map<String, Member> members,
    Map<String, Request> requests,
    Map<String, Map<String, String>> tags,
    Map<String, Map<String, Instant>> delegates) {
  /// Nothing.
  public static final Office EMPTY = new Office(Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

  public Office {
    enabled = Set.copyOf(enabled);
    members = Realm.ordered(members);
    requests = Realm.ordered(requests);
    tags = Realm.ordered(tags);
    delegates = Realm.ordered(delegates);
  }

  /// What is known of an account.
  ///
  /// @param email its owner's address
  /// @param joined when it came in
  /// @param created whether the organization made it; else it was invited
  /// @param closedAt when it was closed; null while it is open
  public record Member(String email, Instant joined, boolean created, @Nullable Instant closedAt) {
    /// When it was closed.
    public Optional<Instant> closed() {
      return Optional.ofNullable(closedAt);
    }

    /// The same, closed at `at`.
    public Member closedAt(Instant at) {
      return new Member(email, joined, created, at);
    }
  }

  /// A request for a new account.
  ///
  /// @param id `car-…`
  /// @param name the account's name
  /// @param email its owner's address
  /// @param role the name of the role by which the management account gets in
  /// @param requested when it was asked for
  /// @param done when the answer is there
  /// @param account the id of the account that is or will be made; empty if none is
  /// @param failure why not; empty if there is no reason
  public record Request(
      String id,
      String name,
      String email,
      String role,
      Instant requested,
      Instant done,
      String account,
      String failure) {
    /// Whether it is answered at `now`.
    public boolean isDone(Instant now) {
      return !now.isBefore(done);
    }
  }

  /// The same with `type` in force, or no more.
  public Office with(Organization.PolicyType type, boolean inForce) {
    var changed = new LinkedHashSet<>(enabled);
    if (inForce) {
      changed.add(type);
    } else {
      changed.remove(type);
    }
    return new Office(changed, members, requests, tags, delegates);
  }

  /// The same with what is known of an account.
  public Office with(String account, Member member) {
    var changed = new LinkedHashMap<>(members);
    changed.put(account, member);
    return new Office(enabled, changed, requests, tags, delegates);
  }

  /// The same without anything about an account.
  public Office withoutMember(String account) {
    var changed = new LinkedHashMap<>(members);
    changed.remove(account);
    return new Office(enabled, changed, requests, tags, delegates)
        .withTags(account, Map.of())
        .withDelegate(account, Map.of());
  }

  /// The same with `request` added.
  public Office with(Request request) {
    var changed = new LinkedHashMap<>(requests);
    changed.put(request.id(), request);
    return new Office(enabled, members, changed, tags, delegates);
  }

  /// The same with these tags on `id`; none for none.
  public Office withTags(String id, Map<String, String> changed) {
    var all = new LinkedHashMap<>(tags);
    all.put(id, Realm.ordered(changed));
    all.values().removeIf(Map::isEmpty);
    return new Office(enabled, members, requests, all, delegates);
  }

  /// The same with `account` administering these services; none for none.
  public Office withDelegate(String account, Map<String, Instant> services) {
    var all = new LinkedHashMap<>(delegates);
    all.put(account, Realm.ordered(services));
    all.values().removeIf(Map::isEmpty);
    return new Office(enabled, members, requests, tags, all);
  }
}
