package io.outcrop.sandbox.trace;

import io.outcrop.models.price.Price;
import io.outcrop.models.price.Prices;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// A call to a model as numbers: what metrics count, what the quotas count, and what it costs.
final class ModelCallLine {
  /// Read when the first call comes, not when a world is opened.
  private static final class Shipped {
    static final Prices PRICES = Prices.shipped();
  }

  private ModelCallLine() {}

  /// The line; nothing if the call is about no model.
  static Optional<String> of(Trace trace) {
    return switch (trace.model()) {
      case Trace.ForModel.None() -> Optional.empty();
      case Trace.ForModel.Refused() -> Optional.of(begun(trace).end());
      case Trace.ForModel.Admitted(ModelUse use, long quotaTokens) ->
          Optional.of(used(begun(trace), trace, use, quotaTokens));
    };
  }

  private static Line begun(Trace trace) {
    var call = trace.call();
    return Line.begin()
        .text("time", trace.at().toString())
        .text("requestId", call.requestId())
        .text("account", trace.visitor().account().id())
        .text("region", trace.region())
        .text("principal", trace.visitor().arn())
        .text("operation", call.operation())
        .text("modelId", modelId(trace))
        .text("outcome", outcome(trace).word())
        .textIfAny("errorCode", trace.outcome().fault().map(CloudTrailEvent::code).orElse(""));
  }

  private static String used(Line line, Trace trace, ModelUse use, long quotaTokens) {
    var tokens = use.tokens();
    line.text("model", use.route().modelId())
        .text("inferenceRegion", use.inferenceRegion())
        .flag("streams", use.streams())
        .flag("legacy", use.isLegacy())
        .number("latencyMs", use.latency().toMillis())
        .number("firstByteMs", use.firstByte().toMillis())
        .number("inputTokens", tokens.input())
        .number("outputTokens", tokens.output())
        .number("cacheReadTokens", tokens.cacheRead())
        .number("cacheWriteTokens", tokens.cacheWrite())
        .number("quotaTokens", quotaTokens);
    cost(line, trace, use);
    return line.end();
  }

  private static void cost(Line line, Trace trace, ModelUse use) {
    var price = Shipped.PRICES.of(use.route(), trace.at().atOffset(ZoneOffset.UTC).toLocalDate());
    var cost = price.flatMap(known -> known.of(billed(use.tokens())));
    if (price.isPresent() && cost.isPresent()) {
      line.text("usd", cost.get().stripTrailingZeros().toPlainString())
          .text("priceSource", price.get().source())
          .text("priceAsOf", price.get().asOf());
    }
  }

  private static Map<Price.Kind, Long> billed(Tokens tokens) {
    return Map.of(
        Price.Kind.INPUT, tokens.input(),
        Price.Kind.OUTPUT, tokens.output(),
        Price.Kind.CACHE_READ, tokens.cacheRead(),
        Price.Kind.CACHE_WRITE, tokens.cacheWrite());
  }

  /// The id as metrics name it: of an ARN what stands behind the last slash.
  private static String modelId(Trace trace) {
    if (trace.model() instanceof Trace.ForModel.Admitted(ModelUse use, _)) {
      return use.route().id();
    }
    var written = trace.call().input().text("modelId").orElse("");
    return written.substring(written.lastIndexOf('/') + 1);
  }

  private static ModelCallRecord.Outcome outcome(Trace trace) {
    return trace
        .outcome()
        .fault()
        .map(fault -> ModelCallRecord.Outcome.of(fault))
        .orElse(ModelCallRecord.Outcome.ANSWERED);
  }
}
