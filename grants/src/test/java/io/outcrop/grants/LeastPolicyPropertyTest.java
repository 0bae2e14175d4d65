package io.outcrop.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// For random calls over the routes of the shipped catalogue: the least policy lets every
/// authorisation through, nothing can be taken from it, and it gives nothing else on its models.
final class LeastPolicyPropertyTest {
  private static final String ACCOUNT = "111122223333";
  private static final List<Route> ROUTES =
      ModelCatalogue.shipped().models().stream()
          .flatMap(model -> model.byRegion().values().stream())
          .flatMap(here -> here.routes().stream())
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void thePolicyIsSufficientAndNothingCanBeTakenAway(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 10; round++) {
      var calls = calls(random);
      var needed = calls.stream().flatMap(call -> Grants.required(call).stream()).toList();
      var policy = Grants.leastPolicy(calls).document();
      assertThat(needed).allMatch(one -> allows(policy, one));
      for (var less : reductions(policy)) {
        assertThat(needed).as("still enough: %s", less).anyMatch(one -> !allows(less, one));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderAndRepetitionMakeNoDifference(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 20; round++) {
      var calls = calls(random);
      var other = new ArrayList<>(calls);
      other.add(calls.getFirst());
      Collections.shuffle(other, random);
      assertThat(Grants.leastPolicy(other)).isEqualTo(Grants.leastPolicy(calls));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aModelBehindAProfileCannotBeCalledByItsOwnIdOrThroughAnotherProfile(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 20; round++) {
      var route = ROUTES.get(random.nextInt(ROUTES.size()));
      if (route instanceof Route.OnDemand) {
        continue;
      }
      var call = ModelCall.signed(Operation.INVOKE_MODEL, route, ACCOUNT);
      var policy = Grants.leastPolicy(List.of(call)).document();
      for (var needed : Grants.required(call)) {
        if (!needed.resource().contains("foundation-model/")) {
          continue;
        }
        assertThat(allows(policy, with(needed, null))).isFalse();
        assertThat(allows(policy, with(needed, "arn:aws:bedrock:us-east-1:111122223333:x/y")))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod-cx7ovbu5wex7g", ""})
  void theFirstUsePolicyIsSufficientAndMinimal(String productId) {
    var needed = Grants.firstUse(productId);
    var policy = Grants.firstUsePolicy(productId).document();
    assertThat(needed).allMatch(one -> allows(policy, one));
    assertThat(reductions(policy))
        .allSatisfy(less -> assertThat(needed).anyMatch(one -> !allows(less, one)));
    var outside =
        needed.stream()
            .map(one -> new RequiredAuthorization(one.action(), "*", Map.of(), one.why()));
    assertThat(outside).noneMatch(one -> allows(policy, one));
  }

  private static RequiredAuthorization with(
      RequiredAuthorization needed, @Nullable String profile) {
    var context = new HashMap<>(needed.context());
    context.remove("bedrock:InferenceProfileArn");
    if (profile != null) {
      context.put("bedrock:InferenceProfileArn", profile);
    }
    return new RequiredAuthorization(needed.action(), needed.resource(), context, needed.why());
  }

  private static List<ModelCall> calls(Random random) {
    var calls = new ArrayList<ModelCall>();
    for (var i = 0; i <= random.nextInt(4); i++) {
      var operations = Operation.values();
      var tokens = BearerToken.values();
      calls.add(
          new ModelCall(
              operations[random.nextInt(operations.length)],
              ROUTES.get(random.nextInt(ROUTES.size())),
              ACCOUNT,
              tokens[random.nextInt(tokens.length)],
              random.nextInt(4) == 0
                  ? "arn:aws:bedrock:us-east-1:111122223333:guardrail/abcdef123456"
                  : ""));
    }
    return calls;
  }

  /// The policy without one statement, without one action, or without one resource.
  private static List<Json.Obj> reductions(Json.Obj policy) {
    var result = new ArrayList<Json.Obj>();
    var statements = policy.list("Statement");
    for (var i = 0; i < statements.size(); i++) {
      var without = new ArrayList<>(statements);
      without.remove(i);
      result.add(policy.with("Statement", Json.array(without)));
      for (var member : List.of("Action", "Resource")) {
        var statement = (Json.Obj) statements.get(i);
        var elements = statement.list(member);
        for (var j = 0; j < elements.size(); j++) {
          var fewer = new ArrayList<>(elements);
          fewer.remove(j);
          var changed = new ArrayList<>(statements);
          changed.set(i, statement.with(member, Json.array(fewer)));
          result.add(policy.with("Statement", Json.array(changed)));
        }
      }
    }
    return result;
  }

  private static boolean allows(Json.Obj policy, RequiredAuthorization needed) {
    if (policy.list("Statement").isEmpty()) {
      return false;
    }
    var parsed = PolicyParser.parse(policy, PolicyKind.IDENTITY);
    assertThat(parsed).isInstanceOf(PolicyParsing.Parsed.class);
    var document = ((PolicyParsing.Parsed) parsed).document();
    var request =
        new AuthorizationRequest(
            principal(needed.resource()),
            needed.action(),
            needed.resource(),
            ACCOUNT,
            RequestContext.of(needed.context()));
    return Authorizer.decide(
            request,
            PolicyLayers.ofIdentity(
                List.of(new NamedPolicy("OutcropBedrockAccess", "", "user alice", document))))
        .isAllowed();
  }

  private static Principal principal(String resource) {
    var partition = resource.startsWith("arn:") ? resource.split(":", -1)[1] : "aws";
    return new Principal.IamUser(new Arn(partition, "iam", "", ACCOUNT, "user/alice"));
  }
}
