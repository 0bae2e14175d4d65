package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.directory.document.TrustedPrincipals;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// Users themselves.
final class Users {
  private final Issuer issuer;
  private final Boundaries boundaries;

  Users(Issuer issuer, Boundaries boundaries) {
    this.issuer = issuer;
    this.boundaries = boundaries;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("ListUsers", visit -> Listing.all(visit, Identity.Kind.USER));
    operations.put("GetUser", Subject.user(Users::get));
    operations.put("CreateUser", this::create);
    operations.put("UpdateUser", Subject.user(Users::update));
    operations.put("DeleteUser", Subject.user(Users::delete));
  }

  private static Reply get(Visit visit, Identity.User user) {
    return RootUser.is(user, visit.account().id())
        ? root(visit)
        : Output.reply("User", Shown.whole(visit.account(), user));
  }

  private static Reply root(Visit visit) {
    return Output.reply(
        "User",
        Output.of(
            "Path", "/",
            "UserName", Shown.text(visit.account().directory().alias()),
            "UserId", visit.account().id(),
            "Arn", visit.visitor().arn(),
            "CreateDate", visit.realm().title().clock()));
  }

  private Reply create(Visit visit) {
    var name = visit.required("UserName");
    var path = visit.text("Path").orElse("/");
    var boundary = visit.text("PermissionsBoundary").orElse("");
    var tags = Tags.of(visit);
    var label = new Identity.Label(name, path, issuer.uniqueId("AIDA"), visit.now());
    var ask = Ask.of(visit, visit.account().arn("user", label));
    return NewName.malformed(Identity.Kind.USER, name, path)
        .or(() -> Tags.wrong(visit))
        .or(() -> ask.with("iam:PermissionsBoundary", boundary).requesting(tags).refused())
        .or(() -> tags.isEmpty() ? Optional.empty() : ask.to("iam:TagUser").refused())
        .or(() -> NewName.refused(visit, new Identity.Key(Identity.Kind.USER, name)))
        .or(() -> boundaries.missing(visit, boundary))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var user =
              Identity.User.of(label, Permissions.none().withBoundary(boundary)).withTags(tags);
          visit.change(account -> account.with(user));
          return get(visit, user);
        });
  }

  private static Reply update(Visit visit, Identity.User user) {
    var old = user.label();
    var name = visit.text("NewUserName").orElse(old.name());
    var path = visit.text("NewPath").orElse(old.path());
    var label = new Identity.Label(name, path, old.id(), old.created());
    var key = new Identity.Key(Identity.Kind.USER, name);
    var arn = visit.account().arn("user", label);
    return NewName.malformed(Identity.Kind.USER, name, path)
        .or(() -> Ask.of(visit, arn).refused())
        .or(() ->
            name.equalsIgnoreCase(old.name())
                ? Optional.empty()
                : NewName.taken(visit.account(), key))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var realm =
              visit
                  .realm()
                  .with(
                      visit.account().id(),
                      account -> account.renamed(user.key(), user.with(label)));
          visit.world().commit(TrustedPrincipals.renamed(realm, visit.account().arnOf(user), arn));
          return Output.done();
        });
  }

  private static Reply delete(Visit visit, Identity.User user) {
    var conflict = conflict(user);
    if (conflict.isPresent()) {
      return Refusals.conflict("Cannot delete entity, must " + conflict.get() + " first.");
    }
    var realm = visit.realm().with(visit.account().id(), account -> account.without(user.key()));
    visit.world().commit(TrustedPrincipals.forget(realm, visit.account(), user));
    return Output.done();
  }

  private static Optional<String> conflict(Identity.User user) {
    if (!user.keys().isEmpty()) {
      return Optional.of("delete access keys");
    }
    if (user.signIn().password().isPresent()) {
      return Optional.of("delete login profile");
    }
    if (!user.signIn().mfa().isEmpty()) {
      return Optional.of("delete MFA device");
    }
    if (!user.credentials().isEmpty()) {
      return Optional.of("remove referenced objects");
    }
    return user.groups().isEmpty()
        ? Attachments.conflict(user.permissions())
        : Optional.of("remove users from group");
  }
}
