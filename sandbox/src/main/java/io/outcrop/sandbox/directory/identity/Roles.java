package io.outcrop.sandbox.directory.identity;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.RoleUse;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.directory.document.TrustedPrincipals;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Roles themselves.
final class Roles {
  private static final int SHORTEST = 3600;
  private static final int LONGEST = 43200;

  private final Issuer issuer;
  private final Boundaries boundaries;
  private final LastUse lastUse;

  Roles(Issuer issuer, Boundaries boundaries, LastUse lastUse) {
    this.issuer = issuer;
    this.boundaries = boundaries;
    this.lastUse = lastUse;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("ListRoles", visit -> Listing.all(visit, Identity.Kind.ROLE));
    operations.put("GetRole", Subject.role(this::get));
    operations.put("CreateRole", this::create);
    operations.put("UpdateRole", Subject.role(Roles::update));
    operations.put("UpdateRoleDescription", Subject.role(Roles::describe));
    operations.put("UpdateAssumeRolePolicy", Subject.role(Roles::updateTrust));
    operations.put("DeleteRole", Subject.role(Roles::delete));
  }

  /// IAM's refusal to change what a service owns.
  static Optional<Reply.Fault> isProtected(Identity identity) {
    return identity instanceof Identity.Role role && role.isReserved()
        ? Optional.of(Refusals.unmodifiable(role.label().name()))
        : Optional.empty();
  }

  private Reply get(Visit visit, Identity.Role role) {
    var used = RoleUse.shown(lastUse, visit.account().id(), role.label().name());
    return Output.reply("Role", Shown.whole(visit.account(), role).with("RoleLastUsed", used));
  }

  private Reply create(Visit visit) {
    var name = visit.required("RoleName");
    var path = visit.text("Path").orElse("/");
    var boundary = visit.text("PermissionsBoundary").orElse("");
    var tags = Tags.of(visit);
    var label = new Identity.Label(name, path, issuer.uniqueId("AROA"), visit.now());
    var ask = Ask.of(visit, visit.account().arn("role", label));
    return NewName.malformed(Identity.Kind.ROLE, name, path)
        .or(() -> wrongDuration(visit))
        .or(() ->
            Names.printable("assumeRolePolicyDocument", visit.required("AssumeRolePolicyDocument")))
        .or(() -> Tags.wrong(visit))
        .or(() -> ask.with("iam:PermissionsBoundary", boundary).requesting(tags).refused())
        .or(() -> tags.isEmpty() ? Optional.empty() : ask.to("iam:TagRole").refused())
        .or(() -> NewName.refused(visit, new Identity.Key(Identity.Kind.ROLE, name)))
        .or(() -> boundaries.missing(visit, boundary))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> create(visit, label, boundary, tags));
  }

  private static Reply create(
      Visit visit, Identity.Label label, String boundary, Map<String, String> tags) {
    return switch (trust(visit, "AssumeRolePolicyDocument")) {
      case DocumentReading.Refused(String sentence) -> Refusals.malformed(sentence);
      case DocumentReading.Accepted(Json.Obj trust) when isTooLarge(trust) ->
          Quotas.exceeded("ACLSizePerRole");
      case DocumentReading.Accepted(Json.Obj trust) -> {
        var settings =
            new Identity.Role.Settings(
                visit.text("Description").orElse(""),
                duration(visit).orElse(Identity.Role.Settings.USUAL.longest()));
        var permissions = Permissions.none().withBoundary(boundary);
        var role = new Identity.Role(label, permissions, trust, Map.of(), tags, settings);
        visit.change(account -> account.with(role));
        var shown = Shown.created(visit.account(), role);
        var rest = Output.of("Tags", Tags.shown(tags));
        yield Output.reply(
            "Role", Shown.with(Shown.with(shown, Shown.boundary(permissions)), rest));
      }
    };
  }

  private static DocumentReading trust(Visit visit, String member) {
    var read =
        PolicyDocuments.trust(
            visit.required(member), arn -> TrustedPrincipals.exists(visit.realm(), arn));
    return read instanceof DocumentReading.Accepted(var document)
        ? new DocumentReading.Accepted(TrustedPrincipals.named(visit.realm(), document))
        : read;
  }

  private static boolean isTooLarge(Json.Obj trust) {
    return PolicyDocuments.size(trust) > Quotas.of("ACLSizePerRole");
  }

  private static Optional<Duration> duration(Visit visit) {
    return visit
        .call()
        .input()
        .get("MaxSessionDuration")
        .filter(Json.Num.class::isInstance)
        .map(Json.Num.class::cast)
        .map(number -> Duration.ofSeconds(number.value().longValue()));
  }

  private static Optional<Reply.Fault> wrongDuration(Visit visit) {
    var seconds = duration(visit).map(Duration::toSeconds).orElse((long) SHORTEST);
    if (seconds >= SHORTEST && seconds <= LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        Refusals.constraint(
            "maxSessionDuration",
            Long.toString(seconds),
            seconds < SHORTEST
                ? "have value greater than or equal to " + SHORTEST
                : "have value less than or equal to " + LONGEST));
  }

  private static Reply update(Visit visit, Identity.Role role) {
    var refused = isProtected(role).or(() -> wrongDuration(visit));
    if (refused.isPresent()) {
      return refused.get();
    }
    var settings =
        new Identity.Role.Settings(
            visit.call().input().text("Description").orElse(role.settings().description()),
            duration(visit).orElse(role.settings().longest()));
    visit.change(account -> account.with(role.with(settings)));
    return Output.done();
  }

  private static Reply describe(Visit visit, Identity.Role role) {
    var refused = isProtected(role);
    if (refused.isPresent()) {
      return refused.get();
    }
    var settings =
        new Identity.Role.Settings(visit.required("Description"), role.settings().longest());
    var changed = role.with(settings);
    visit.change(account -> account.with(changed));
    return Output.reply("Role", Shown.whole(visit.account(), changed));
  }

  private static Reply updateTrust(Visit visit, Identity.Role role) {
    var document = visit.required("PolicyDocument");
    var refused = isProtected(role).or(() -> Names.printable("policyDocument", document));
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (trust(visit, "PolicyDocument")) {
      case DocumentReading.Refused(String sentence) -> Refusals.malformed(sentence);
      case DocumentReading.Accepted(Json.Obj trust) when isTooLarge(trust) ->
          Quotas.exceeded("ACLSizePerRole");
      case DocumentReading.Accepted(Json.Obj trust) -> {
        visit.change(account -> account.with(role.withTrust(trust)));
        yield Output.done();
      }
    };
  }

  private static Reply delete(Visit visit, Identity.Role role) {
    var name = role.label().name();
    var refused = isProtected(role);
    if (refused.isPresent()) {
      return refused.get();
    }
    var conflict =
        visit.account().directory().profiles().values().stream()
                .anyMatch(profile -> profile.role().equals(name))
            ? Optional.of("remove roles from instance profile")
            : Attachments.conflict(role.permissions());
    if (conflict.isPresent()) {
      return Refusals.conflict("Cannot delete entity, must " + conflict.get() + " first.");
    }
    remove(visit, role);
    return Output.done();
  }

  /// Takes a role out of the account; trust policies that named it hold its unique id.
  static void remove(Visit visit, Identity.Role role) {
    var realm = visit.realm().with(visit.account().id(), account -> account.without(role.key()));
    visit.world().commit(TrustedPrincipals.forget(realm, visit.account(), role));
  }
}
