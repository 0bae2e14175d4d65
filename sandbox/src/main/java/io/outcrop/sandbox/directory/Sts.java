package io.outcrop.sandbox.directory;

import io.outcrop.aws.Arn;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// STS's operations.
public final class Sts {
  /// Source: AWS STS API Reference, "AssumeRole".
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofHours(1);

  private final AwsManagedPolicies aws;
  private final Issuer issuer;

  private Sts(AwsManagedPolicies aws, Issuer issuer) {
    this.aws = aws;
    this.issuer = issuer;
  }

  /// All that are here.
  public static Map<String, Operation> operations(AwsManagedPolicies aws, Issuer issuer) {
    var sts = new Sts(aws, issuer);
    return Map.of(
        "GetCallerIdentity", Sts::identity,
        "GetAccessKeyInfo", Sts::keyInfo,
        "AssumeRole", sts::assumeRole);
  }

  /// Needs no permission and cannot be denied. Source: AWS STS API Reference, "GetCallerIdentity".
  private static Reply identity(Visit visit) {
    return new Reply.Output(
        Json.object()
            .with("UserId", Json.of(visit.visitor().userId()))
            .with("Account", Json.of(visit.account().id()))
            .with("Arn", Json.of(visit.visitor().arn())));
  }

  private static Reply keyInfo(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("sts:GetAccessKeyInfo", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var id = visit.required("AccessKeyId");
    return visit.realm().accounts().values().stream()
        .filter(account -> owns(account, id))
        .findFirst()
        .<Reply>map(
            account -> new Reply.Output(Json.object().with("Account", Json.of(account.id()))))
        .orElseGet(() -> Faults.said(400, "ValidationError", "Invalid Access Key ID: " + id));
  }

  private static boolean owns(Account account, String keyId) {
    return account.identities().values().stream()
        .anyMatch(identity ->
            switch (identity) {
              case Identity.User user -> user.keys().containsKey(keyId);
              case Identity.Role role -> role.sessions().containsKey(keyId);
              case Identity.Group _ -> false;
            });
  }

  private Reply assumeRole(Visit visit) {
    var arn = visit.required("RoleArn");
    var wish = Guard.Wish.of("sts:AssumeRole", arn);
    var owner = Arn.parse(arn).flatMap(parsed -> visit.realm().account(parsed.account()));
    var role = owner.flatMap(account -> role(account, arn));
    if (owner.isEmpty() || role.isEmpty()) {
      return Faults.accessDenied(
          "sts",
          "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
              .formatted(visit.visitor().arn(), arn));
    }
    var decision =
        visit
            .guard()
            .decideAssume(
                visit.realm(),
                visit.visitor(),
                visit.call(),
                visit.now(),
                owner.get(),
                role.get(),
                withInput(visit, wish));
    var refusal = visit.refusal(wish, decision);
    return refusal.isPresent() ? refusal.get() : issue(visit, owner.get(), role.get());
  }

  private static Guard.Wish withInput(Visit visit, Guard.Wish wish) {
    var context = new LinkedHashMap<String, String>();
    visit.text("ExternalId").ifPresent(id -> context.put("sts:ExternalId", id));
    visit.text("RoleSessionName").ifPresent(name -> context.put("sts:RoleSessionName", name));
    return new Guard.Wish(wish.action(), wish.resource(), context);
  }

  private static Optional<Identity.Role> role(Account account, String arn) {
    return account.all(Identity.Kind.ROLE).stream()
        .filter(role -> account.arnOf(role).equals(arn))
        .map(Identity.Role.class::cast)
        .findFirst();
  }

  private Reply issue(Visit visit, Account owner, Identity.Role role) {
    var refused = malformed(visit);
    if (refused.isPresent()) {
      return refused.get();
    }
    var policies = sessionPolicies(visit);
    if (policies.isEmpty()) {
      return Faults.said(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
    var session =
        new RoleSession(
            issuer.keyId("ASIA"),
            visit.required("RoleSessionName"),
            visit.now().plus(duration(visit)),
            policies.get(),
            issuer.secret(),
            issuer.token());
    remember(visit, owner, role, session);
    return shown(owner, role, session);
  }

  private static Optional<Reply> malformed(Visit visit) {
    var name = visit.required("RoleSessionName");
    if (!SESSION_NAME.matcher(name).matches()) {
      return Optional.of(
          invalid(
              "1 validation error detected: Value '"
                  + name
                  + "' at 'roleSessionName' failed to satisfy constraint: Member must satisfy"
                  + " regular expression pattern: [\\w+=,.@-]*"));
    }
    var duration = duration(visit);
    if (duration.compareTo(SHORTEST) < 0) {
      return Optional.of(
          invalid(
              "1 validation error detected: Value '"
                  + duration.toSeconds()
                  + "' at 'durationSeconds' failed to satisfy constraint: Member must have value"
                  + " greater than or equal to 900"));
    }
    return duration.compareTo(LONGEST) > 0
        ? Optional.of(
            invalid(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."))
        : Optional.empty();
  }

  /// Keeps the session, and forgets those that ended long ago.
  private static void remember(
      Visit visit, Account owner, Identity.Role role, RoleSession session) {
    var sessions = new LinkedHashMap<>(role.sessions());
    sessions
        .values()
        .removeIf(
            old -> old.expires().filter(end -> end.plus(KEPT).isBefore(visit.now())).isPresent());
    sessions.put(session.accessKeyId(), session);
    var realm = visit.world().realm();
    visit
        .world()
        .commit(realm.with(owner.id(), account -> account.with(role.withSessions(sessions))));
  }

  private static Reply shown(Account owner, Identity.Role role, RoleSession session) {
    var arn =
        "arn:aws:sts::%s:assumed-role/%s/%s"
            .formatted(owner.id(), role.label().name(), session.name());
    return new Reply.Output(
        Json.object()
            .with(
                "Credentials",
                Json.object()
                    .with("AccessKeyId", Json.of(session.accessKeyId()))
                    .with("SecretAccessKey", Json.of(session.secret().reveal()))
                    .with("SessionToken", Json.of(session.token().reveal()))
                    .with(
                        "Expiration", Json.of(session.expires().map(Instant::toString).orElse(""))))
            .with(
                "AssumedRoleUser",
                Json.object()
                    .with("AssumedRoleId", Json.of(role.label().id() + ":" + session.name()))
                    .with("Arn", Json.of(arn))));
  }

  private static Duration duration(Visit visit) {
    return visit
        .call()
        .input()
        .get("DurationSeconds")
        .map(value ->
            value instanceof Json.Num number
                ? Duration.ofSeconds(number.value().longValue())
                : Duration.ZERO)
        .orElse(USUAL);
  }

  private Optional<List<Json.Obj>> sessionPolicies(Visit visit) {
    var policies = new ArrayList<Json.Obj>();
    var text = visit.text("Policy");
    if (text.isPresent()) {
      var document = Documents.read(text.get(), PolicyKind.SESSION);
      if (document.isEmpty()) {
        return Optional.empty();
      }
      policies.add(document.get());
    }
    for (var entry : visit.call().input().list("PolicyArns")) {
      var arn = entry instanceof Json.Obj object ? object.text("arn").orElse("") : "";
      var policy = Optional.ofNullable(visit.account().policies().get(arn)).or(() -> aws.find(arn));
      if (policy.isEmpty()) {
        return Optional.empty();
      }
      policies.add(policy.get().document());
    }
    return Optional.of(policies);
  }

  private static Reply invalid(String message) {
    return Faults.said(400, "ValidationError", message);
  }
}
