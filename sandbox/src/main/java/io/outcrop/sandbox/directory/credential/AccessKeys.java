package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Users' access keys.
final class AccessKeys {
  private final Issuer issuer;
  private final LastUse lastUse;

  AccessKeys(Issuer issuer, LastUse lastUse) {
    this.issuer = issuer;
    this.lastUse = lastUse;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("ListAccessKeys", Subject.user(AccessKeys::list));
    operations.put("CreateAccessKey", Subject.user(this::create));
    operations.put("UpdateAccessKey", Subject.user(AccessKeys::update));
    operations.put("DeleteAccessKey", Subject.user(AccessKeys::delete));
    operations.put("GetAccessKeyLastUsed", this::lastUsed);
  }

  private static Reply list(Visit visit, Identity.User user) {
    return Pages.reply(
        visit,
        "AccessKeyMetadata",
        List.copyOf(user.keys().values()),
        AccessKey::id,
        key -> shown(visit.account().id(), user, key));
  }

  private static Json.Obj shown(String account, Identity.User user, AccessKey key) {
    return Output.of(
        "UserName",
        RootUser.is(user, account) ? null : user.label().name(),
        "AccessKeyId",
        key.id(),
        "Status",
        key.active() ? "Active" : "Inactive",
        "CreateDate",
        key.created());
  }

  private Reply create(Visit visit, Identity.User user) {
    if (user.keys().size() >= Quotas.of("AccessKeysPerUser")) {
      return Quotas.exceeded("AccessKeysPerUser");
    }
    var key = new AccessKey(issuer.keyId("AKIA"), true, visit.now(), issuer.secret());
    store(visit, user, key);
    return Output.reply(
        "AccessKey",
        shown(visit.account().id(), user, key)
            .with("SecretAccessKey", Json.of(key.secret().reveal())));
  }

  private static Reply update(Visit visit, Identity.User user) {
    var id = visit.required("AccessKeyId");
    var key = user.keys().get(id);
    if (key == null) {
      return missing(id);
    }
    var status = visit.required("Status");
    if (!status.equals("Active") && !status.equals("Inactive")) {
      return Statuses.wrong(status);
    }
    store(visit, user, new AccessKey(id, status.equals("Active"), key.created(), key.secret()));
    return Output.done();
  }

  private static void store(Visit visit, Identity.User user, AccessKey key) {
    var keys = new LinkedHashMap<>(user.keys());
    keys.put(key.id(), key);
    visit.change(account -> Subject.with(account, user.withKeys(keys)));
  }

  private static Reply delete(Visit visit, Identity.User user) {
    var id = visit.required("AccessKeyId");
    if (!user.keys().containsKey(id)) {
      return missing(id);
    }
    var keys = new LinkedHashMap<>(user.keys());
    keys.remove(id);
    visit.change(account -> Subject.with(account, user.withKeys(keys)));
    return Output.done();
  }

  private Reply lastUsed(Visit visit) {
    var id = visit.required("AccessKeyId");
    var owner =
        visit.account().all(Identity.Kind.USER).stream()
            .filter(user -> user instanceof Identity.User one && one.keys().containsKey(id))
            .findFirst();
    var resource =
        owner
            .map(visit.account()::arnOf)
            .orElse("arn:aws:iam::" + visit.account().id() + ":user/*");
    var ask = Ask.of(visit, resource);
    var refused =
        owner
            .map(user -> ask.shownAs("user " + user.label().name()).about(user.tags()))
            .orElse(ask)
            .refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    return owner.isEmpty() ? missing(id) : shown(owner.get().label().name(), lastUse.ofKey(id));
  }

  private static Reply shown(String user, Optional<LastUse.Use> use) {
    return Output.reply(
        "UserName",
        user,
        "AccessKeyLastUsed",
        Output.of(
            "LastUsedDate", use.map(LastUse.Use::at),
            "ServiceName", use.map(LastUse.Use::service).orElse("N/A"),
            "Region", use.map(LastUse.Use::region).orElse("N/A")));
  }

  private static Reply missing(String id) {
    return Refusals.noSuchEntity("The Access Key with id " + id + " cannot be found.");
  }
}
