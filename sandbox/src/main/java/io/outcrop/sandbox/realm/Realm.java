package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Everything in a world at one moment. Immutable; a change makes a new one.
///
/// @param title what the world is
/// @param subject what to examine in it
/// @param organization the organization; [Organization#NONE] if there is none
/// @param accounts by id, in the order of the file
/// @param circumstances what the world says of AWS itself
/// @param client the side that calls
/// @param identityCenter where people sign in; [IdentityCenter#NONE] if there is none
public record Realm(
    Title title,
    Subject subject,
    Organization organization,
    Map<String, Account> accounts,
    Circumstances circumstances,
    ClientSide client,
    IdentityCenter identityCenter) {
  public Realm {
    accounts = ordered(accounts);
  }

  /// What a world is.
  ///
  /// @param name its name
  /// @param summary one sentence
  /// @param clock when it begins
  /// @param region the region of calls that name none
  public record Title(String name, String summary, Instant clock, String region) {}

  /// What to examine in it.
  public record Subject(String model, String region, String principal) {}

  /// The account `id`, if it is there.
  public Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /// This realm with the account `id` changed; unchanged if there is none.
  public Realm with(String id, UnaryOperator<Account> change) {
    var account = accounts.get(id);
    return account == null ? this : with(change.apply(account));
  }

  /// This realm with `account` in place of the one of its id.
  public Realm with(Account account) {
    var changed = new LinkedHashMap<>(accounts);
    changed.put(account.id(), account);
    return new Realm(title, subject, organization, changed, circumstances, client, identityCenter);
  }

  /// This realm with another organization.
  public Realm with(Organization changed) {
    return new Realm(title, subject, changed, accounts, circumstances, client, identityCenter);
  }

  /// This realm without the account `id`.
  public Realm withoutAccount(String id) {
    var changed = new LinkedHashMap<>(accounts);
    changed.remove(id);
    return new Realm(title, subject, organization, changed, circumstances, client, identityCenter);
  }

  /// This realm under other circumstances.
  public Realm with(Circumstances changed) {
    return new Realm(title, subject, organization, accounts, changed, client, identityCenter);
  }

  /// This realm with another IAM Identity Center.
  public Realm with(IdentityCenter changed) {
    return new Realm(title, subject, organization, accounts, circumstances, client, changed);
  }

  static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return OrderedMap.copyOf(map);
  }
}
