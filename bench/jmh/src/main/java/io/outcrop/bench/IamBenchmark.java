package io.outcrop.bench;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.request.AuthorizationRequest;
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

/// How many requests are decided, and fully explained, in a second on one core? Goals: 1,000,000
/// with 3 statements; 50,000 and 5,000 with 1,053. No two requests that follow each other are the
/// same, and no answer is kept.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class IamBenchmark {
  @Param({"small", "heavy"})
  String workload = "";

  private PreparedLayers layers = Authorizer.prepare(IamWorkload.small().layers());
  private List<AuthorizationRequest> requests = List.of();
  private int next;

  /// For JMH.
  public IamBenchmark() {}

  /// Makes the policies and requests.
  @Setup
  public void prepare() {
    var chosen = workload.equals("heavy") ? IamWorkload.heavy() : IamWorkload.small();
    layers = Authorizer.prepare(chosen.layers());
    requests = chosen.requests();
  }

  private AuthorizationRequest request() {
    next = next + 1 == requests.size() ? 0 : next + 1;
    return requests.get(next);
  }

  /// One decision.
  @Benchmark
  public Decision decide() {
    return layers.decideAsGiven(request());
  }

  /// One decision with every layer, statement and mismatch.
  @Benchmark
  public Explanation explain() {
    return layers.explainAsGiven(request());
  }
}
