package io.outcrop.sandbox.directory;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Users' access keys. Where a key was used last is not kept: the answer is AWS's for a key that
/// was never used.
final class AccessKeys {
  /// Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int QUOTA = 2;

  private final Issuer issuer;

  private AccessKeys(Issuer issuer) {
    this.issuer = issuer;
  }

  static void addTo(Map<String, Operation> operations, Issuer issuer) {
    var keys = new AccessKeys(issuer);
    add(operations, "ListAccessKeys", keys::list);
    add(operations, "CreateAccessKey", keys::create);
    add(operations, "UpdateAccessKey", keys::update);
    add(operations, "DeleteAccessKey", keys::delete);
    operations.put("GetAccessKeyLastUsed", keys::lastUsed);
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, Identity.User user);
  }

  private static void add(Map<String, Operation> operations, String name, Work work) {
    operations.put(
        name,
        Owner.of(
            name,
            Identity.Kind.USER,
            (visit, owner) ->
                owner instanceof Identity.User user
                    ? work.answer(visit, user)
                    : Owner.missing(owner.key())));
  }

  private Reply list(Visit visit, Identity.User user) {
    var keys =
        user.keys().values().stream()
            .map(key ->
                Json.object()
                    .with("UserName", Json.of(user.label().name()))
                    .with("AccessKeyId", Json.of(key.id()))
                    .with("Status", Json.of(key.active() ? "Active" : "Inactive"))
                    .with("CreateDate", Json.of(key.created().toString())))
            .toList();
    return new Reply.Output(
        Json.object()
            .with("AccessKeyMetadata", Json.array(keys))
            .with("IsTruncated", Json.of(false)));
  }

  private Reply create(Visit visit, Identity.User user) {
    if (user.keys().size() >= QUOTA) {
      return Faults.said(
          409, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: " + QUOTA);
    }
    var key = new AccessKey(issuer.keyId("AKIA"), true, visit.now(), issuer.secret());
    store(visit, user, key);
    return new Reply.Output(
        Json.object()
            .with(
                "AccessKey",
                Json.object()
                    .with("UserName", Json.of(user.label().name()))
                    .with("AccessKeyId", Json.of(key.id()))
                    .with("Status", Json.of("Active"))
                    .with("SecretAccessKey", Json.of(key.secret().reveal()))
                    .with("CreateDate", Json.of(key.created().toString()))));
  }

  private Reply update(Visit visit, Identity.User user) {
    var id = visit.required("AccessKeyId");
    var key = user.keys().get(id);
    if (key == null) {
      return missing(id);
    }
    var active = visit.required("Status").equals("Active");
    store(visit, user, new AccessKey(id, active, key.created(), key.secret()));
    return new Reply.Output(Json.object());
  }

  private static void store(Visit visit, Identity.User user, AccessKey key) {
    var keys = new LinkedHashMap<>(user.keys());
    keys.put(key.id(), key);
    visit.change(account -> account.with(user.withKeys(keys)));
  }

  private Reply delete(Visit visit, Identity.User user) {
    var id = visit.required("AccessKeyId");
    if (!user.keys().containsKey(id)) {
      return missing(id);
    }
    var keys = new LinkedHashMap<>(user.keys());
    keys.remove(id);
    visit.change(account -> account.with(user.withKeys(keys)));
    return new Reply.Output(Json.object());
  }

  private Reply lastUsed(Visit visit) {
    var id = visit.required("AccessKeyId");
    var owner =
        visit.account().all(Identity.Kind.USER).stream()
            .filter(user -> ((Identity.User) user).keys().containsKey(id))
            .findFirst();
    var resource =
        owner
            .map(visit.account()::arnOf)
            .orElse("arn:aws:iam::" + visit.account().id() + ":user/*");
    var denied = visit.denied(Guard.Wish.of("iam:GetAccessKeyLastUsed", resource));
    if (denied.isPresent()) {
      return denied.get();
    }
    return owner
        .<Reply>map(user ->
            new Reply.Output(
                Json.object()
                    .with("UserName", Json.of(user.label().name()))
                    .with(
                        "AccessKeyLastUsed",
                        Json.object()
                            .with("ServiceName", Json.of("N/A"))
                            .with("Region", Json.of("N/A")))))
        .orElseGet(() -> missing(id));
  }

  private static Reply missing(String id) {
    return Owner.noSuchEntity("The Access Key with id " + id + " cannot be found.");
  }
}
