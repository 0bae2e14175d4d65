package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.access.Regions;
import io.outcrop.sandbox.access.Regions.Status;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Registration.RegionSwitch;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of AWS Account Management. The management account of an organization, and who it
/// lets administer this service, may ask about member accounts by `AccountId`; nobody may give the
/// id of its own account.
public final class Accounts {
  private static final String PRINCIPAL = "account.amazonaws.com";

  private Accounts() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    var operations = new LinkedHashMap<String, Operation>();
    add(operations, "GetAccountInformation", Accounts::information);
    add(operations, "GetContactInformation", Accounts::contact);
    add(operations, "GetRegionOptStatus", Accounts::status);
    add(operations, "ListRegions", Accounts::list);
    add(operations, "EnableRegion", (visit, account) -> turn(visit, account, true));
    add(operations, "DisableRegion", (visit, account) -> turn(visit, account, false));
    return Map.copyOf(operations);
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, Account account);
  }

  private static void add(Map<String, Operation> operations, String name, Work work) {
    operations.put(
        name,
        visit -> {
          var id = visit.text("AccountId");
          var denied = visit.denied(wish(visit, name, id));
          if (denied.isPresent()) {
            return denied.get();
          }
          var account = id.isEmpty() ? Optional.of(visit.account()) : member(visit, id.get());
          return account
              .map(found -> work.answer(visit, found))
              .orElseGet(() ->
                  Faults.said(
                      "AccessDeniedException",
                      "User: %s is not authorized to perform: account:%s"
                          .formatted(visit.visitor().arn(), name)));
        });
  }

  private static Guard.Wish wish(Visit visit, String name, Optional<String> member) {
    var organization = visit.realm().organization();
    var resource =
        member
            .map(id ->
                "arn:aws:account::%s:account/%s/%s"
                    .formatted(organization.managementAccount(), organization.id(), id))
            .orElseGet(() -> "arn:aws:account::" + visit.account().id() + ":account");
    var region = visit.text("RegionName");
    return new Guard.Wish(
        "account:" + name,
        resource,
        region.map(target -> Map.of("account:TargetRegion", target)).orElse(Map.of()));
  }

  private static Optional<Account> member(Visit visit, String id) {
    var organization = visit.realm().organization();
    var own = visit.account().id();
    var isAdministrator =
        organization.managementAccount().equals(own)
            || organization.office().delegates().getOrDefault(own, Map.of()).containsKey(PRINCIPAL);
    return isAdministrator && organization.contains(id) && !id.equals(own)
        ? visit.realm().account(id)
        : Optional.empty();
  }

  private static Reply information(Visit visit, Account account) {
    var created = account.registration().created().orElse(visit.realm().title().clock());
    return new Reply.Output(
        Json.object()
            .with("AccountId", Json.of(account.id()))
            .with("AccountName", Json.of(account.name()))
            .with("AccountCreatedDate", Json.of(created.toString()))
            .with("AccountState", Json.of("ACTIVE")));
  }

  private static Reply contact(Visit visit, Account account) {
    var contact = account.registration().contact();
    if (contact.isEmpty()) {
      return Faults.said(
          "ResourceNotFoundException", "No contact information found for the inputs specified.");
    }
    var members = new LinkedHashMap<String, Json>();
    contact.forEach((name, text) -> members.put(name, Json.of(text)));
    return new Reply.Output(Json.object().with("ContactInformation", Json.object(members)));
  }

  private static Reply status(Visit visit, Account account) {
    var region = visit.required("RegionName");
    return Regions.SHIPPED.isOptIn().containsKey(region)
        ? new Reply.Output(shown(visit, account, region))
        : unknown(region);
  }

  private static Reply list(Visit visit, Account account) {
    List<String> wanted =
        visit.call().input().list("RegionOptStatusContains").stream()
            .flatMap(value -> value.asText().stream())
            .toList();
    var regions =
        Regions.SHIPPED.isOptIn().keySet().stream()
            .filter(region ->
                wanted.isEmpty() || wanted.contains(standing(visit, account, region).name()))
            .toList();
    return Pages.reply(
        visit, "Regions", regions, region -> region, region -> shown(visit, account, region));
  }

  /// Switches a region on or off. Source: AWS Account Management API Reference, "EnableRegion" and
  /// "DisableRegion": a change that is under way is a conflict.
  private static Reply turn(Visit visit, Account account, boolean on) {
    var region = visit.required("RegionName");
    if (!Regions.SHIPPED.isOptIn().containsKey(region)) {
      return unknown(region);
    }
    var status = standing(visit, account, region);
    if (status == Status.ENABLED_BY_DEFAULT) {
      return Faults.invalid(
          "The region " + region + " is enabled by default and cannot be enabled or disabled.");
    }
    if (status == Status.ENABLING || status == Status.DISABLING) {
      return Faults.said(
          "ConflictException",
          "The request could not be processed because of a conflict in the current status of the"
              + " resource.");
    }
    if ((status == Status.ENABLED) != on) {
      var change = new RegionSwitch(on, visit.now().plus(Regions.SHIPPED.delay()));
      var realm = visit.world().realm();
      visit
          .world()
          .commit(
              realm.with(
                  account.id(), found -> found.with(found.registration().with(region, change))));
    }
    return new Reply.Output(Json.object());
  }

  private static Status standing(Visit visit, Account account, String region) {
    return Regions.SHIPPED.status(account, region, visit.now());
  }

  private static Json.Obj shown(Visit visit, Account account, String region) {
    return Json.object()
        .with("RegionName", Json.of(region))
        .with("RegionOptStatus", Json.of(standing(visit, account, region).name()));
  }

  private static Reply unknown(String region) {
    return Faults.invalid("The region " + region + " does not exist.");
  }
}
