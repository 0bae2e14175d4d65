package io.outcrop.sandbox.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The time as the header `date` says it, in whole seconds: the same text until the next second.
/// Safe for many threads.
final class HttpDate {
  private volatile Said said = of(Instant.EPOCH);

  private record Said(long second, String text) {}

  String at(Instant now) {
    var known = said;
    if (known.second() != now.getEpochSecond()) {
      known = of(now);
      said = known;
    }
    return known.text();
  }

  private static Said of(Instant now) {
    return new Said(
        now.getEpochSecond(),
        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
  }
}
