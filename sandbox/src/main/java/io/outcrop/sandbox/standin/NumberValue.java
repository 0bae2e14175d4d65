package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Makes a number inside the bounds that a schema sets.
record NumberValue(Json.Obj schema) {
  private static final BigDecimal SPAN = BigDecimal.valueOf(100);

  Json make(long random) {
    var step = number("multipleOf", isWhole() ? BigDecimal.ONE : new BigDecimal("0.5"));
    var least = floor(step);
    var most = ceiling(step);
    if (least == null) {
      return Json.of(most == null ? step.multiply(pick(BigDecimal.TEN, random)) : most);
    }
    var top = most == null ? least.add(step.multiply(SPAN)) : most;
    var steps = top.subtract(least).divideToIntegralValue(step).min(SPAN);
    return Json.of(least.add(step.multiply(pick(steps, random))));
  }

  private boolean isWhole() {
    return schema.text("type").filter("integer"::equals).isPresent()
        || schema.list("type").contains(Json.of("integer"));
  }

  private static BigDecimal pick(BigDecimal upTo, long random) {
    var choices = Math.max(1, upTo.longValue() + 1);
    return BigDecimal.valueOf(Long.remainderUnsigned(random, choices));
  }

  /// The least multiple of `step` that is allowed.
  private @Nullable BigDecimal floor(BigDecimal step) {
    var inclusive = schema.get("minimum").orElse(Json.ofNull());
    var exclusive = schema.get("exclusiveMinimum").orElse(Json.ofNull());
    if (exclusive instanceof Json.Num bound) {
      return next(bound.value(), step);
    }
    if (!(inclusive instanceof Json.Num bound)) {
      return null;
    }
    return exclusive.equals(Json.of(true))
        ? next(bound.value(), step)
        : multiple(bound.value(), step, RoundingMode.CEILING);
  }

  private @Nullable BigDecimal ceiling(BigDecimal step) {
    var inclusive = schema.get("maximum").orElse(Json.ofNull());
    var exclusive = schema.get("exclusiveMaximum").orElse(Json.ofNull());
    if (exclusive instanceof Json.Num bound) {
      return next(bound.value().negate(), step).negate();
    }
    if (!(inclusive instanceof Json.Num bound)) {
      return null;
    }
    return exclusive.equals(Json.of(true))
        ? next(bound.value().negate(), step).negate()
        : multiple(bound.value(), step, RoundingMode.FLOOR);
  }

  private static BigDecimal next(BigDecimal bound, BigDecimal step) {
    var candidate = multiple(bound, step, RoundingMode.CEILING);
    return candidate.compareTo(bound) > 0 ? candidate : candidate.add(step);
  }

  private static BigDecimal multiple(BigDecimal bound, BigDecimal step, RoundingMode mode) {
    return bound.divide(step, 0, mode).multiply(step);
  }

  private BigDecimal number(String name, BigDecimal otherwise) {
    return schema.get(name).orElse(Json.ofNull()) instanceof Json.Num number
            && number.value().signum() > 0
        ? number.value()
        : otherwise;
  }

  /// The whole number `name` of `schema`.
  static int whole(Json.Obj schema, String name, int otherwise) {
    return schema.get(name).orElse(Json.ofNull()) instanceof Json.Num number
        ? number.value().intValue()
        : otherwise;
  }
}
