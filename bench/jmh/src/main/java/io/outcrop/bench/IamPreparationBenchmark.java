package io.outcrop.bench;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.match.Glob;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take to read and prepare 1,053 statements, and to try the pattern on which
/// engines that backtrack hang? Goals: 20 ms, 10 µs.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class IamPreparationBenchmark {
  private final IamWorkload heavy = IamWorkload.heavy();
  private final String name = "a".repeat(64);

  /// For JMH.
  public IamPreparationBenchmark() {}

  /// From text to policies that are ready.
  @Benchmark
  public PreparedLayers prepare() {
    return Authorizer.prepare(heavy.layers());
  }

  /// Nine stars that cannot match, read and tried.
  @Benchmark
  public boolean nineStars() {
    return Glob.of("*a*a*a*a*a*a*a*a*b").matches(name);
  }
}
