package io.outcrop.sandbox.metrics;

import io.outcrop.sandbox.trace.ModelCallRecord;
import io.outcrop.sandbox.trace.ModelCallRecord.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;

/// The metrics that Bedrock publishes of calls to models. Source: Amazon Bedrock User Guide,
/// "Monitoring the performance of Amazon Bedrock", runtime metrics, read 2026-10; that calls which
/// IAM denies count nowhere is unverified.
enum BedrockMetric {
  INVOCATIONS("Invocations", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return once(call, Outcome.ANSWERED);
    }
  },
  INVOCATION_CLIENT_ERRORS("InvocationClientErrors", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return once(call, Outcome.CLIENT_ERROR);
    }
  },
  INVOCATION_SERVER_ERRORS("InvocationServerErrors", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return once(call, Outcome.SERVER_ERROR);
    }
  },
  INVOCATION_THROTTLES("InvocationThrottles", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return once(call, Outcome.THROTTLED);
    }
  },
  INVOCATION_LATENCY("InvocationLatency", "Milliseconds") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "latencyMs");
    }
  },
  TIME_TO_FIRST_TOKEN("TimeToFirstToken", "Milliseconds") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return call.flag("streams") ? number(call, "firstByteMs") : OptionalDouble.empty();
    }
  },
  INPUT_TOKEN_COUNT("InputTokenCount", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "inputTokens");
    }
  },
  OUTPUT_TOKEN_COUNT("OutputTokenCount", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "outputTokens");
    }
  },
  CACHE_READ_INPUT_TOKEN_COUNT("CacheReadInputTokenCount", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "cacheReadTokens");
    }
  },
  CACHE_WRITE_INPUT_TOKEN_COUNT("CacheWriteInputTokenCount", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "cacheWriteTokens");
    }
  },
  ESTIMATED_TPM_QUOTA_USAGE("EstimatedTPMQuotaUsage", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return number(call, "quotaTokens");
    }
  },
  LEGACY_MODEL_INVOCATIONS("LegacyModelInvocations", "Count") {
    @Override
    OptionalDouble of(ModelCallRecord call) {
      return call.flag("legacy") ? once(call, Outcome.ANSWERED) : OptionalDouble.empty();
    }
  };

  /// The namespace of all of them.
  static final String NAMESPACE = "AWS/Bedrock";

  private final String word;
  private final String unit;

  BedrockMetric(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  static Optional<BedrockMetric> named(String name) {
    for (var metric : values()) {
      if (metric.word.equals(name)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }

  /// What it is called.
  String word() {
    return word;
  }

  /// In what it is counted, in CloudWatch's words.
  String unit() {
    return unit;
  }

  /// What a call adds to it, if anything.
  abstract OptionalDouble of(ModelCallRecord call);

  private static OptionalDouble once(ModelCallRecord call, Outcome outcome) {
    return call.outcome() == outcome ? OptionalDouble.of(1) : OptionalDouble.empty();
  }

  private static OptionalDouble number(ModelCallRecord call, String name) {
    var number = call.number(name);
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }
}
