package io.outcrop.iam.match;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Principals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// The principals that a statement is about. Names are compared whole; the one wildcard is a lone
/// `*`. Source: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".
public final class PrincipalSet {
  private final Principals principals;
  private final Effect effect;

  private PrincipalSet(Principals principals, Effect effect) {
    this.principals = principals;
    this.effect = effect;
  }

  /// How a name of one session of a role is read when it is not known which session calls.
  private enum Reading {
    /// It is the caller's.
    MEANT,
    /// It is another's.
    OTHERS
  }

  /// How an element reaches a caller.
  ///
  /// @param surely at the least
  /// @param maybe if the sessions that it names are the caller's; the same where the session is
  ///   known
  public record Reaching(Reach surely, Reach maybe) {
    static final Reaching NONE = new Reaching(Reach.NONE, Reach.NONE);

    /// It reaches the caller itself.
    public static final Reaching DIRECT = new Reaching(Reach.DIRECT, Reach.DIRECT);

    private static Reaching of(Reach reach) {
      return new Reaching(reach, reach);
    }
  }

  /// Prepares `Principal` or `NotPrincipal` of a statement with `effect`.
  public static PrincipalSet of(Principals principals, Effect effect) {
    return new PrincipalSet(principals, effect);
  }

  /// How the element reaches the caller of `request`.
  ///
  /// @param hasBoundary whether the caller has a permissions boundary: a Deny with `NotPrincipal`
  ///   then reaches it whomever it lists
  public Reaching reach(RequestView request, boolean hasBoundary) {
    return switch (principals) {
      case Principals.Unstated _ -> Reaching.NONE;
      case Principals.Anyone(var negated) -> negated ? Reaching.NONE : Reaching.DIRECT;
      case Principals.Named(var negated, var names) -> {
        var caller = request.principal();
        var sure = reach(negated, names, caller, hasBoundary, Reading.OTHERS);
        yield request.request().context().knowledge().isOfSessionName()
            ? Reaching.of(sure)
            : span(sure, reach(negated, names, caller, hasBoundary, Reading.MEANT));
      }
    };
  }

  /// The sessions that an element names.
  ///
  /// @param names of sessions of the caller's role
  /// @param negated whether it is about all others
  public record Sessions(boolean negated, List<String> names) {
    public Sessions {
      names = List.copyOf(names);
    }
  }

  /// The sessions of the role `caller` that the element names.
  public Sessions sessions(Principal caller) {
    var names = new ArrayList<String>();
    if (principals instanceof Principals.Named(var negated, var all)
        && caller instanceof Principal.IamRole role) {
      for (var name : all) {
        if (name.type().equals("AWS") && name.name().startsWith(sessionsOf(role))) {
          names.add(name.name().substring(sessionsOf(role).length()));
        }
      }
      return new Sessions(negated, names);
    }
    return new Sessions(false, names);
  }

  private static Reaching span(Reach one, Reach other) {
    return one.compareTo(other) <= 0 ? new Reaching(one, other) : new Reaching(other, one);
  }

  private Reach reach(
      boolean negated,
      List<NamedPrincipal> names,
      Principal caller,
      boolean hasBoundary,
      Reading sessions) {
    if (negated) {
      return isExcepted(names, caller, hasBoundary, sessions) ? Reach.NONE : Reach.DIRECT;
    }
    var best = Reach.NONE;
    for (var name : names) {
      var reach = reach(name, caller, sessions);
      best = reach.compareTo(best) > 0 ? reach : best;
    }
    return best;
  }

