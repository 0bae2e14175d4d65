package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for all requests and policies, tried on many drawn ones. The seed is the number of
/// the trial: a failure names it.
class AuthorizerPropertyTest {
  private static final int TRIALS = 5_000;

  private static Decision decide(AuthorizationRequest request, PolicyLayers layers) {
    return Authorizer.prepare(layers).decideAsGiven(request);
  }

  @Test
  void engineAgreesWithTheReference() {
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    for (var seed = 0; seed < 4 * TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(seed % 3 == 0);
      var outcome = decide(request, layers).outcome();
      assertThat(outcome).as("seed %d", seed).isEqualTo(ReferenceEvaluator.decide(request, layers));
      outcomes.merge(outcome, 1, Integer::sum);
    }
    for (var outcome : Outcome.values()) {
      assertThat(outcomes.getOrDefault(outcome, 0)).as(outcome.name()).isGreaterThan(300);
    }
  }

  @Test
  void explicitDenyAlwaysWins() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(false);
      var identity = new ArrayList<>(known(layers.identity()));
      identity.add(everything("Deny"));
      var denied = decide(request, withIdentity(layers, identity)).outcome();
      var reached =
          !request.action().equals("sts:GetCallerIdentity")
              && Rule.hasPolicies(request.principal())
              && !(request.principal() instanceof Principal.RootUser);
      assertThat(denied)
          .as("seed %d", seed)
          .isEqualTo(reached ? Outcome.EXPLICITLY_DENIED : decide(request, layers).outcome());
    }
  }

  @Test
  void orderAndDuplicatesDoNotMatter() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(seed % 3 == 0);
      var before = decide(request, layers);
      var after = decide(request, shuffled(layers, new Random(seed)));
      assertThat(after.outcome()).as("seed %d", seed).isEqualTo(before.outcome());
      assertThat(after.blockedBy()).as("seed %d", seed).isEqualTo(before.blockedBy());
      assertThat(after.missingKeys()).as("seed %d", seed).isEqualTo(before.missingKeys());
      assertThat(names(after)).as("seed %d", seed).isEqualTo(names(before));
    }
  }

  @Test
  void addingAnAllowNeverTakesAccessAway() {
    var allowed = 0;
    for (var seed = 0; seed < TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(false);
      if (decide(request, layers).isAllowed()) {
        allowed++;
        var identity = new ArrayList<>(known(layers.identity()));
        identity.add(
            RandomPolicies.policy(
                PolicyKind.IDENTITY,
                "more",
                List.of(policies.statement(PolicyKind.IDENTITY, "Allow"))));
        assertThat(decide(request, withIdentity(layers, identity)).isAllowed())
            .as("seed %d", seed)
            .isTrue();
      }
    }
    assertThat(allowed).isGreaterThan(300);
  }

  @Test
  void everyDecisionNamesStatementsThatExist() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(seed % 3 == 0);
      var decision = decide(request, layers);
      for (var ref : decision.decidedBy()) {
        assertThat(isOf(all(layers).get(ref.layer()), ref)).as("seed %d", seed).isTrue();
      }
      var implicit = decision.outcome() == Outcome.IMPLICITLY_DENIED;
      assertThat(decision.blockedBy().isEmpty() && implicit).as("seed %d", seed).isFalse();
      assertThat(decision.isAllowed() && !decision.blockedBy().isEmpty()).isFalse();
    }
  }

  @Test
  void aKeyThatChangesTheAnswerIsNamedAsMissing() {
    var changes = 0;
    for (var seed = 0; seed < TRIALS; seed++) {
      var policies = new RandomPolicies(seed);
      var request = policies.request();
      var layers = policies.layers(false);
      var before = decide(request, layers);
      for (var key : RandomPolicies.NAMES) {
        if (request.context().get(key).isEmpty()) {
          var context = request.context().with(key, policies.value(key));
          var after =
              decide(
                  new AuthorizationRequest(
                      request.principal(),
                      request.action(),
                      request.resource(),
                      request.resourceAccount(),
                      context),
                  layers);
          if (after.outcome() != before.outcome()) {
            changes++;
            assertThat(before.missingKeys()).as("seed %d", seed).contains(key);
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(100);
  }

  private static Set<String> names(Decision decision) {
    return decision.decidedBy().stream()
        .map(ref -> ref.layer() + "/" + ref.policy().name() + "/" + ref.statement().index())
        .collect(Collectors.toSet());
  }

  private static boolean isOf(@Nullable List<NamedPolicy> policies, StatementRef ref) {
    var statements = ref.policy().document().statements();
    return policies != null
        && policies.contains(ref.policy())
        && statements.get(ref.statement().index()).equals(ref.statement());
  }

  private static NamedPolicy everything(String effect) {
    return RandomPolicies.policy(
        PolicyKind.IDENTITY,
        "everything",
        List.of(
            Json.object(
                Map.of(
                    "Effect", Json.of(effect), "Action", Json.of("*"), "Resource", Json.of("*")))));
  }

  private static List<NamedPolicy> known(Layer layer) {
    return layer instanceof Layer.Known(var policies) ? policies : List.of();
  }

  private static PolicyLayers withIdentity(PolicyLayers layers, List<NamedPolicy> identity) {
    return new PolicyLayers(
        new Layer.Known(identity),
        layers.boundary(),
        layers.session(),
        layers.scps(),
        layers.rcps(),
        layers.resource(),
        layers.endpoint());
  }

  private static PolicyLayers shuffled(PolicyLayers layers, Random random) {
    return new PolicyLayers(
        shuffled(layers.identity(), random),
        shuffled(layers.boundary(), random),
        shuffled(layers.session(), random),
        shuffled(layers.scps(), random),
        shuffled(layers.rcps(), random),
        shuffled(layers.resource(), random),
        shuffled(layers.endpoint(), random));
  }

  private static Layer shuffled(Layer layer, Random random) {
    return layer instanceof Layer.Known(var policies)
        ? new Layer.Known(shuffled(policies, random))
        : layer;
  }

  private static Organization shuffled(Organization organization, Random random) {
    return organization instanceof Organization.Levels(var levels)
        ? new Organization.Levels(
            levels.stream()
                .map(level -> new Level(level.name(), shuffled(level.policies(), random)))
                .toList())
        : organization;
  }

  private static List<NamedPolicy> shuffled(List<NamedPolicy> policies, Random random) {
    var changed = new ArrayList<>(policies);
    policies.stream().limit(1).forEach(changed::add);
    Collections.shuffle(changed, random);
    return changed;
  }

  private static Map<LayerName, List<NamedPolicy>> all(PolicyLayers layers) {
    var all = new EnumMap<LayerName, List<NamedPolicy>>(LayerName.class);
    all.put(LayerName.IDENTITY, known(layers.identity()));
    all.put(LayerName.BOUNDARY, known(layers.boundary()));
    all.put(LayerName.SESSION, known(layers.session()));
    all.put(LayerName.SCP, known(layers.scps()));
    all.put(LayerName.RCP, known(layers.rcps()));
    all.put(LayerName.RESOURCE, known(layers.resource()));
    all.put(LayerName.ENDPOINT, known(layers.endpoint()));
    return all;
  }

  private static List<NamedPolicy> known(Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? levels.stream().flatMap(level -> level.policies().stream()).toList()
        : List.of();
  }
}
