package io.outcrop.sandbox.directory.token;

import io.outcrop.aws.Arn;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// AssumeRole: the trust policy and the caller's own policies have to allow it, and the tags and
/// the source identity that come along. Source: AWS STS API Reference, "AssumeRole"; IAM User
/// Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken with assumed
/// roles"; read 2026-11.
final class AssumeRole {
  private static final Duration CHAINED = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int LONGEST_NAME = 64;

  private final SessionPolicies policies;
  private final Sessions sessions;

  AssumeRole(SessionPolicies policies, Sessions sessions) {
    this.policies = policies;
    this.sessions = sessions;
  }

  /// The role with this ARN and its account.
  record Found(Account owner, Identity.Role role) {}

  static Optional<Found> find(Realm realm, String arn) {
    return Arn.parse(arn)
        .flatMap(parsed -> realm.account(parsed.account()))
        .flatMap(account ->
            account.all(Identity.Kind.ROLE).stream()
                .filter(role -> account.arnOf(role).equals(arn))
                .map(role -> new Found(account, (Identity.Role) role))
                .findFirst());
  }

  Reply answer(Visit visit) {
    var input = SessionInput.of(visit.call());
    var arn = input.text("RoleArn");
    var duration = input.duration().orElse(Identity.Role.Settings.USUAL.longest());
    if (visit.visitor().kind() == Visitor.Kind.ROOT) {
      return Faults.accessDenied("sts", "Roles may not be assumed by root accounts.");
    }
    var wrong =
        Wrong.name("roleSessionName", input.text("RoleSessionName"), LONGEST_NAME)
            .or(() -> wrongArn(arn))
            .or(() -> Wrong.duration(duration, LONGEST))
            .or(() -> Mfa.refused(visit));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var found = find(visit.realm(), arn);
    if (found.isEmpty()) {
      return denied(visit, "sts:AssumeRole", arn);
    }
    var inherited = inherited(visit);
    var source = sourceIdentity(visit, input);
    var refused =
        SessionTags.refused(input, inherited.keySet())
            .or(() -> notAllowed(visit, found.get(), input, inherited, source))
            .or(() -> tooLong(visit, found.get().role(), duration));
    return refused.isPresent()
        ? refused.get()
        : issue(visit, found.get(), duration, terms(visit, input, inherited, source));
  }

  private static Optional<Reply.Fault> wrongArn(String arn) {
    if (arn.length() < 20) {
      return Optional.of(
          Refusals.constraint("roleArn", arn, "have length greater than or equal to 20"));
    }
    var parsed = Arn.parse(arn);
    if (parsed.isEmpty()) {
      return Optional.of(Refusals.validation(arn + " is invalid"));
    }
    return isOfRole(parsed.get())
        ? Optional.empty()
        : Optional.of(Refusals.validation("Request ARN is invalid"));
  }

  private static boolean isOfRole(Arn arn) {
    return arn.service().equals("iam")
        && arn.resourceType().equals("role")
        && arn.account().matches("[0-9]{12}");
  }

  private static Reply.Fault denied(Visit visit, String action, String arn) {
    return Faults.accessDenied(
        "sts",
        "User: %s is not authorized to perform: %s on resource: %s"
            .formatted(visit.visitor().arn(), action, arn));
  }

  /// The tags that the caller's session hands on.
  private static Map<String, String> inherited(Visit visit) {
    var inherited = new LinkedHashMap<String, String>();
    for (var session : visit.visitor().session()) {
      var terms = session.terms();
      terms
          .tags()
          .forEach((key, value) -> {
            if (terms.transitive().stream().anyMatch(key::equalsIgnoreCase)) {
              inherited.put(key, value);
            }
          });
    }
    return inherited;
  }

  private static String sourceIdentity(Visit visit, SessionInput input) {
    return visit.visitor().session().stream()
        .map(session -> session.terms().sourceIdentity())
        .filter(set -> !set.isEmpty())
        .findFirst()
        .orElse(input.text("SourceIdentity"));
  }

