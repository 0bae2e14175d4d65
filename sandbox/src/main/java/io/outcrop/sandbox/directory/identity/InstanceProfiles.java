package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Instance profiles.
final class InstanceProfiles {
  private static final int LONGEST_NAME = 128;

  private final Issuer issuer;

  InstanceProfiles(Issuer issuer) {
    this.issuer = issuer;
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, Directory.InstanceProfile profile);
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateInstanceProfile", this::create);
    operations.put("ListInstanceProfiles", InstanceProfiles::list);
    operations.put("GetInstanceProfile", of(InstanceProfiles::get));
    operations.put("DeleteInstanceProfile", of(InstanceProfiles::delete));
    operations.put("AddRoleToInstanceProfile", of(InstanceProfiles::addRole));
    operations.put("RemoveRoleFromInstanceProfile", of(InstanceProfiles::removeRole));
    operations.put("TagInstanceProfile", of(InstanceProfiles::tag));
    operations.put("UntagInstanceProfile", of(InstanceProfiles::untag));
    operations.put("ListInstanceProfileTags", of(InstanceProfiles::tags));
    operations.put("ListInstanceProfilesForRole", Subject.role(InstanceProfiles::ofRole));
  }

  private static Operation of(Work work) {
    return visit -> {
      var name = visit.required("InstanceProfileName");
      var account = visit.account();
      var profile = Optional.ofNullable(account.directory().profiles().get(name));
      var arn =
          profile
              .map(found -> account.arn("instance-profile", found.label()))
              .orElse("arn:aws:iam::" + account.id() + ":instance-profile/" + name);
      var refused =
          Ask.of(visit, arn)
              .shownAs("instance profile " + name)
              .about(profile.map(Directory.InstanceProfile::tags).orElse(Map.of()))
              .requesting(Tags.of(visit))
              .refused();
      if (refused.isPresent()) {
        return refused.get();
      }
      return profile.isPresent()
          ? work.answer(visit, profile.get())
          : Refusals.noSuchEntity("Instance Profile " + name + " cannot be found.");
    };
  }

  private Reply create(Visit visit) {
    var name = visit.required("InstanceProfileName");
    var path = visit.text("Path").orElse("/");
    var tags = Tags.of(visit);
    var label = new Identity.Label(name, path, issuer.uniqueId("AIPA"), visit.now());
    var profiles = visit.account().directory().profiles();
    return Names.name("instanceProfileName", name, LONGEST_NAME)
        .or(() -> Names.path("path", path))
        .or(() -> Tags.wrong(visit))
        .or(() ->
            Ask.of(visit, visit.account().arn("instance-profile", label))
                .requesting(tags)
                .refused())
        .or(() ->
            profiles.keySet().stream().anyMatch(name::equalsIgnoreCase)
                ? Optional.of(Refusals.exists("Instance Profile " + name + " already exists."))
                : Optional.empty())
        .or(() ->
            profiles.size() >= Quotas.of("InstanceProfilesPerAccount")
                ? Optional.of(Quotas.exceeded("InstanceProfilesPerAccount"))
                : Optional.empty())
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var profile = new Directory.InstanceProfile(label, "", tags);
          store(visit, profile);
          return Output.reply("InstanceProfile", Shown.profile(visit.account(), profile));
        });
  }

  private static void store(Visit visit, Directory.InstanceProfile profile) {
    visit.change(account -> account.with(account.directory().with(profile)));
  }

  private static Reply list(Visit visit) {
    var prefix = visit.text("PathPrefix").orElse("/");
    var resource = "arn:aws:iam::%s:instance-profile%s".formatted(visit.account().id(), prefix);
    var refused = Ask.of(visit, resource).refused();
    return refused.isPresent()
        ? refused.get()
        : page(
            visit,
            visit.account().directory().profiles().values().stream()
                .filter(profile -> profile.label().path().startsWith(prefix))
                .toList());
  }

  private static Reply ofRole(Visit visit, Identity.Role role) {
    return page(
        visit,
        visit.account().directory().profiles().values().stream()
            .filter(profile -> profile.role().equals(role.label().name()))
            .toList());
  }

  private static Reply page(Visit visit, List<Directory.InstanceProfile> profiles) {
    var sorted =
        profiles.stream().sorted(Comparator.comparing(profile -> profile.label().name())).toList();
    return Pages.reply(
        visit,
        "InstanceProfiles",
        sorted,
        profile -> profile.label().name(),
        profile -> Shown.profile(visit.account(), profile).without("Tags"));
  }

  private static Reply get(Visit visit, Directory.InstanceProfile profile) {
    return Output.reply("InstanceProfile", Shown.profile(visit.account(), profile));
  }

  private static Reply delete(Visit visit, Directory.InstanceProfile profile) {
    if (!profile.role().isEmpty()) {
      return Refusals.conflict(
          "Cannot delete entity, must remove roles from instance profile first.");
    }
    visit.change(
        account -> account.with(account.directory().withoutProfile(profile.label().name())));
    return Output.done();
  }

  private static Reply addRole(Visit visit, Directory.InstanceProfile profile) {
    var name = visit.required("RoleName");
    var role = visit.account().role(name);
    if (role.isEmpty()) {
      return Refusals.missing(new Identity.Key(Identity.Kind.ROLE, name));
    }
    var refused =
        Ask.of(visit, visit.account().arnOf(role.get()))
            .to("iam:PassRole")
            .with("iam:PassedToService", "ec2.amazonaws.com")
            .about(role.get().tags())
            .refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!profile.role().isEmpty()) {
      return Quotas.exceeded("InstanceSessionsPerInstanceProfile");
    }
    store(visit, new Directory.InstanceProfile(profile.label(), name, profile.tags()));
    return Output.done();
  }

  private static Reply removeRole(Visit visit, Directory.InstanceProfile profile) {
    var name = visit.required("RoleName");
    if (!profile.role().equals(name)) {
      return Refusals.missing(new Identity.Key(Identity.Kind.ROLE, name));
    }
    store(visit, new Directory.InstanceProfile(profile.label(), "", profile.tags()));
    return Output.done();
  }

  private static Reply tag(Visit visit, Directory.InstanceProfile profile) {
    var wrong = Tags.wrong(visit);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var merged = Tags.merged(profile.tags(), Tags.of(visit));
    if (merged.isEmpty()) {
      return Tags.tooMany();
    }
    store(visit, new Directory.InstanceProfile(profile.label(), profile.role(), merged.get()));
    return Output.done();
  }

  private static Reply untag(Visit visit, Directory.InstanceProfile profile) {
    var left = Tags.without(profile.tags(), Tags.keys(visit));
    store(visit, new Directory.InstanceProfile(profile.label(), profile.role(), left));
    return Output.done();
  }

  private static Reply tags(Visit visit, Directory.InstanceProfile profile) {
    return Tags.page(visit, profile.tags());
  }
}
