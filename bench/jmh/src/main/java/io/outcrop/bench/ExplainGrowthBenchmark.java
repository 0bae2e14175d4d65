package io.outcrop.bench;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.models.ModelCatalogue;
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

/// Does time grow no faster than the text, from 10 KB to 10 MB? `log` is a log in which errors
/// stand between lines of other programs; `braces` is text that nests and quotes without an end.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class ExplainGrowthBenchmark {
  private static final String LOG =
      "2026-11-20T12:00:00.123Z INFO  [worker-7] com.example.app.Handler - done in 12 ms, 200 OK\n"
              .repeat(20)
          + "2026-11-20T12:00:01.456Z ERROR [worker-7] botocore.errorfactory.ThrottlingException:"
          + " An error occurred (ThrottlingException) when calling the Converse operation (reached"
          + " max retries: 4): Too many requests, please wait before trying again.\n";
  private static final String BRACES =
      "{\\\"message\\\":\\\"{\\\\\\\"error\\\\\\\": [\\n".repeat(8);

  @Param({"log", "braces"})
  String kind = "";

  @Param({"10000", "100000", "1000000", "10000000"})
  int characters;

  private final Explainer explainer =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());
  private String text = "";

  /// For JMH.
  public ExplainGrowthBenchmark() {}

  /// Makes the text.
  @Setup
  public void write() {
    var part = kind.equals("log") ? LOG : BRACES;
    text = part.repeat(characters / part.length() + 1).substring(0, characters);
  }

  /// One text.
  @Benchmark
  public Explanation explain() {
    return explainer.explain(text, ExplanationContext.none());
  }
}
