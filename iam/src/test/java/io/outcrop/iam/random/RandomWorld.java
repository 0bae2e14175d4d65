package io.outcrop.iam.random;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import java.util.stream.IntStream;

/// A set of layers, and as many requests under it as are wanted.
public final class RandomWorld {
  private static final String ACCOUNT = "111122223333";
  private static final List<String> ARNS =
      List.of(
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:assumed-role/app/s2",
          "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s1",
          "arn:aws:sts::111122223333:federated-user/alice",
          "arn:aws:iam::111122223333:role/app",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::444455556666:user/bob");

  private final Draw draw;
  private final Theme theme;
  private final RandomPolicies policies;
  private final RandomConditions conditions;
  private Principal caller = new Principal.Anonymous();
  private RequestContext context = RequestContext.empty();
  private int left;

  /// A world that follows from `seed`.
  public RandomWorld(long seed) {
    this.draw = new Draw(seed);
    this.theme = draw.of(Theme.ALL);
    this.policies = new RandomPolicies(draw, theme);
    this.conditions = new RandomConditions(draw);
  }

  /// A value that a request may bring for a condition key.
  public String value(String key) {
    return conditions.value(key);
  }

  /// An identity policy with one more statement that allows.
  public NamedPolicy allow() {
    return policies.policy(
        PolicyKind.IDENTITY, "more", List.of(policies.statement(PolicyKind.IDENTITY, "Allow")));
  }

  /// The next request; every so many come from one caller in one context.
  public AuthorizationRequest request() {
    if (left-- == 0) {
      left = 3;
      caller = principal();
      context = conditions.context(own(caller));
    }
    var resource = draw.of(theme.resources());
    var known = Arn.parse(resource).map(Arn::account).filter(account -> !account.isEmpty());
    var owner = known.orElse(draw.chance(80) ? ACCOUNT : "444455556666");
    var action = draw.chance(95) ? draw.of(theme.actions()) : draw.of(draw.of(Theme.ALL).actions());
    return new AuthorizationRequest(caller, action, resource, owner, context);
  }

  private Principal principal() {
    return draw.chance(88)
        ? Principal.parse(draw.of(ARNS)).orElseThrow()
        : draw.of(
            new Principal.Service("lambda.amazonaws.com"),
            new Principal.WebIdentity("accounts.google.com"),
            new Principal.Anonymous());
  }

  /// The keys that a principal brings by itself.
  private static RequestContext own(Principal principal) {
    var none = RequestContext.empty();
    return switch (principal) {
      case Principal.IamUser user -> none.with("aws:username", user.name());
      case Principal.RoleSession session when session.roleName().startsWith("AWSServiceRole") ->
          none.with(
              "aws:PrincipalArn",
              "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/"
                  + session.roleName());
      case Principal.RoleSession session ->
          none.with("aws:PrincipalArn", session.roleArn().toString());
      case Principal.RootUser _,
          Principal.IamRole _,
          Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          none;
    };
  }

  /// The layers; drawn anew at each call.
  public PolicyLayers layers() {
    return new PolicyLayers(
        new Layer.Known(
            draw.chance(6) ? List.of() : policies.policies(PolicyKind.IDENTITY, 3, "i")),
        sometimes(30, PolicyKind.BOUNDARY, 1, "b"),
        sometimes(35, PolicyKind.SESSION, 2, "s"),
        organization(PolicyKind.SCP, "p"),
        organization(PolicyKind.RCP, "r"),
        sometimes(
            theme.equals(Theme.KEYS) || theme.equals(Theme.ROLES) ? 90 : 60,
            theme.equals(Theme.ROLES) ? PolicyKind.TRUST : PolicyKind.RESOURCE,
            1,
            "o"),
        sometimes(20, PolicyKind.ENDPOINT, 1, "e"));
  }

  /// The layers, some of which nobody could look at.
  public PolicyLayers layersPartlyUnseen() {
    var known = layers();
    return new PolicyLayers(
        unseen(10, known.identity()),
        unseen(10, known.boundary()),
        unseen(10, known.session()),
        draw.chance(20) ? new Organization.Unknown("not permitted") : known.scps(),
        draw.chance(10) ? new Organization.Unknown("not permitted") : known.rcps(),
        unseen(20, known.resource()),
        unseen(10, known.endpoint()));
  }

  private Layer unseen(int percent, Layer layer) {
    return draw.chance(percent) ? new Layer.Unknown("not permitted") : layer;
  }

  private Layer sometimes(int percent, PolicyKind kind, int most, String prefix) {
    return draw.chance(percent)
        ? new Layer.Known(policies.policies(kind, most, prefix))
        : new Layer.Absent();
  }

  private Organization organization(PolicyKind kind, String prefix) {
    return draw.chance(65)
        ? new Organization.None()
        : new Organization.Levels(
            IntStream.range(0, draw.upTo(3))
                .mapToObj(i ->
                    new Level(
                        "level" + i,
                        draw.chance(4) ? List.of() : policies.policies(kind, 2, prefix + i + "-")))
                .toList());
  }
}
