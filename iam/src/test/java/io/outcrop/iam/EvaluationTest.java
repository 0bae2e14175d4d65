package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the statements of one layer count together.
class EvaluationTest {
  private static final String TAG = "aws:PrincipalTag/";

  private static PolicyLayers identity(String... statements) {
    var text =
        "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
            .formatted(String.join(", ", statements));
    return switch (PolicyParser.parse(text, PolicyKind.IDENTITY)) {
      case PolicyParsing.Parsed(var document) ->
          PolicyLayers.ofIdentity(List.of(new NamedPolicy("p", "", "", document)));
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static String statement(String effect, String resource, String condition) {
    return """
    {"Effect": "%s", "Action": "s3:GetObject", %s, "Condition": {%s}}
    """
        .formatted(effect, resource, condition);
  }

  private static String all(String effect, String condition) {
    return statement(effect, "\"Resource\": \"*\"", condition);
  }

  private static String is(String operator, String tag, String value) {
    return "\"%s\": {\"%s\": \"%s\"}".formatted(operator, TAG + tag, value);
  }

  private static AuthorizationRequest request(RequestContext context) {
    return new AuthorizationRequest(
        Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow(),
        "s3:GetObject",
        "arn:aws:s3:::bucket/key",
        "111122223333",
        context);
  }

  private static AuthorizationRequest request() {
    return request(RequestContext.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 127, 128, 129, 200})
  void theLastOfManyStatementsCounts(int count) {
    var others =
        IntStream.range(1, count)
            .mapToObj(i ->
                """
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::other%d"}
                """
                    .formatted(i))
            .collect(Collectors.toList());
    assertThat(Authorizer.decide(request(), identity(String.join(", ", others))).isAllowed())
        .isFalse();
    others.add(all("Allow", ""));
    var layers = identity(String.join(", ", others));
    var decision = Authorizer.decide(request(), layers);
    assertThat(decision.isAllowed()).isTrue();
    assertThat(decision.decidedBy().getFirst().statement().index()).isEqualTo(count - 1);
    others.set(count - 1, "{\"Effect\": \"Allow\", \"NotAction\": \"ec2:*\", \"Resource\": \"*\"}");
    assertThat(Authorizer.decide(request(), identity(String.join(", ", others))).isAllowed())
        .isTrue();
  }

  @Test
  void ofAnAllowThatHoldsOnlyItsOwnKeysCouldTurnIt() {
    var holds = all("Allow", is("StringNotEquals", "a", "x"));
    var holdsNot = all("Allow", is("StringEquals", "b", "y"));
    assertThat(Authorizer.decide(request(), identity(holds, holdsNot)).missingKeys())
        .containsExactly(TAG + "a");
    assertThat(Authorizer.decide(request(), identity(holdsNot)).missingKeys())
        .containsExactly(TAG + "b");
    var always = all("Allow", "");
    assertThat(Authorizer.decide(request(), identity(holds, always)).missingKeys()).isEmpty();
  }

  private static Requirement requirement(AuthorizationRequest request, PolicyLayers layers) {
    var explained = Authorizer.prepare(layers).explain(request);
    assertThat(explained.decision().outcome()).isEqualTo(Outcome.DEPENDS_ON_UNKNOWN);
    return explained.requirement();
  }

  @Test
  void onlyWhatNobodyKnowsIsRequired() {
    var doubtful =
        request(RequestContext.empty().known(Knowledge.COMPLETE.with(TAG + "a", Doubt.BOTH)));
    var unknown = all("Allow", is("StringEquals", "a", "x"));
    var missing = all("Allow", is("StringEquals", "b", "y"));
    assertThat(requirement(doubtful, identity(unknown, missing)).unknowns())
        .containsExactly(new Unknown.OfCondition("StringEquals", TAG + "a", List.of("x")));
  }

  @Test
  void theResourceOfAStatementWithAnUnknownVariableHasToBeOneOrNone() {
    var doubtful =
        request(RequestContext.empty().known(Knowledge.COMPLETE.with(TAG + "a", Doubt.BOTH)));
    var pattern = "arn:aws:s3:::bucket/${aws:PrincipalTag/a}";
    var is = statement("Allow", "\"Resource\": \"" + pattern + "\"", "");
    var isNot = statement("Allow", "\"NotResource\": \"" + pattern + "\"", "");
    var unknown = new Unknown.OfResource(List.of(pattern));
    assertThat(requirement(doubtful, identity(is)).holds(unknown::equals)).isTrue();
    assertThat(requirement(doubtful, identity(is)).holds(_ -> false)).isFalse();
    assertThat(requirement(doubtful, identity(isNot)).holds(unknown::equals)).isFalse();
    assertThat(requirement(doubtful, identity(isNot)).holds(_ -> false)).isTrue();
  }

  @Test
  void aStatementAboutAnotherServiceIsNotWorthTelling() {
    var layers =
        identity(
            "{\"Effect\": \"Allow\", \"NotAction\": \"s3:*\", \"Resource\": \"*\"}",
            "{\"Effect\": \"Allow\", \"NotAction\": \"ec2:*\", \"Resource\": \"arn:aws:s3:::x\"}");
    var explained = Authorizer.prepare(layers).explain(request());
    var statements =
        explained.layers().stream().flatMap(layer -> layer.statements().stream()).toList();
    assertThat(statements.stream().map(one -> one.ref().statement().index())).containsExactly(0, 1);
    var other =
        identity(
            "{\"Effect\": \"Allow\", \"NotAction\": [\"ec2:*\", \"s3:*\"], \"Resource\": \"x\"}",
            "{\"Effect\": \"Allow\", \"Action\": \"ec2:RunInstances\", \"Resource\": \"*\"}");
    assertThat(
            Authorizer.prepare(other).explain(request()).layers().stream()
                .flatMap(layer -> layer.statements().stream()))
        .isEmpty();
  }
}
