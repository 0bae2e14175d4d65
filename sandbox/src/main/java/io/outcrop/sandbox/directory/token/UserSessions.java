package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.realm.UserSession;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GetSessionToken and GetFederationToken: sessions that users make with a key of their own.
/// Source: AWS STS API Reference, both pages, read 2026-11.
final class UserSessions {
  private static final Duration USUAL = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofHours(36);
  private static final int LONGEST_NAME = 32;

  private final SessionPolicies policies;
  private final Sessions sessions;

  UserSessions(SessionPolicies policies, Sessions sessions) {
    this.policies = policies;
    this.sessions = sessions;
  }

  /// A session of the user itself, which may do what the user may, but calls IAM only with a
  /// multi-factor device. Needs no permission.
  Reply ofUser(Visit visit) {
    var duration = SessionInput.of(visit.call()).duration().orElse(USUAL);
    var refused =
        withoutKey(visit).or(() -> Wrong.duration(duration, LONGEST)).or(() -> Mfa.refused(visit));
    if (refused.isPresent() || !(visit.visitor().identity() instanceof Identity.User user)) {
      return refused.<Reply>map(fault -> fault).orElseGet(() -> notAUser(visit));
    }
    var terms =
        new Session.Terms(
            List.of(), List.of(), Map.of(), List.of(), "", "", Mfa.isBrought(visit), visit.now());
    var session =
        sessions.ofUser(
            visit.world(),
            visit.now(),
            visit.account(),
            user,
            UserSession.Kind.USER,
            user.label().name(),
            duration,
            terms);
    return Output.reply("Credentials", Sessions.credentials(session));
  }

  private static Optional<Reply.Fault> withoutKey(Visit visit) {
    return visit.visitor().session().isEmpty() ? Optional.empty() : Optional.of(notAUser(visit));
  }

  private static Reply.Fault notAUser(Visit visit) {
    return Faults.accessDenied(
        "sts", "Cannot call " + visit.call().operation() + " with session credentials");
  }

  /// A session for somebody whom the user lets in: it may do what both the user's policies and the
  /// session policies allow.
  Reply federated(Visit visit) {
    var input = SessionInput.of(visit.call());
    var name = input.text("Name");
    var duration = input.duration().orElse(USUAL);
    var arn = "arn:aws:sts::" + visit.account().id() + ":federated-user/" + name;
    var ask = Ask.of(visit, arn).requesting(input.tags());
    var refused =
        withoutKey(visit)
            .or(() -> Wrong.name("name", name, LONGEST_NAME))
            .or(() -> Wrong.duration(duration, LONGEST))
            .or(() -> SessionTags.refused(input, List.of()))
            .or(ask::refused)
            .or(() ->
                input.tags().isEmpty() ? Optional.empty() : ask.to("sts:TagSession").refused());
    if (refused.isPresent() || !(visit.visitor().identity() instanceof Identity.User user)) {
      return refused.<Reply>map(fault -> fault).orElseGet(() -> notAUser(visit));
    }
    return switch (policies.read(input, visit.account())) {
      case SessionPolicies.Reading.Refused(Reply.Fault fault) -> fault;
      case SessionPolicies.Reading.Read(var inline, var arns, var packed) -> {
        var terms =
            new Session.Terms(inline, arns, input.tags(), List.of(), "", "", false, visit.now());
        var session =
            sessions.ofUser(
                visit.world(),
                visit.now(),
                visit.account(),
                user,
                UserSession.Kind.FEDERATED,
                name,
                duration,
                terms);
        yield Output.reply(
            "Credentials", Sessions.credentials(session),
            "FederatedUser",
                Output.of("FederatedUserId", visit.account().id() + ":" + name, "Arn", arn),
            "PackedPolicySize", packed);
      }
    };
  }
}
