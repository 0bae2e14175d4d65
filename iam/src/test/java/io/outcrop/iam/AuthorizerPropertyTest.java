package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.random.RandomConditions;
import io.outcrop.iam.random.RandomWorld;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for all requests and policies, tried on many drawn ones. The seed is the number of
/// the trial: a failure names it.
class AuthorizerPropertyTest {
  private static final int TRIALS = 2_500;

  private static Decision decide(AuthorizationRequest request, PolicyLayers layers) {
    return Authorizer.prepare(layers).decideAsGiven(request);
  }

  private static PolicyLayers layers(RandomWorld world, int seed) {
    return seed % 4 == 0 ? world.layersPartlyUnseen() : world.layers();
  }

  @Test
  void explicitDenyAlwaysWins() {
    var reached = 0;
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = world.layers();
      var request = world.request();
      var denied =
          decide(
              request,
              withIdentity(layers, "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}"));
      if (hasIdentityPolicies(request)) {
        reached++;
        assertThat(denied.outcome()).as("seed %d", seed).isEqualTo(Outcome.EXPLICITLY_DENIED);
      } else {
        assertThat(denied.outcome())
            .as("seed %d", seed)
            .isEqualTo(decide(request, layers).outcome());
      }
    }
    assertThat(reached).isGreaterThan(TRIALS / 2);
  }

  private static boolean hasIdentityPolicies(AuthorizationRequest request) {
    return request.principal().knownArn().isPresent()
        && !(request.principal() instanceof Principal.RootUser)
        && !request.action().equalsIgnoreCase("sts:GetCallerIdentity");
  }

  @Test
  void addingAnAllowNeverTakesAccessAway() {
    var allowed = 0;
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = world.layers();
      var request = world.request();
      if (decide(request, layers).isAllowed()) {
        allowed++;
        var more = world.allow().document().source().get("Statement").orElseThrow();
        var statement = more instanceof Json.Arr array ? array.elements().getFirst() : more;
        assertThat(decide(request, withIdentity(layers, JsonWriter.compact(statement))).isAllowed())
            .as("seed %d", seed)
            .isTrue();
      }
    }
    assertThat(allowed).isGreaterThan(TRIALS / 10);
  }

  @Test
  void orderAndDuplicatesOfPoliciesDoNotMatter() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = layers(world, seed);
      var request = world.request();
      var before = decide(request, layers);
      var after = decide(request, Mixing.policies(layers, new Random(seed)));
      assertSameAnswer(seed, after, before);
      assertThat(names(after)).as("seed %d", seed).isEqualTo(names(before));
    }
  }

  @Test
  void orderAndDuplicatesOfStatementsAndValuesDoNotMatter() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = layers(world, seed);
      var request = world.request();
      assertSameAnswer(
          seed,
          decide(request, Mixing.statements(layers, new Random(seed))),
          decide(request, layers));
    }
  }

  private static void assertSameAnswer(int seed, Decision after, Decision before) {
    assertThat(after.outcome()).as("seed %d", seed).isEqualTo(before.outcome());
    assertThat(after.blockedBy()).as("seed %d", seed).isEqualTo(before.blockedBy());
    assertThat(lowerCase(after.missingKeys()))
        .as("seed %d", seed)
        .isEqualTo(lowerCase(before.missingKeys()));
    assertThat(after.unknown()).as("seed %d", seed).isEqualTo(before.unknown());
  }

  @Test
  void printingAndParsingGivesTheSameDocument() {
    for (var seed = 0; seed < TRIALS / 4; seed++) {
      for (var policies : all(new RandomWorld(seed).layers()).values()) {
        for (var policy : policies) {
          var kind = policy.document().kind();
          for (UnaryOperator<String> again :
              List.<UnaryOperator<String>>of(
                  text -> JsonWriter.compact(parsed(text, kind).source()),
                  text -> JsonWriter.pretty(parsed(text, kind).source()))) {
            var text = again.apply(JsonWriter.compact(policy.document().source()));
            assertThat(again.apply(text)).as("seed %d", seed).isEqualTo(text);
            assertThat(parsed(text, kind)).isEqualTo(parsed(again.apply(text), kind));
            assertThat(parsed(text, kind).source()).isEqualTo(policy.document().source());
          }
        }
      }
    }
  }

  private static PolicyDocument parsed(String text, PolicyKind kind) {
    return ((PolicyParsing.Parsed) PolicyParser.parse(text, kind)).document();
  }

  @Test
  void everyDecisionNamesStatementsThatExist() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = layers(world, seed);
      var decision = decide(world.request(), layers);
      for (var ref : decision.decidedBy()) {
        assertThat(isOf(all(layers).get(ref.layer()), ref)).as("seed %d", seed).isTrue();
      }
      var implicit = decision.outcome() == Outcome.IMPLICITLY_DENIED;
      assertThat(decision.blockedBy().isEmpty() && decision.rule().isEmpty() && implicit)
          .as("seed %d", seed)
          .isFalse();
      assertThat(decision.isAllowed() && !decision.blockedBy().isEmpty()).isFalse();
      if (decision.outcome() == Outcome.EXPLICITLY_DENIED) {
        assertThat(decision.decidedBy()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  @Test
  void aKeyThatChangesTheAnswerIsNamedAsMissing() {
    var changes = 0;
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = world.layers();
      var request = world.request();
      var before = decide(request, layers);
      for (var key : RandomConditions.NAMES) {
        if (request.context().get(key).isEmpty()) {
          var asked = with(request, key, world.value(key));
          if (decide(asked, layers).outcome() != before.outcome()) {
            changes++;
            assertThat(lowerCase(before.missingKeys()))
                .as("seed %d", seed)
                .contains(key.toLowerCase(Locale.ROOT));
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(100);
  }

  @Test
  void oddRequestsAreAnsweredToo() {
    var odd =
        List.of(
            "",
            "*",
            ":",
            "arn",
            "arn:::::",
            "arn:aws:s3:::",
            "1e999999999",
            "-1e-999999999",
            "${",
            "${}",
            "${aws:username",
            "\ud800",
            "\u0000",
            "0x10",
            "+1",
            ".5",
            "256.1.1.1",
            "::/129",
            "1.2.3.4/99",
            "2026-13-45",
            "2026-01-01T25:00:00Z",
            "9".repeat(400),
            "%",
            "a".repeat(5000));
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var random = new Random(seed);
      var asked = world.request();
      for (var key : RandomConditions.NAMES) {
        asked = with(asked, key, odd.get(random.nextInt(odd.size())));
      }
      var request =
          new AuthorizationRequest(
              asked.principal(),
              random.nextInt(4) == 0 ? odd.get(random.nextInt(odd.size())) : asked.action(),
              random.nextInt(4) == 0 ? odd.get(random.nextInt(odd.size())) : asked.resource(),
              random.nextInt(4) == 0
                  ? odd.get(random.nextInt(odd.size()))
                  : asked.resourceAccount(),
              asked.context());
      assertThat(decide(request, world.layers()).outcome()).as("seed %d", seed).isNotNull();
    }
  }

  private static Set<String> lowerCase(Set<String> keys) {
    return keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static AuthorizationRequest with(AuthorizationRequest request, String key, String value) {
    return new AuthorizationRequest(
        request.principal(),
        request.action(),
        request.resource(),
        request.resourceAccount(),
        request.context().with(key, value));
  }

  private static Set<String> names(Decision decision) {
    return Difference.judgement(decision).decidedBy();
  }

  private static boolean isOf(@Nullable List<NamedPolicy> policies, StatementRef ref) {
    var statements = ref.policy().document().statements();
    return policies != null
        && policies.contains(ref.policy())
        && statements.get(ref.statement().index()).equals(ref.statement());
  }

  private static PolicyLayers withIdentity(PolicyLayers layers, String statement) {
    var identity = new ArrayList<>(known(layers.identity()));
    var document =
        parsed("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}", PolicyKind.IDENTITY);
    identity.add(new NamedPolicy("more", "", "", document));
    return new PolicyLayers(
        new Layer.Known(identity),
        layers.boundary(),
        layers.session(),
        layers.scps(),
        layers.rcps(),
        layers.resource(),
        layers.endpoint());
  }

  private static List<NamedPolicy> known(Layer layer) {
    return layer instanceof Layer.Known(var policies) ? policies : List.of();
  }

  private static List<NamedPolicy> known(Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? levels.stream().flatMap(level -> level.policies().stream()).toList()
        : List.of();
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
}
