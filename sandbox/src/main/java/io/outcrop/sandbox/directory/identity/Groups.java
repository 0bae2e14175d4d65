package io.outcrop.sandbox.directory.identity;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Groups, and who is in them.
final class Groups {
  private final Issuer issuer;

  Groups(Issuer issuer) {
    this.issuer = issuer;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("ListGroups", visit -> Listing.all(visit, Identity.Kind.GROUP));
    operations.put("GetGroup", Subject.group(Groups::get));
    operations.put("CreateGroup", this::create);
    operations.put("UpdateGroup", Subject.group(Groups::update));
    operations.put("DeleteGroup", Subject.group(Groups::delete));
    operations.put("AddUserToGroup", Subject.group(Groups::add));
    operations.put("RemoveUserFromGroup", Subject.group(Groups::remove));
    operations.put(
        "ListGroupsForUser",
        Subject.user(
            (visit, user) -> Listing.reply(visit, "Groups", visit.account().groupsOf(user))));
  }

  private static Reply get(Visit visit, Identity.Group group) {
    var users = Listing.reply(visit, "Users", visit.account().usersIn(group.label().name()));
    var shown = Json.object().with("Group", Shown.whole(visit.account(), group));
    return users instanceof Reply.Output(var page)
        ? new Reply.Output(Shown.with(shown, page))
        : users;
  }

  private Reply create(Visit visit) {
    var name = visit.required("GroupName");
    var path = visit.text("Path").orElse("/");
    var label = new Identity.Label(name, path, issuer.uniqueId("AGPA"), visit.now());
    return NewName.malformed(Identity.Kind.GROUP, name, path)
        .or(() -> Ask.of(visit, visit.account().arn("group", label)).refused())
        .or(() -> NewName.refused(visit, new Identity.Key(Identity.Kind.GROUP, name)))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var group = new Identity.Group(label, Permissions.none());
          visit.change(account -> account.with(group));
          return Output.reply("Group", Shown.whole(visit.account(), group));
        });
  }

  private static Reply update(Visit visit, Identity.Group group) {
    var old = group.label();
    var name = visit.text("NewGroupName").orElse(old.name());
    var path = visit.text("NewPath").orElse(old.path());
    var label = new Identity.Label(name, path, old.id(), old.created());
    return NewName.malformed(Identity.Kind.GROUP, name, path)
        .or(() -> Ask.of(visit, visit.account().arn("group", label)).refused())
        .or(() ->
            name.equalsIgnoreCase(old.name())
                ? Optional.empty()
                : NewName.taken(visit.account(), new Identity.Key(Identity.Kind.GROUP, name)))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          visit.change(account -> renamed(account, group, label));
          return Output.done();
        });
  }

  private static Account renamed(Account account, Identity.Group group, Identity.Label label) {
    var changed = account.renamed(group.key(), group.with(label));
    for (var user : account.usersIn(group.label().name())) {
      var groups = new ArrayList<>(user.groups());
      groups.replaceAll(name -> name.equals(group.label().name()) ? label.name() : name);
      changed = changed.with(user.withGroups(groups));
    }
    return changed;
  }

  private static Reply delete(Visit visit, Identity.Group group) {
    var conflict =
        visit.account().usersIn(group.label().name()).isEmpty()
            ? Attachments.conflict(group.permissions())
            : Optional.of("remove users from group");
    if (conflict.isPresent()) {
      return Refusals.conflict("Cannot delete entity, must " + conflict.get() + " first.");
    }
    visit.change(account -> account.without(group.key()));
    return Output.done();
  }

  private static Reply add(Visit visit, Identity.Group group) {
    var name = visit.required("UserName");
    var user = visit.account().user(name);
    if (user.isEmpty()) {
      return Refusals.missing(new Identity.Key(Identity.Kind.USER, name));
    }
    var groups = new ArrayList<>(user.get().groups());
    if (!groups.contains(group.label().name())) {
      if (groups.size() >= Quotas.of("GroupsPerUser")) {
        return Quotas.exceeded("GroupsPerUser");
      }
      groups.add(group.label().name());
      visit.change(account -> account.with(user.get().withGroups(groups)));
    }
    return Output.done();
  }

  private static Reply remove(Visit visit, Identity.Group group) {
    var name = visit.required("UserName");
    var user = visit.account().user(name);
    if (user.isEmpty()) {
      return Refusals.missing(new Identity.Key(Identity.Kind.USER, name));
    }
    var groups = new ArrayList<>(user.get().groups());
    if (!groups.remove(group.label().name())) {
      return Refusals.noSuchEntity("User %s not in group %s".formatted(name, group.label().name()));
    }
    visit.change(account -> account.with(user.get().withGroups(groups)));
    return Output.done();
  }
}
