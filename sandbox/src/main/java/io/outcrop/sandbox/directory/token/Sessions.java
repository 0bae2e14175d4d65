package io.outcrop.sandbox.directory.token;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.realm.UserSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws the credentials of sessions and keeps them in the world. A session that ended long ago is
/// forgotten.
public final class Sessions {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Issuer issuer;

  /// @param issuer draws the credentials
  public Sessions(Issuer issuer) {
    this.issuer = issuer;
  }

  /// A session of a role that is to be made.
  ///
  /// @param owner the account of the role
  /// @param name the session's name
  public record Wanted(Account owner, Identity.Role role, String name, Duration duration) {}

  /// Makes a session of a role.
  public RoleSession ofRole(LiveWorld world, Instant now, Wanted wanted, Session.Terms terms) {
    var session =
        new RoleSession(
            issuer.keyId("ASIA"),
            wanted.name(),
            now.plus(wanted.duration()),
            terms,
            issuer.secret(),
            issuer.token());
    var role = wanted.role();
    var sessions = kept(role.sessions(), now);
    sessions.put(session.accessKeyId(), session);
    world.commit(
        world
            .realm()
            .with(wanted.owner().id(), account -> account.with(role.withSessions(sessions))));
    return session;
  }

  /// Makes a session that a user asks for.
  UserSession ofUser(
      LiveWorld world,
      Instant now,
      Account account,
      Identity.User user,
      UserSession.Kind kind,
      String name,
      Duration duration,
      Session.Terms terms) {
    var session =
        new UserSession(
            issuer.keyId("ASIA"),
            kind,
            name,
            now.plus(duration),
            terms,
            issuer.secret(),
            issuer.token());
    world.commit(world.realm().with(account.id(), one -> withSession(one, user, now, session)));
    return session;
  }

  private static Account withSession(
      Account account, Identity.User user, Instant now, UserSession session) {
    var isRoot = RootUser.is(user, account.id());
    var sessions = kept(isRoot ? account.root().sessions() : user.signIn().sessions(), now);
    sessions.put(session.accessKeyId(), session);
    return isRoot
        ? account.with(account.root().withSessions(sessions))
        : account.with(user.with(user.signIn().withSessions(sessions)));
  }

  private static <S extends Session> Map<String, S> kept(Map<String, S> sessions, Instant now) {
    var kept = new LinkedHashMap<>(sessions);
    kept.values()
        .removeIf(old -> old.expires().filter(end -> end.plus(KEPT).isBefore(now)).isPresent());
    return kept;
  }

  /// Credentials as STS shows them.
  static Json credentials(Session session) {
    return Output.of(
        "AccessKeyId", session.accessKeyId(),
        "SecretAccessKey", session.secret().reveal(),
        "SessionToken", session.token().reveal(),
        "Expiration", session.expires());
  }

  /// A session of a role as STS answers it, with further members.
  static Reply shown(
      Wanted wanted, RoleSession session, Optional<Integer> packed, @Nullable Object... further) {
    var arn =
        "arn:aws:sts::%s:assumed-role/%s/%s"
            .formatted(wanted.owner().id(), wanted.role().label().name(), session.name());
    var source = session.terms().sourceIdentity();
    var output =
        Output.of(
            "Credentials",
            credentials(session),
            "AssumedRoleUser",
            Output.of(
                "AssumedRoleId", wanted.role().label().id() + ":" + session.name(), "Arn", arn),
            "PackedPolicySize",
            packed,
            "SourceIdentity",
            source.isEmpty() ? null : source);
    var more = Output.of(further);
    for (var member : more.members().entrySet()) {
      output = output.with(member.getKey(), member.getValue().value());
    }
    return new Reply.Output(output);
  }
}
