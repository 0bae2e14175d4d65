package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.match.PrincipalSet.Reaching;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Position;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalSetTest {
  private static final String ROOT = "arn:aws:iam::111122223333:root";
  private static final String ROLE = "arn:aws:iam::111122223333:role/team/app";
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/app/one";
  private static final String BOB = "arn:aws:sts::111122223333:federated-user/bob";

  /// `AWS name` or a name alone, several parted by spaces.
  private static Principals named(boolean negated, String... names) {
    return new Principals.Named(
        negated,
        Arrays.stream(names)
            .map(name -> {
              var type =
                  name.endsWith(".amazonaws.com")
                      ? "Service"
                      : name.endsWith(".google.com")
                          ? "Federated"
                          : name.startsWith("canonical") ? "CanonicalUser" : "AWS";
              return new NamedPrincipal(type, name, new Position(1, 1));
            })
            .toList());
  }

  private static RequestView request(String principal, Knowledge knowledge) {
    return RequestView.of(
        new AuthorizationRequest(
            Asking.principal(principal),
            "s3:GetObject",
            Asking.OBJECT,
            "111122223333",
            RequestContext.empty().known(knowledge)));
  }

  private static Reach reach(String principal, Principals principals) {
    var reaching =
        PrincipalSet.of(principals, Effect.ALLOW)
            .reach(request(principal, Knowledge.COMPLETE), false);
    assertThat(reaching.maybe()).isEqualTo(reaching.surely());
    return reaching.surely();
  }

  @ParameterizedTest
  @CsvSource({
    ROOT + ", 111122223333, DIRECT",
    ROOT + "," + ROOT + ", DIRECT",
    ROOT + ", *, DIRECT",
    ROOT + "," + Asking.ALICE + ", NONE",
    Asking.ALICE + ", 111122223333, ACCOUNT",
    Asking.ALICE + ", 444455556666, NONE",
    Asking.ALICE + "," + ROOT + ", ACCOUNT",
    Asking.ALICE + "," + Asking.ALICE + ", DIRECT",
    Asking.ALICE + ", arn:aws:iam::111122223333:user/alice, NONE",
    ROLE + "," + ROLE + ", ORIGIN",
    ROLE + "," + ROOT + ", ACCOUNT",
    ROLE + ", arn:aws:iam::111122223333:role/app, NONE",
    ROLE + "," + SESSION + ", NONE",
    SESSION + "," + SESSION + ", DIRECT",
    SESSION + "," + ROLE + ", ORIGIN",
    SESSION + ", arn:aws:iam::111122223333:role/team/other, NONE",
    SESSION + ", arn:aws:iam::111122223333:user/app, NONE",
    SESSION + ", arn:aws:iam::444455556666:role/app, NONE",
    SESSION + ", 111122223333, ACCOUNT",
    BOB + "," + BOB + ", DIRECT",
    BOB + ", arn:aws:iam::111122223333:user/bob, ORIGIN",
    BOB + ", arn:aws:iam::111122223333:user/alice, NONE",
    BOB + "," + ROOT + ", ACCOUNT",
    "lambda.amazonaws.com, lambda.amazonaws.com, DIRECT",
    "lambda.amazonaws.com, ec2.amazonaws.com, NONE",
    "lambda.amazonaws.com, accounts.google.com, NONE",
    "lambda.amazonaws.com, 111122223333, NONE",
    "lambda.amazonaws.com, *, DIRECT",
    "accounts.google.com, accounts.google.com, DIRECT",
    "accounts.google.com, lambda.amazonaws.com, NONE",
    "accounts.google.com, 111122223333, NONE",
    "anonymous, *, DIRECT",
    "anonymous, 111122223333, NONE",
    "anonymous, lambda.amazonaws.com, NONE",
    Asking.ALICE + ", canonical, NONE",
    Asking.ALICE + ", lambda.amazonaws.com, NONE"
  })
  void aNameReachesACaller(String caller, String name, Reach reach) {
    assertThat(reach(caller, named(false, name))).isEqualTo(reach);
    assertThat(reach(caller, named(true, name)))
        .isEqualTo(reach == Reach.NONE ? Reach.DIRECT : Reach.NONE);
  }

  @Test
  void theMostDirectNameCounts() {
    assertThat(reach(SESSION, named(false, ROOT, SESSION, ROLE))).isEqualTo(Reach.DIRECT);
    assertThat(reach(SESSION, named(false, "444455556666", ROLE, ROOT))).isEqualTo(Reach.ORIGIN);
    assertThat(reach(SESSION, new Principals.Anyone(false))).isEqualTo(Reach.DIRECT);
    assertThat(reach(SESSION, new Principals.Anyone(true))).isEqualTo(Reach.NONE);
    assertThat(reach(SESSION, new Principals.Unstated())).isEqualTo(Reach.NONE);
  }

  /// A Deny with `NotPrincipal` excepts a caller that it lists with all its identities.
  @ParameterizedTest
  @CsvSource({
    ROOT + "," + ROOT + ", true",
    ROOT + "," + Asking.ALICE + ", false",
    Asking.ALICE + "," + Asking.ALICE + ", false",
    Asking.ALICE + "," + ROOT + ", false",
    Asking.ALICE + "," + Asking.ALICE + " " + ROOT + ", true",
    ROLE + "," + ROLE + ", false",
    ROLE + "," + ROOT + ", false",
    ROLE + "," + ROLE + " 111122223333, true",
    SESSION + "," + SESSION + " " + ROLE + ", false",
    SESSION + "," + ROOT + " " + ROLE + ", false",
    SESSION + "," + ROOT + " " + SESSION + ", false",
    SESSION + "," + ROOT + " " + SESSION + " " + ROLE + ", true",
    BOB + "," + BOB + ", false",
    BOB + "," + BOB + " " + ROOT + ", true",
    "lambda.amazonaws.com, lambda.amazonaws.com, true",
    "lambda.amazonaws.com, ec2.amazonaws.com, false",
    "accounts.google.com, accounts.google.com, true",
    "anonymous, " + ROOT + ", false",
    "anonymous, *, true"
  })
  void aDenyExceptsWhomItListsWhole(String caller, String names, boolean excepted) {
    var set = PrincipalSet.of(named(true, names.split(" ")), Effect.DENY);
    var request = request(caller, Knowledge.COMPLETE);
    assertThat(set.reach(request, false).surely()).isEqualTo(excepted ? Reach.NONE : Reach.DIRECT);
    var canHaveBoundary = !caller.equals(ROOT) && caller.startsWith("arn:");
    assertThat(set.reach(request, true).surely())
        .isEqualTo(excepted && !canHaveBoundary ? Reach.NONE : Reach.DIRECT);
  }

  @Test
  void aNamedSessionMayBeTheCallersWhereItIsNotKnown() {
    var unknown = request(ROLE, Knowledge.COMPLETE.withoutSessionName());
    var allow = PrincipalSet.of(named(false, SESSION), Effect.ALLOW);
    assertThat(allow.reach(unknown, false)).isEqualTo(new Reaching(Reach.NONE, Reach.DIRECT));
    assertThat(allow.reach(request(ROLE, Knowledge.COMPLETE), false))
        .isEqualTo(new Reaching(Reach.NONE, Reach.NONE));
    var others = PrincipalSet.of(named(true, SESSION), Effect.ALLOW);
    assertThat(others.reach(unknown, false)).isEqualTo(new Reaching(Reach.NONE, Reach.DIRECT));
    var account = PrincipalSet.of(named(false, ROOT), Effect.ALLOW);
    assertThat(account.reach(unknown, false)).isEqualTo(new Reaching(Reach.ACCOUNT, Reach.ACCOUNT));
  }

  @Test
  void namesTheSessionsOfTheCallersRole() {
    var role = Asking.principal(ROLE);
    var other = "arn:aws:sts::111122223333:assumed-role/other/two";
    var set = PrincipalSet.of(named(true, SESSION, other, ROOT), Effect.DENY);
    assertThat(set.sessions(role)).isEqualTo(new PrincipalSet.Sessions(true, List.of("one")));
    var none = new PrincipalSet.Sessions(false, List.of());
    assertThat(set.sessions(Asking.principal(SESSION))).isEqualTo(none);
    assertThat(PrincipalSet.of(new Principals.Anyone(true), Effect.DENY).sessions(role))
        .isEqualTo(none);
  }
}
