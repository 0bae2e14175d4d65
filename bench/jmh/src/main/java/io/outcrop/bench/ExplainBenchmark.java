package io.outcrop.bench;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.models.ModelCatalogue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take to explain a usual message, once the catalogue is there? Goal: 1 ms.
///
/// `every` goes through the example text of every cause, one after the other, so that its mean is
/// that of a mixed day.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExplainBenchmark {
  private static final String CLI =
      "An error occurred (AccessDeniedException) when calling the InvokeModel operation: User:"
          + " arn:aws:iam::111122223333:user/alice is not authorized to perform:"
          + " bedrock:InvokeModel on resource:"
          + " arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
          + " because no identity-based policy allows the bedrock:InvokeModel action\n";
  private static final String JAVA =
      "Exception in thread \"main\" software.amazon.awssdk.services.bedrockruntime.model."
          + "ValidationException: The provided model identifier is invalid. (Service:"
          + " BedrockRuntime, Status Code: 400, Request ID: 00000000-1111-2222-3333-444444444444)\n"
          + "\tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler."
              .concat("handleErrorResponse(CombinedResponseHandler.java:125)\n")
              .repeat(30)
          + "modelId=anthropic.claude-sonnet-4-5-v1:0 region=eu-west-1\n";

  @Param({"cli-line", "java-trace", "every"})
  String message = "";

  private final Explainer explainer =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());
  private List<String> texts = List.of();
  private int next;

  /// For JMH.
  public ExplainBenchmark() {}

  /// Chooses the texts.
  @Setup
  public void choose() {
    var catalogue = CauseCatalogue.shipped();
    texts =
        switch (message) {
          case "cli-line" -> List.of(CLI);
          case "java-trace" -> List.of(JAVA);
          case "every" ->
              catalogue.entries().stream().map(entry -> entry.example().text()).toList();
          default -> throw new IllegalArgumentException(message);
        };
  }

  /// One message.
  @Benchmark
  public Explanation explain() {
    next = next + 1 == texts.size() ? 0 : next + 1;
    return explainer.explain(texts.get(next), ExplanationContext.none());
  }
}