  private static Optional<Reply.Fault> notAllowed(
      Visit visit, Found found, SessionInput input, Map<String, String> inherited, String source) {
    var asked = input.text("SourceIdentity");
    if (!asked.isEmpty() && !asked.equals(source)) {
      return Optional.of(
          Refusals.validation("The source identity is already set for this assume role session"));
    }
    for (var action : actions(input, inherited, source)) {
      var wish =
          wish(action, visit, input, inherited, source)
              .with(Tags.ofResource(action, found.role().tags()));
      var decision =
          visit
              .guard()
              .decideAssume(
                  visit.realm(),
                  visit.visitor(),
                  visit.call(),
                  visit.now(),
                  found.owner(),
                  found.role(),
                  wish);
      var refusal = visit.refusal(wish, decision);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /// What the trust policy has to allow. A source identity that it does not is named before the
  /// role is.
  private static List<String> actions(
      SessionInput input, Map<String, String> inherited, String source) {
    var actions = new ArrayList<String>();
    if (!source.isEmpty()) {
      actions.add("sts:SetSourceIdentity");
    }
    actions.add("sts:AssumeRole");
    if (!input.tags().isEmpty() || !inherited.isEmpty()) {
      actions.add("sts:TagSession");
    }
    return actions;
  }

  private static Guard.Wish wish(
      String action,
      Visit visit,
      SessionInput input,
      Map<String, String> inherited,
      String source) {
    var keys = new LinkedHashMap<String, String>();
    var lists = new LinkedHashMap<String, List<String>>();
    put(keys, "sts:ExternalId", input.text("ExternalId"));
    put(keys, "sts:RoleSessionName", input.text("RoleSessionName"));
    put(keys, "sts:SourceIdentity", source);
    if (Mfa.isBrought(visit)) {
      keys.put("aws:MultiFactorAuthPresent", "true");
      keys.put("aws:MultiFactorAuthAge", "0");
    }
    var tags = new LinkedHashMap<>(inherited);
    tags.putAll(input.tags());
    tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, value));
    if (!tags.isEmpty()) {
      lists.put("aws:TagKeys", List.copyOf(tags.keySet()));
    }
    if (!input.transitive().isEmpty()) {
      lists.put("sts:TransitiveTagKeys", input.transitive());
    }
    return new Guard.Wish(action, input.text("RoleArn"), keys, lists);
  }

  private static void put(Map<String, String> keys, String key, String value) {
    if (!value.isEmpty()) {
      keys.put(key, value);
    }
  }

  /// The role's own limit comes before that of chains.
  private static Optional<Reply.Fault> tooLong(Visit visit, Identity.Role role, Duration duration) {
    if (duration.compareTo(role.settings().longest()) > 0) {
      return Optional.of(
          Refusals.validation(
              "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."));
    }
    return visit.visitor().kind() == Visitor.Kind.ROLE && duration.compareTo(CHAINED) > 0
        ? Optional.of(
            Refusals.validation(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed"
                    + " by role chaining."))
        : Optional.empty();
  }

  private static Session.Terms terms(
      Visit visit, SessionInput input, Map<String, String> inherited, String source) {
    var tags = new LinkedHashMap<>(inherited);
    tags.putAll(input.tags());
    var transitive = new LinkedHashSet<>(inherited.keySet());
    transitive.addAll(input.transitive());
    return new Session.Terms(
        List.of(),
        List.of(),
        tags,
        List.copyOf(transitive),
        source,
        "",
        Mfa.isBrought(visit),
        visit.now());
  }

  private Reply issue(Visit visit, Found found, Duration duration, Session.Terms terms) {
    var input = SessionInput.of(visit.call());
    return switch (policies.read(input, found.owner())) {
      case SessionPolicies.Reading.Refused(Reply.Fault fault) -> fault;
      case SessionPolicies.Reading.Read(var inline, var arns, var packed) -> {
        var wanted =
            new Sessions.Wanted(
                found.owner(), found.role(), input.text("RoleSessionName"), duration);
        var session =
            sessions.ofRole(visit.world(), visit.now(), wanted, terms.withPolicies(inline, arns));
        yield Sessions.shown(wanted, session, packed);
      }
    };
  }
}
