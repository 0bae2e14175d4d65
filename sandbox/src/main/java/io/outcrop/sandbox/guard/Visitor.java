package io.outcrop.sandbox.guard;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.realm.UserSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A caller whom the world knows.
///
/// @param account the account it belongs to
/// @param identity the user, or the role or user whose session it is
/// @param session the session; none for a user who calls with a key of its own
public record Visitor(Account account, Identity identity, List<Session> session) {
  public Visitor {
    session = List.copyOf(session);
  }

  /// The same caller in its account as it is now.
  public Visitor of(Account changed) {
    return new Visitor(changed, identity, session);
  }

  /// What kind of caller it is.
  public enum Kind {
    /// A user, with a key of its own or in a session of its own.
    USER("User"),
    /// A session of a role.
    ROLE("AssumedRole"),
    /// Somebody whom a user lets in.
    FEDERATED("FederatedUser"),
    /// The root user, with a key of its own or in a session of its own.
    ROOT("Account");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /// The value of `aws:PrincipalType`.
    public String type() {
      return type;
    }
  }

  /// What kind of caller it is.
  public Kind kind() {
    var own = RootUser.is(identity, account.id()) ? Kind.ROOT : Kind.USER;
    return switch (session.isEmpty() ? null : session.getFirst()) {
      case null -> own;
      case RoleSession _ -> Kind.ROLE;
      case UserSession made -> made.kind() == UserSession.Kind.USER ? own : Kind.FEDERATED;
    };
  }

  /// The same caller as `other`, an earlier realm, has it; one who was not there yet has no
  /// permissions.
  @SuppressWarnings("ReferenceEquality") // an account that changed is another object
  public Visitor in(Realm other) {
    var before = other.account(account.id());
    if (before.filter(same -> same == account).isPresent()) {
      return this;
    }
    var known = before.flatMap(there -> there.identity(identity.key()));
    return new Visitor(
        before.orElse(account), known.orElse(identity.with(Permissions.none())), session);
  }

  /// The principal as IAM sees it.
  public Principal principal() {
    return switch (kind()) {
      case USER -> new Principal.IamUser(parsed(arn()));
      case ROOT -> new Principal.RootUser(parsed(arn()));
      case ROLE -> new Principal.RoleSession(parsed(arn()));
      case FEDERATED -> new Principal.FederatedUser(parsed(arn()));
    };
  }

  /// The ARN as AWS's sentences and GetCallerIdentity name it.
  public String arn() {
    return switch (kind()) {
      case USER -> account.arnOf(identity);
      case ROOT -> "arn:aws:iam::" + account.id() + ":root";
      case ROLE ->
          "arn:aws:sts::%s:assumed-role/%s/%s"
              .formatted(account.id(), identity.label().name(), session.getFirst().name());
      case FEDERATED ->
          "arn:aws:sts::%s:federated-user/%s".formatted(account.id(), session.getFirst().name());
    };
  }

  /// The ARN as policies see it in `aws:PrincipalArn`: the role's for its sessions.
  public String principalArn() {
    return kind() == Kind.ROLE ? account.arnOf(identity) : arn();
  }

  /// The unique id: a user's, the role's with the session's name, the account's with whom a user
  /// lets in.
  public String userId() {
    return switch (kind()) {
      case USER, ROOT -> identity.label().id();
      case ROLE -> identity.label().id() + ":" + session.getFirst().name();
      case FEDERATED -> account.id() + ":" + session.getFirst().name();
    };
  }

  /// The tags that policies see in `aws:PrincipalTag`: those of the identity, under those of the
  /// session. Source: IAM User Guide, "Pass session tags in AWS STS".
  public Map<String, String> tags() {
    var tags = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    tags.putAll(identity.tags());
    session.forEach(made -> {
      made.terms().tags().keySet().forEach(tags::remove);
      tags.putAll(made.terms().tags());
    });
    return tags;
  }

  private static Arn parsed(String arn) {
    return Arn.parse(arn).orElseThrow();
  }
}
