package io.outcrop.sandbox.portal;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.token.Sessions;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.IdentityCenter.Person;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Provisioning;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.OpenOperation;
import io.outcrop.sandbox.visit.OpenOperation.Arrival;
import io.outcrop.sandbox.visit.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of the access portal: which accounts and roles somebody has who has signed in,
/// and credentials for them. Source: IAM Identity Center Portal API Reference, read 2026-11.
public final class Portals {
  private final Sessions sessions;

  private Portals(Sessions sessions) {
    this.sessions = sessions;
  }

  /// All that are here.
  public static Map<String, OpenOperation> operations(Issuer issuer) {
    var portals = new Portals(new Sessions(issuer));
    return Map.of(
        "ListAccounts", arrival -> known(arrival, Portals::accounts),
        "ListAccountRoles", arrival -> known(arrival, Portals::roles),
        "GetRoleCredentials", arrival -> known(arrival, portals::credentials),
        "Logout", Portals::logout);
  }

  /// What is done for somebody who has signed in.
  @FunctionalInterface
  private interface Work {
    Reply answer(Arrival arrival, String name, Person person);
  }

  private static Reply known(Arrival arrival, Work work) {
    var center = Logins.center(arrival);
    var login = Logins.byToken(arrival, arrival.text("accessToken"));
    if (login.isEmpty()) {
      return unauthorized();
    }
    var name = login.get().getValue().person();
    var person = center.people().get(name);
    return person == null ? unauthorized() : work.answer(arrival, name, person);
  }

  private static Reply.Fault unauthorized() {
    return Faults.said(0, "UnauthorizedException", "Session token not found or invalid");
  }

  private static Reply.Fault forbidden() {
    return Faults.said(403, "ForbiddenException", "No access");
  }

  private static Reply accounts(Arrival arrival, String name, Person person) {
    var realm = arrival.world().realm();
    var accounts =
        person.assignments().keySet().stream().flatMap(id -> realm.account(id).stream()).toList();
    return Pages.reply(
        arrival.call(),
        name,
        "accountList",
        accounts,
        Account::id,
        account ->
            Output.of(
                "accountId", account.id(),
                "accountName", account.name(),
                "emailAddress", email(arrival, account)));
  }

  private static Optional<String> email(Arrival arrival, Account account) {
    return Optional.ofNullable(
            arrival.world().realm().organization().office().members().get(account.id()))
        .map(Office.Member::email)
        .filter(email -> !email.isEmpty());
  }

  private static Reply roles(Arrival arrival, String name, Person person) {
    var account = arrival.text("accountId");
    var roles = person.assignments().get(account);
    return roles == null
        ? forbidden()
        : Pages.reply(
            arrival.call(),
            name,
            "roleList",
            roles,
            role -> role,
            role -> Output.of("roleName", role, "accountId", account));
  }

  /// Credentials of the role that the permission set became in the account. The session is called
  /// as the person is.
  private Reply credentials(Arrival arrival, String name, Person person) {
    var center = Logins.center(arrival);
    var set = center.sets().get(arrival.text("roleName"));
    var account = arrival.world().realm().account(arrival.text("accountId"));
    if (set == null
        || account.isEmpty()
        || !person.assignments().getOrDefault(account.get().id(), List.of()).contains(set.name())) {
      return forbidden();
    }
    return Provisioning.role(account.get(), set.name())
        .<Reply>map(role -> {
          var wanted = new Sessions.Wanted(account.get(), role, name, set.duration());
          var session =
              sessions.ofRole(
                  arrival.world(), arrival.now(), wanted, terms(arrival, center, account.get()));
          return Output.reply("roleCredentials", shown(session));
        })
        .orElseGet(Portals::forbidden);
  }

  private static Session.Terms terms(Arrival arrival, IdentityCenter center, Account account) {
    return new Session.Terms(
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        "",
        Provisioning.provider(center, account),
        false,
        arrival.now());
  }

  private static Json.Obj shown(Session session) {
    return Output.of(
        "accessKeyId", session.accessKeyId(),
        "secretAccessKey", session.secret().reveal(),
        "sessionToken", session.token().reveal(),
        "expiration", session.expires().map(time -> Json.of(time.toEpochMilli())));
  }

  private static Reply logout(Arrival arrival) {
    var login = Logins.byToken(arrival, arrival.text("accessToken"));
    if (login.isEmpty()) {
      return unauthorized();
    }
    Logins.commit(arrival, portal -> portal.withoutLogin(login.get().getKey()));
    return Output.done();
  }
}
