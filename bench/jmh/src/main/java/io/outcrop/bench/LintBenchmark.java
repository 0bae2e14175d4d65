package io.outcrop.bench;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.lint.LintReport;
import io.outcrop.lint.Linter;
import io.outcrop.lint.subject.LintOptions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take to lint a policy as long as a managed one may be, and to look one action
/// up in the service reference, read anew? Goals: 5 ms, 30 ms.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LintBenchmark {
  private final Linter linter = Linter.shipped();
  private final LintOptions options = LintOptions.at(Instant.parse("2026-11-20T00:00:00Z"));
  private final String policy =
      IntStream.range(0, 14)
          .mapToObj(i ->
              """
              {"Sid": "S%d", "Effect": "Allow",
               "Action": ["s3:GetObject", "s3:PutObject", "s3:List*", "sqs:SendMessage", "bedrock:InvokeModel*"],
               "Resource": ["arn:aws:s3:::bucket-%d/*", "arn:aws:s3:::bucket-%d", "arn:aws:sqs:us-east-1:111122223333:queue-%d",
                "arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-6"],
               "Condition": {"StringEquals": {"aws:PrincipalTag/team": "team-%d"}, "Bool": {"aws:SecureTransport": "true"}}}\
              """
                  .formatted(i, i, i, i, i))
          .collect(
              Collectors.joining(",\n", "{\"Version\": \"2012-10-17\", \"Statement\": [", "]}"));

  /// For JMH.
  public LintBenchmark() {}

  /// 6,000 characters in 14 statements.
  @Benchmark
  public LintReport lint() {
    return linter.lint(policy, PolicyKind.IDENTITY, options);
  }

  /// One action; only its service is read.
  @Benchmark
  public boolean lookUp() {
    return ServiceReference.shipped().action("bedrock:InvokeModel").isPresent();
  }
}
