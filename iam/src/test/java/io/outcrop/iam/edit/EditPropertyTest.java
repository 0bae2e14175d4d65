package io.outcrop.iam.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.sample.RandomSituations;
import io.outcrop.iam.sample.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for every answer, on random policies, tried on random requests that the search has
/// not seen.
class EditPropertyTest {
  private static final int SITUATIONS = 200;
  private static final int REQUESTS = 80;

  private final long seed = Optional.ofNullable(Long.getLong("seed")).orElse(20261128L);

  @Test
  void anEditAllowsTheRequestAndNoOther() {
    var found = 0;
    for (var i = 0; i < SITUATIONS; i++) {
      var random = new RandomSituations(seed + i);
      var layers = random.layers();
      var request = random.request();
      var edits = edits(SmallestEdits.find(layers, request, Ownership.ofEverything()));
      if (!edits.isEmpty()) {
        found++;
        check(seed + i, random, layers, request, edits, true);
      }
    }
    assertThat(found).isGreaterThan(SITUATIONS / 3);
  }

  @Test
  void anEditDeniesTheRequestAndNoOther() {
    var found = 0;
    for (var i = 0; i < SITUATIONS; i++) {
      var random = new RandomSituations(seed + i);
      var layers = random.layers();
      var request = allowed(random, layers);
      var edits = edits(SmallestEdits.deny(layers, request, Ownership.ofEverything()));
      if (!edits.isEmpty()) {
        found++;
        check(seed + i, random, layers, request, edits, false);
      }
    }
    assertThat(found).isGreaterThan(SITUATIONS / 10);
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    for (var i = 0; i < 50; i++) {
      var random = new RandomSituations(seed + i);
      var layers = random.layers();
      var request = random.request();
      assertThat(EditCase.json(SmallestEdits.find(layers, request, Ownership.ofIdentity())))
          .as("seed %d", seed + i)
          .isEqualTo(EditCase.json(SmallestEdits.find(layers, request, Ownership.ofIdentity())));
    }
  }

  /// A request that is allowed, if a few tries find one.
  private static AuthorizationRequest allowed(RandomSituations random, PolicyLayers layers) {
    var prepared = Authorizer.prepare(layers);
    var request = random.request();
    for (var i = 0; i < 60 && !prepared.decide(request).isAllowed(); i++) {
      request = random.request();
    }
    return request;
  }

  private static List<DocumentEdit> edits(EditAnswer answer) {
    return switch (answer) {
      case EditAnswer.Found(var edits, _) -> edits;
      case EditAnswer.SomeoneElse(var asks, var own, _) ->
          Stream.concat(asks.stream().map(Ask::edit), own.stream()).toList();
      case EditAnswer.AlreadyAllowed _,
          EditAnswer.AlreadyDenied _,
          EditAnswer.DependsOnUnknown _,
          EditAnswer.NotFound _ ->
          List.of();
    };
  }

  private static void check(
      long seed,
      RandomSituations random,
      PolicyLayers layers,
      AuthorizationRequest request,
      List<DocumentEdit> edits,
      boolean allow) {
    assertThat(edits).as("seed %d", seed).hasSizeBetween(1, 3);
    var changed = EditSuiteTest.applied(layers, edits);
    assertThat(Authorizer.decide(request, changed).isAllowed())
        .as("seed %d", seed)
        .isEqualTo(allow);
    var vocabulary =
        Vocabulary.of(Place.held(layers).stream().map(held -> held.policy().document()).toList());
    var before = Authorizer.prepare(layers);
    var after = Authorizer.prepare(changed);
    for (var i = 0; i < REQUESTS; i++) {
      var other = random.another(request);
      if (!isSame(request, other, vocabulary)) {
        assertThat(after.decide(other).isAllowed())
            .as("seed %d: %s changes with %s", seed, EditCase.words(other), EditCase.json(edits))
            .isEqualTo(before.decide(other).isAllowed());
      }
    }
  }

  /// Whether an edit cannot or need not tell two requests of one caller apart: they bring the same
  /// for every key that the policies test and the first brings, but for the volatile ones.
  private static boolean isSame(
      AuthorizationRequest one, AuthorizationRequest other, Vocabulary vocabulary) {
    return one.action().equals(other.action())
        && one.resource().equals(other.resource())
        && vocabulary.keys().keySet().stream()
            .filter(key -> !Volatile.isFree(key))
            .allMatch(key -> {
              var value = one.context().get(key);
              return value.isEmpty() || value.equals(other.context().get(key));
            });
  }
}
