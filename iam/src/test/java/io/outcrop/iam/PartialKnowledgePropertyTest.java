package io.outcrop.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.random.RandomConditions;
import io.outcrop.iam.random.RandomWorld;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is said of a request that is known in part holds for every request it could be.
class PartialKnowledgePropertyTest {
  private static final int TRIALS = Integer.getInteger("partial.count", 4_000);
  private static final int VALUES = 8;

  private int certain;
  private int open;
  private int rightlyOpen;

  @Test
  void whatIsSaidHoldsWhateverTheUnknownIs() {
    for (var seed = 0; seed < TRIALS; seed++) {
      var world = new RandomWorld(seed);
      var layers = Authorizer.prepare(world.layers());
      var request = world.request();
      var names = RandomConditions.NAMES;
      var key = names.get(seed % names.size());
      for (var doubt : List.of(Doubt.BOTH, Doubt.VALUE, Doubt.PRESENCE)) {
        var partly = request.known(Knowledge.COMPLETE.with(key, doubt));
        check(
            "seed %d, key %s, %s".formatted(seed, key, doubt),
            layers.decideAsGiven(partly).outcome(),
            outcomes(layers, possible(request, key, doubt, world)));
      }
    }
    assertThat(certain).isGreaterThan(TRIALS);
    assertThat(open).isGreaterThan(TRIALS / 100);
    assertThat(rightlyOpen).as("of %d open answers", open).isGreaterThanOrEqualTo(open / 2);
  }

  private void check(String what, Outcome said, Set<Outcome> possible) {
    switch (said) {
      case ALLOWED -> assertThat(possible).as(what).containsExactly(Outcome.ALLOWED);
      case EXPLICITLY_DENIED ->
          assertThat(possible).as(what).containsExactly(Outcome.EXPLICITLY_DENIED);
      case IMPLICITLY_DENIED -> assertThat(possible).as(what).doesNotContain(Outcome.ALLOWED);
      case DEPENDS_ON_UNKNOWN -> {
        open++;
        rightlyOpen += possible.contains(Outcome.ALLOWED) && possible.size() > 1 ? 1 : 0;
      }
    }
    certain += said == Outcome.DEPENDS_ON_UNKNOWN ? 0 : 1;
  }

  private static Set<Outcome> outcomes(PreparedLayers layers, List<AuthorizationRequest> requests) {
    var outcomes = EnumSet.noneOf(Outcome.class);
    requests.forEach(request -> outcomes.add(layers.decideAsGiven(request).outcome()));
    return outcomes;
  }

  /// Requests that agree with what is known.
  private static List<AuthorizationRequest> possible(
      AuthorizationRequest request, String key, Doubt doubt, RandomWorld world) {
    var given = request.context().get(key).isPresent();
    var possible = new ArrayList<AuthorizationRequest>();
    if (doubt == Doubt.PRESENCE || (doubt == Doubt.VALUE && !given)) {
      possible.add(request);
    }
    if (doubt != Doubt.VALUE) {
      possible.add(with(request, request.context().without(key)));
    }
    if (doubt == Doubt.BOTH || given == (doubt == Doubt.VALUE)) {
      for (var i = 0; i < VALUES; i++) {
        var value = world.value(key);
        possible.add(
            with(
                request,
                key.equals("aws:TagKeys")
                    ? request.context().withAll(key, List.of(value))
                    : request.context().with(key, value)));
      }
    }
    return possible;
  }

  private static AuthorizationRequest with(AuthorizationRequest request, RequestContext context) {
    return new AuthorizationRequest(
        request.principal(),
        request.action(),
        request.resource(),
        request.resourceAccount(),
        context);
  }
}
