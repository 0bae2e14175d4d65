package io.outcrop.grants.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.Grants;
import io.outcrop.grants.LeastPolicy;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// For random wishes over the shipped catalogue: the documents let through exactly what
/// [Specification] asks for. The seed is the parameter.
final class GeneratePropertyTest {
  private static final int ROUNDS = 8;
  private static final PolicyGenerator GENERATOR = new PolicyGenerator(RandomWishes.CATALOGUE);
  private static final List<Route> ROUTES =
      RandomWishes.CATALOGUE.models().stream()
          .flatMap(model -> model.byRegion().values().stream())
          .flatMap(here -> here.routes().stream())
          .toList();

  /// Keys that tell two authorisations on one resource apart.
  private static final Set<String> TELLING =
      Set.of(
          "bedrock:InferenceProfileArn",
          "bedrock:BearerTokenType",
          "bedrock-mantle:BearerTokenType",
          "bedrock-mantle:Model",
          "aws:CalledViaLast",
          "aws-marketplace:ProductId");

  private record Granted(PolicyWish wish, PolicyAnswer.Policy policy) {
    List<Json.Obj> documents() {
      return policy.documents().stream().map(NamedDocument::document).toList();
    }
  }

  private static List<Granted> granted(long seed) {
    var wishes = new RandomWishes(seed);
    var result = new ArrayList<Granted>();
    for (var tries = 0; result.size() < ROUNDS; tries++) {
      assertThat(tries).as("wishes that can be granted").isLessThan(ROUNDS * 8);
      var wish = wishes.next();
      if (GENERATOR.answer(wish, RandomWishes.AT, "Access", new Target.Unattached())
          instanceof PolicyAnswer.Policy policy) {
        result.add(new Granted(wish, policy));
      }
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyAuthorizationOfEveryCallIsAllowed(long seed) {
    for (var granted : granted(seed)) {
      var judging = new Judging(granted.documents());
      var needed = Specification.of(granted.wish());
      assertThat(needed).isNotEmpty();
      assertThat(needed.stream().filter(one -> !judging.allows(one)))
          .as("%s", granted.wish())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nothingCanBeTakenAway(long seed) {
    for (var granted : granted(seed)) {
      var needed = List.copyOf(new LinkedHashSet<>(Specification.of(granted.wish())));
      for (var less : Reductions.of(granted.documents())) {
        var judging = new Judging(less.documents());
        assertThat(needed.stream().allMatch(judging::allows))
            .as("enough without %s of %s", less.what(), granted.wish())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyConditionNarrows(long seed) {
    for (var granted : granted(seed)) {
      var tight = new Judging(granted.documents());
      var needed = Specification.of(granted.wish());
      for (var wider : Reductions.withoutCondition(granted.documents())) {
        var judging = new Judging(wider.documents());
        assertThat(needed.stream().map(one -> with(one, wider.key(), "other")))
            .as("without %s of %s", wider.what(), granted.wish())
            .anyMatch(one -> judging.allows(one) && !tight.allows(one));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nothingElseIsAllowed(long seed) {
    var random = new Random(seed);
    for (var granted : granted(seed)) {
      var judging = new Judging(granted.documents());
      var needed = List.copyOf(new LinkedHashSet<>(Specification.of(granted.wish())));
      var others = neighbourhood(needed, random);
      var denied = others.stream().filter(one -> !isAskedFor(one, needed)).toList();
      assertThat(denied).hasSizeGreaterThan(50);
      assertThat(denied.stream().filter(judging::allows)).as("%s", granted.wish()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void splittingKeepsTheMeaningAndTheLimit(long seed) {
    var random = new Random(seed);
    for (var granted : granted(seed)) {
      assertThat(granted.policy().documents()).allMatch(one -> one.characters() <= 6144);
      var statements = Grants.statements(granted.policy().needs());
      var whole = new Judging(List.of(LeastPolicy.document(Grants.numbered(statements))));
      var needed = Specification.of(granted.wish());
      var all = new ArrayList<>(needed);
      all.addAll(neighbourhood(needed, random));
      for (var limit : List.of(500, 900, 2048)) {
        var parts = new Splitting(limit).of(statements);
        var documents = parts.stream().map(LeastPolicy::document).toList();
        assertThat(documents).allMatch(one -> new NamedDocument("Part", one).characters() <= limit);
        assertThat(parts.stream().flatMap(List::stream).map(one -> one.name()))
            .doesNotHaveDuplicates();
        var split = new Judging(documents);
        assertThat(all).allMatch(one -> split.allows(one) == whole.allows(one));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyLineHasItsReasonsAndTheOrderOfTheWishMakesNoDifference(long seed) {
    var random = new Random(seed);
    for (var granted : granted(seed)) {
      var policy = granted.policy();
      assertThat(policy.lines()).allMatch(line -> !line.because().isEmpty());
      assertThat(policy.lines()).hasSize(Reductions.lines(granted.documents()));
      var wish = granted.wish();
      var models = new ArrayList<>(wish.models());
      var regions = new ArrayList<>(wish.regions());
      Collections.shuffle(models, random);
      Collections.shuffle(regions, random);
      var other =
          new PolicyWish(
              models,
              regions,
              wish.routes(),
              wish.abilities(),
              wish.apiKeys(),
              wish.owned(),
              wish.account());
      assertThat(GENERATOR.answer(other, RandomWishes.AT, "Access", new Target.Unattached()))
          .isInstanceOfSatisfying(
              PolicyAnswer.Policy.class,
              same -> {
                assertThat(same.documents()).isEqualTo(policy.documents());
                assertThat(same.lines()).isEqualTo(policy.lines());
              });
    }
  }

  /// Other calls of all kinds, and what is needed with one thing changed.
  private static List<RequiredAuthorization> neighbourhood(
      List<RequiredAuthorization> needed, Random random) {
    var result = new LinkedHashSet<RequiredAuthorization>();
    for (var i = 0; i < 12; i++) {
      var operations = Operation.values();
      var call =
          ModelCall.signed(
              operations[random.nextInt(operations.length)],
              ROUTES.get(random.nextInt(ROUTES.size())),
              Judging.ACCOUNT);
      result.addAll(Grants.required(call));
    }
    for (var one : needed) {
      result.addAll(changed(one));
    }
    return List.copyOf(result);
  }

  private static List<RequiredAuthorization> changed(RequiredAuthorization one) {
    var result = new ArrayList<RequiredAuthorization>();
    for (var action :
        List.of(
            "bedrock:InvokeModel",
            "bedrock:InvokeModelWithResponseStream",
            "bedrock:CountTokens",
            "bedrock:ApplyGuardrail",
            "bedrock:GetInferenceProfile",
            "bedrock:DeleteInferenceProfile",
            "bedrock:PutAccountDataRetention",
            "bedrock-mantle:CreateInference",
            "bedrock-mantle:DeleteInference",
            "aws-marketplace:Unsubscribe",
            "iam:CreateServiceSpecificCredential")) {
      result.add(authorization(action, one.resource(), one.context()));
    }
    var resource = one.resource();
    for (var other :
        List.of(
            resource.replace("sonnet", "haiku"),
            resource.replace("claude", "claud"),
            resource.replace("bedrock:us-east-1", "bedrock:us-west-2"),
            resource.replace("bedrock:eu-", "bedrock:us-"),
            resource.replace(Judging.ACCOUNT, "444455556666"),
            resource.replace("inference-profile/us.", "inference-profile/global."),
            resource.replaceAll("bedrock:[a-z0-9-]*::", "bedrock:::"),
            resource.equals("*") ? "*" : resource + "x")) {
      result.add(authorization(one.action(), other, one.context()));
    }
    for (var key : one.context().keySet()) {
      result.add(with(one, key, "other"));
      var without = new HashMap<>(one.context());
      without.remove(key);
      result.add(authorization(one.action(), resource, without));
    }
    return result;
  }

  /// Whether the policy has to allow `one`: some need has the same action and resource, and brings
  /// nothing that `one` lacks.
  private static boolean isAskedFor(RequiredAuthorization one, List<RequiredAuthorization> needed) {
    return needed.stream()
        .anyMatch(need ->
            need.action().equals(one.action())
                && need.resource().equals(one.resource())
                && need.context().entrySet().stream()
                    .filter(entry -> tells(entry.getKey(), need))
                    .allMatch(entry -> entry.getValue().equals(one.context().get(entry.getKey()))));
  }

  private static boolean tells(String key, RequiredAuthorization need) {
    var isRegionOfActionWithoutResource =
        key.equals("aws:RequestedRegion")
            && need.resource().equals("*")
            && !need.action().endsWith(":CallWithBearerToken");
    return TELLING.contains(key) || isRegionOfActionWithoutResource;
  }

  private static RequiredAuthorization with(RequiredAuthorization one, String key, String value) {
    var context = new HashMap<>(one.context());
    context.put(key, value);
    return authorization(one.action(), one.resource(), context);
  }

  private static RequiredAuthorization authorization(
      String action, String resource, Map<String, String> context) {
    return new RequiredAuthorization(action, resource, context, "");
  }
}
