package io.outcrop.iam.random;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws by a seed.
public final class Draw {
  private final Random random;

  /// Everything drawn follows from `seed`.
  public Draw(long seed) {
    this.random = new Random(seed);
  }

  <T> T of(List<T> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  @SafeVarargs
  final <T> T of(T... pool) {
    return pool[random.nextInt(pool.length)];
  }

  /// Whether something of that likelihood happens.
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// From 1 to `most`.
  int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  /// One to four, in any order, maybe one twice.
  <T> List<T> some(List<T> pool) {
    var some = new ArrayList<T>();
    for (var left = upTo(4); left > 0; left--) {
      some.add(of(pool));
    }
    return some;
  }

  /// A string, or an array of them.
  Json oneOrMore(List<String> pool) {
    return chance(65) ? Json.of(of(pool)) : Json.ofTexts(some(pool));
  }
}