  /// A Deny excepts a caller only if it lists every identity the caller has: the account, the role
  /// of a session, and the caller itself, as AWS may check any of them.
  private boolean isExcepted(
      List<NamedPrincipal> names, Principal caller, boolean hasBoundary, Reading sessions) {
    if (names.stream().anyMatch(name -> name.type().equals("AWS") && name.name().equals("*"))) {
      return true;
    }
    var reaches = EnumSet.noneOf(Reach.class);
    names.forEach(name -> reaches.add(reach(name, caller, sessions)));
    if (effect == Effect.ALLOW) {
      return reaches.stream().anyMatch(reach -> reach != Reach.NONE);
    }
    return switch (caller) {
      case Principal.RootUser _ -> reaches.contains(Reach.DIRECT);
      case Principal.IamUser _, Principal.FederatedUser _ ->
          !hasBoundary && reaches.contains(Reach.DIRECT) && reaches.contains(Reach.ACCOUNT);
      case Principal.IamRole _ ->
          !hasBoundary && reaches.contains(Reach.ORIGIN) && reaches.contains(Reach.ACCOUNT);
      case Principal.RoleSession _ ->
          !hasBoundary
              && reaches.containsAll(EnumSet.of(Reach.DIRECT, Reach.ORIGIN, Reach.ACCOUNT));
      case Principal.Service _, Principal.WebIdentity _, Principal.Anonymous _ ->
          reaches.contains(Reach.DIRECT);
    };
  }

  private static Reach reach(NamedPrincipal name, Principal caller, Reading sessions) {
    return switch (name.type()) {
      case "AWS" -> aws(name.name(), caller, sessions);
      case "Service" ->
          caller instanceof Principal.Service(var service)
              ? direct(name.name().equals(service) || name.name().equals("*"))
              : Reach.NONE;
      case "Federated" ->
          caller instanceof Principal.WebIdentity(var provider)
              ? direct(name.name().equals(provider) || name.name().equals("*"))
              : Reach.NONE;
      default -> Reach.NONE; // `CanonicalUser`: an id that no request names
    };
  }

  private static Reach direct(boolean matches) {
    return matches ? Reach.DIRECT : Reach.NONE;
  }

  private static Reach aws(String name, Principal caller, Reading sessions) {
    if (name.equals("*")) {
      return Reach.DIRECT;
    }
    return switch (caller) {
      case Principal.Service _, Principal.WebIdentity _, Principal.Anonymous _ -> Reach.NONE;
      case Principal.RootUser(var arn) -> direct(isAccount(name, arn));
      case Principal.IamUser(var arn) ->
          isAccount(name, arn) ? Reach.ACCOUNT : direct(name.equals(arn.toString()));
      case Principal.IamRole role -> {
        var isItsSession = sessions == Reading.MEANT && name.startsWith(sessionsOf(role));
        yield isItsSession
            ? Reach.DIRECT
            : origin(name, role.arn(), name.equals(role.arn().toString()));
      }
      case Principal.RoleSession session ->
          name.equals(session.arn().toString())
              ? Reach.DIRECT
              : origin(name, session.arn(), isRoleOf(name, session));
      case Principal.FederatedUser user ->
          name.equals(user.arn().toString())
              ? Reach.DIRECT
              : origin(name, user.arn(), isUserOf(name, user));
    };
  }

  private static Reach origin(String name, Arn caller, boolean matches) {
    return matches ? Reach.ORIGIN : isAccount(name, caller) ? Reach.ACCOUNT : Reach.NONE;
  }

  private static boolean isAccount(String name, Arn arn) {
    return name.equals(arn.account()) || name.equals(iam(arn) + "root");
  }

  /// Role names are unique in an account, whatever their path; a session does not show the path.
  private static boolean isRoleOf(String name, Principal.RoleSession session) {
    return name.startsWith(iam(session.arn()) + "role/")
        && name.substring(name.lastIndexOf('/') + 1).equals(session.roleName());
  }

  private static String sessionsOf(Principal.IamRole role) {
    var arn = role.arn();
    return "arn:%s:sts::%s:assumed-role/%s/".formatted(arn.partition(), arn.account(), role.name());
  }

  /// The ARN of a federated session does not show which user made it; the session is taken to carry
  /// the user's name.
  private static boolean isUserOf(String name, Principal.FederatedUser user) {
    return name.equals(iam(user.arn()) + "user/" + user.arn().resourceId());
  }

  private static String iam(Arn arn) {
    return "arn:" + arn.partition() + ":iam::" + arn.account() + ":";
  }
}
