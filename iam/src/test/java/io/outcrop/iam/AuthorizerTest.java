package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cases cannot say: keys derived from the principal, and layers with no policy in them.
class AuthorizerTest {
  private static final String USER = "arn:aws:iam::111122223333:user/team/alice";
  private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/app/s1";
  private static final String FEDERATED = "arn:aws:sts::111122223333:federated-user/bob";
  private static final String ROLE = "arn:aws:iam::111122223333:role/team/app";
  private static final String ROOT = "arn:aws:iam::111122223333:root";

  private static Principal principal(String text) {
    return Principal.parse(text).orElseThrow();
  }

  private static AuthorizationRequest request(Principal principal) {
    return new AuthorizationRequest(
        principal,
        "s3:GetObject",
        "arn:aws:s3:::bucket/key",
        "111122223333",
        RequestContext.empty());
  }

  private static NamedPolicy policy(PolicyKind kind, String text) {
    return switch (PolicyParser.parse(text, kind)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy("p", "", "", document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static PolicyLayers resource(NamedPolicy policy) {
    return new PolicyLayers(
        new Layer.Absent(),
        new Layer.Absent(),
        new Layer.Absent(),
        new Organization.None(),
        new Organization.None(),
        new Layer.Known(List.of(policy)),
        new Layer.Absent());
  }

  private static PolicyLayers whoever(String key, String value) {
    return resource(
        policy(
            PolicyKind.RESOURCE,
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
             "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"%s": "%s"}}}}
            """
                .formatted(key, value)));
  }

  @ParameterizedTest
  @CsvSource({
    USER + ", aws:PrincipalArn, " + USER,
    USER + ", AWS:principalaccount, 111122223333",
    USER + ", aws:PrincipalType, User",
    USER + ", aws:username, alice",
    USER + ", aws:PrincipalIsAWSService, false",
    SESSION + ", aws:PrincipalArn, arn:aws:iam::111122223333:role/app",
    SESSION + ", aws:PrincipalAccount, 111122223333",
    SESSION + ", aws:PrincipalType, AssumedRole",
    FEDERATED + ", aws:PrincipalArn, " + FEDERATED,
    FEDERATED + ", aws:PrincipalType, FederatedUser",
    FEDERATED + ", aws:userid, 111122223333:bob",
    ROLE + ", aws:PrincipalArn, " + ROLE,
    ROLE + ", aws:PrincipalType, AssumedRole"
  })
  void keysOfThePrincipalAreDerived(String arn, String key, String value) {
    var request = request(principal(arn));
    var layers = whoever(key, value);
    assertThat(Authorizer.decide(request, layers).isAllowed()).isTrue();
    var asGiven = Authorizer.prepare(layers).decideAsGiven(request);
    assertThat(asGiven.isDenied()).isTrue();
    assertThat(asGiven.missingKeys()).containsExactly(key);
  }

  @Test
  void keysOfCallersWithoutAnAccountAreDerived() {
    var service = request(new Principal.Service("lambda.amazonaws.com"));
    var anonymous = request(new Principal.Anonymous());
    var isService = whoever("aws:PrincipalIsAWSService", "true");
    var isLambda = whoever("aws:PrincipalServiceName", "lambda.amazonaws.com");
    assertThat(Authorizer.decide(service, isService).isAllowed()).isTrue();
    assertThat(Authorizer.decide(service, isLambda).isAllowed()).isTrue();
    assertThat(Authorizer.decide(anonymous, whoever("aws:userid", "anonymous")).isAllowed())
        .isTrue();
    assertThat(Authorizer.decide(anonymous, isService).missingKeys())
        .containsExactly("aws:PrincipalIsAWSService");
  }

  @Test
  void whatARoleSessionDoesNotShowIsMissing() {
    var request = request(principal(SESSION));
    for (var key : List.of("aws:username", "aws:userid")) {
      assertThat(Authorizer.decide(request, whoever(key, "x")).missingKeys()).containsExactly(key);
    }
  }

  @Test
  void whatFollowsFromThePrincipalIsKnownUnlessItIsGiven() {
    var request = request(principal(SESSION)).known(Knowledge.NONE);
    assertThat(Authorizer.decide(request, whoever("aws:PrincipalType", "AssumedRole")).isAllowed())
        .isTrue();
    assertThat(Authorizer.decide(request, whoever("aws:PrincipalType", "User")).isDenied())
        .isTrue();
    var open = Authorizer.decide(request, whoever("aws:SourceIp", "x"));
    assertThat(open.outcome()).isEqualTo(Outcome.DEPENDS_ON_UNKNOWN);
    assertThat(open.isAllowed()).isFalse();
    assertThat(open.isDenied()).isFalse();
    assertThat(open.unknown()).containsExactly("condition key `aws:SourceIp`");
    var given =
        new AuthorizationRequest(
            request.principal(),
            request.action(),
            request.resource(),
            request.resourceAccount(),
            request.context().with("aws:PrincipalType", "AssumedRole"));
    assertThat(Authorizer.decide(given, whoever("aws:PrincipalType", "AssumedRole")).outcome())
        .isEqualTo(Outcome.DEPENDS_ON_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:PrincipalArn, " + ROOT,
    "aws:PrincipalType, Account",
    "aws:userid, 111122223333",
    "aws:PrincipalAccount, 111122223333"
  })
  void keysOfTheRootUserAreDerived(String key, String value) {
    var layers =
        resource(
            policy(
                PolicyKind.RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*",
                 "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"%s": "%s"}}}}
                """
                    .formatted(key, value)));
    assertThat(Authorizer.decide(request(principal(ROOT)), layers).isDenied()).isTrue();
    assertThat(Authorizer.prepare(layers).decideAsGiven(request(principal(ROOT))).isAllowed())
        .isTrue();
  }

  @Test
  void nothingFollowsFromServicesAndWebIdentities() {
    var web = request(new Principal.WebIdentity("accounts.google.com"));
    var service = request(new Principal.Service("lambda.amazonaws.com"));
    for (var key : List.of("aws:PrincipalArn", "aws:PrincipalType", "aws:userid", "aws:username")) {
      assertThat(Authorizer.decide(web, whoever(key, "x")).missingKeys()).containsExactly(key);
      assertThat(Authorizer.decide(service, whoever(key, "x")).missingKeys()).containsExactly(key);
    }
    assertThat(Authorizer.decide(web, whoever("aws:PrincipalIsAWSService", "false")).isAllowed())
        .isTrue();
  }

  @Test
  void aGivenKeyIsNotDerived() {
    var base = request(principal(SESSION));
    var request =
        new AuthorizationRequest(
            base.principal(),
            base.action(),
            base.resource(),
            base.resourceAccount(),
            RequestContext.empty()
                .with("aws:principalARN", "arn:aws:iam::111122223333:role/team/app"));
    assertThat(
            Authorizer.decide(
                    request, whoever("aws:PrincipalArn", "arn:aws:iam::111122223333:role/team/app"))
                .isAllowed())
        .isTrue();
  }

  @Test
  void anEndpointWithoutAPolicyLetsEverythingThroughAndABoundaryWithoutOneNothing() {
    var allow =
        policy(
            PolicyKind.IDENTITY,
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
    var identity = PolicyLayers.ofIdentity(List.of(allow));
    var none = new Layer.Known(List.of());
    var endpoint =
        new PolicyLayers(
            identity.identity(),
            identity.boundary(),
            identity.session(),
            identity.scps(),
            identity.rcps(),
            identity.resource(),
            none);
    var boundary =
        new PolicyLayers(
            identity.identity(),
            none,
            identity.session(),
            identity.scps(),
            identity.rcps(),
            identity.resource(),
            identity.endpoint());
    assertThat(Authorizer.decide(request(principal(USER)), endpoint).isAllowed()).isTrue();
    assertThat(Authorizer.decide(request(principal(USER)), boundary).isDenied()).isTrue();
    assertThat(Authorizer.decide(request(principal(ROOT)), boundary).isAllowed()).isTrue();
  }
}
