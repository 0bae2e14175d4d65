package io.outcrop.sandbox.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.route.Route;
import io.outcrop.sandbox.trace.ModelUse;
import io.outcrop.sandbox.trace.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random calls against random quotas: what was let in is added up by hand.
final class ThrottlePropertyTest {
  private static final long SEED = 3;
  private static final Instant START = Instant.parse("2026-11-20T23:50:00Z");
  private static final String MODEL = "anthropic.claude-opus-5";
  private static final Route ROUTE =
      new Route.Geographic("us." + MODEL, MODEL, "us-east-1", List.of("us-east-1"));

  private static final class Entry {
    final String id;
    final Instant at;
    final long reserved;
    long counts;
    boolean isOver;
    boolean isReleased;

    Entry(String id, Instant at, long reserved) {
      this.id = id;
      this.at = at;
      this.reserved = reserved;
      this.counts = reserved;
    }
  }

  private static ModelUse use(long input, long output, long cacheRead, long cacheWrite) {
    return new ModelUse(
        ROUTE,
        "us-east-1",
        false,
        new Tokens(input, output, cacheRead, cacheWrite),
        Duration.ZERO,
        Duration.ZERO,
        false);
  }

  @Test
  void neverMoreIsLetInThanTheQuotasAllow() {
    for (var round = 0; round < 60; round++) {
      var random = new Random(SEED + round);
      var limits =
          new Limits(
              1 + random.nextInt(30),
              500 + random.nextInt(20_000),
              20_000 + random.nextInt(200_000));
      run(random, limits, "seed " + (SEED + round) + " " + limits);
    }
  }

  private static void run(Random random, Limits limits, String name) {
    var throttle = new Throttle((_, _, _) -> 0);
    var admitted = new ArrayList<Entry>();
    var now = START;
    for (var call = 0; call < 600; call++) {
      now = now.plusMillis(random.nextInt(4000));
      var entry = new Entry("call-" + call, now, 10 + random.nextInt(900));
      var asked = new Asked(entry.id, "111122223333", ROUTE, entry.reserved);
      var excess = throttle.admit(asked, limits, now);
      if (excess.isEmpty()) {
        admitted.add(entry);
        assertThat(throttle.admit(asked, limits, now)).as("the same call again").isEmpty();
        assertWithin(admitted, entry, limits, name);
      } else {
        assertJustlyRefused(admitted, entry, limits, excess.get(), name);
      }
      finishSome(random, throttle, admitted);
    }
    assertThat(admitted).hasSizeBetween(2, 599);
  }

  private static void assertWithin(List<Entry> admitted, Entry last, Limits limits, String name) {
    assertThat(requests(admitted, last.at, 60))
        .as(name)
        .isLessThanOrEqualTo(limits.requestsPerMinute());
    assertThat(tokens(admitted, last.at, 60))
        .as(name)
        .isLessThanOrEqualTo(limits.tokensPerMinute());
    assertThat(today(admitted, last.at)).as(name).isLessThanOrEqualTo(limits.tokensPerDay());
  }

  /// A refusal is just if the call would be too much together with all of the last 62 seconds.
  private static void assertJustlyRefused(
      List<Entry> admitted, Entry call, Limits limits, Throttle.Excess excess, String name) {
    switch (excess) {
      case TOKENS_PER_DAY ->
          assertThat(today(admitted, call.at) + call.reserved)
              .as(name)
              .isGreaterThan(limits.tokensPerDay());
      case REQUESTS ->
          assertThat(requests(admitted, call.at, 62) + 1)
              .as(name)
              .isGreaterThan(limits.requestsPerMinute());
      case TOKENS ->
          assertThat(tokens(admitted, call.at, 62) + call.reserved)
              .as(name)
              .isGreaterThan(limits.tokensPerMinute());
    }
  }

  private static void finishSome(Random random, Throttle throttle, List<Entry> admitted) {
    for (var entry : admitted) {
      if (entry.isOver || random.nextInt(3) > 0) {
        continue;
      }
      entry.isOver = true;
      if (random.nextInt(5) == 0) {
        entry.isReleased = true;
        entry.counts = 0;
        throttle.release(entry.id);
      } else {
        var use = use(random.nextInt(200), random.nextInt(40), 1000, random.nextInt(50));
        entry.counts = throttle.settle(entry.id, use);
        assertThat(entry.counts)
            .isEqualTo(
                use.tokens().input() + use.tokens().cacheWrite() + 10 * use.tokens().output());
      }
    }
  }

  private static long requests(List<Entry> admitted, Instant at, int seconds) {
    return admitted.stream()
        .filter(entry -> !entry.isReleased && entry.at.isAfter(at.minusSeconds(seconds)))
        .count();
  }

  private static long tokens(List<Entry> admitted, Instant at, int seconds) {
    return admitted.stream()
        .filter(entry -> entry.at.isAfter(at.minusSeconds(seconds)))
        .mapToLong(entry -> entry.counts)
        .sum();
  }

  private static long today(List<Entry> admitted, Instant at) {
    var midnight = at.truncatedTo(ChronoUnit.DAYS);
    return admitted.stream()
        .filter(entry -> !entry.at.isBefore(midnight))
        .mapToLong(entry -> entry.counts)
        .sum();
  }
}
