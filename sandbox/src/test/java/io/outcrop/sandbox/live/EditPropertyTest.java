package io.outcrop.sandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EditPropertyTest {
  private static final long SEED = 7;
  private static final int ROUNDS = 3000;

  @Test
  void editsBetweenTwoDocumentsLeadFromOneToTheOther() {
    var random = new Random(SEED);
    for (var round = 0; round < ROUNDS; round++) {
      var before = object(random, 3);
      var after = random.nextBoolean() ? object(random, 3) : changed(before, random);
      var edits = Edit.between(before, after);
      var result = before;
      for (var edit : edits) {
        result = Edit.read(edit.written()).orElseThrow().applied(result);
      }
      assertThat(result).as("seed %d round %d", SEED, round).isEqualTo(after);
      assertThat(edits.isEmpty()).isEqualTo(before.equals(after));
    }
  }

  @Test
  void whatIsTheSameObjectIsNotLookedInto() {
    var shared = object(new Random(SEED), 4);
    var before = Json.object().with("a", shared).with("b", Json.of(1));
    var after = Json.object().with("a", shared).with("b", Json.of(2));
    assertThat(Edit.between(before, after)).containsExactly(new Edit.Put(List.of("b"), Json.of(2)));
  }

  private static Json.Obj changed(Json.Obj object, Random random) {
    var result = object;
    for (var name : object.members().keySet()) {
      switch (random.nextInt(4)) {
        case 0 -> result = result.without(name);
        case 1 -> result = result.with(name, value(random, 2));
        default -> {}
      }
    }
    return result.with("x" + random.nextInt(3), value(random, 1));
  }

  private static Json.Obj object(Random random, int depth) {
    var object = Json.object();
    for (var i = random.nextInt(5); i > 0; i--) {
      object = object.with("n" + random.nextInt(6), value(random, depth - 1));
    }
    return object;
  }

  private static Json value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> Json.of(random.nextInt(3));
      case 1 -> Json.ofNull();
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> Json.ofTexts(List.of("a", "b").subList(0, random.nextInt(3)));
      default -> object(random, depth);
    };
  }
}
