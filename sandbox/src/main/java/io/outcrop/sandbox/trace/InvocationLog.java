package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Call;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A call to a model in the form of Bedrock's model invocation log. Source: Amazon Bedrock User
/// Guide, "Monitor model invocation using CloudWatch Logs and Amazon S3", read 2026-11.
final class InvocationLog {
  /// Longer bodies go to a bucket; here they are left out, and the line says how long they were.
  private static final int BODY_CHARACTERS = 100_000;

  private InvocationLog() {}

  /// The line; nothing if it is not a call to a model over Bedrock's runtime, or not kept.
  static Optional<String> of(Trace trace) {
    var call = trace.call();
    if (!trace.isLogged()
        || trace.model() instanceof Trace.ForModel.None
        || !call.service().equals("bedrock-runtime")) {
      return Optional.empty();
    }
    var line =
        Line.begin()
            .text("schemaType", "ModelInvocationLog")
            .text("schemaVersion", "1.0")
            .text("timestamp", trace.at().truncatedTo(ChronoUnit.SECONDS).toString())
            .text("accountId", trace.visitor().account().id());
    line.object("identity").text("arn", trace.visitor().arn()).close();
    line.text("region", trace.region())
        .text("requestId", call.requestId())
        .text("operation", call.operation())
        .text("modelId", call.input().text("modelId").orElse(""));
    trace.outcome().fault().ifPresent(fault -> line.text("errorCode", fault.code()));
    call.input()
        .object("requestMetadata")
        .ifPresent(metadata -> line.value("requestMetadata", metadata));
    bodies(line, trace);
    return Optional.of(line.end());
  }

  private static void bodies(Line line, Trace trace) {
    var input = line.object("input").text("inputContentType", "application/json");
    body(input, "inputBody", asked(trace.call()));
    if (trace.model() instanceof Trace.ForModel.Admitted(ModelUse use, _)) {
      var tokens = use.tokens();
      input
          .number("inputTokenCount", tokens.input())
          .number("cacheReadInputTokenCount", tokens.cacheRead())
          .number("cacheWriteInputTokenCount", tokens.cacheWrite());
    }
    input.close();
    if (trace.model() instanceof Trace.ForModel.Admitted(ModelUse use, _)
        && trace.outcome() instanceof Trace.Outcome.Answered(Json said)) {
      var output = line.object("output").text("outputContentType", "application/json");
      body(output, "outputBody", said);
      output.number("outputTokenCount", use.tokens().output()).close();
      line.text("inferenceRegion", use.inferenceRegion());
    }
  }

  private static Json asked(Call call) {
    if (call.body().isEmpty() || !call.operation().startsWith("Invoke")) {
      return call.input().without("modelId");
    }
    return JsonReader.read(call.body()) instanceof JsonReading.Read(Json said)
        ? said
        : Json.of(call.body());
  }

  private static void body(Line line, String name, Json body) {
    var length = JsonWriter.compact(body).length();
    if (length > BODY_CHARACTERS) {
      line.number(name + "Length", length);
    } else {
      line.value(name + "Json", body);
    }
  }
}
