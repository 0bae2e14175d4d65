package io.outcrop.iam;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.plain.PlainLayers;
import io.outcrop.iam.plain.Reference;
import io.outcrop.iam.random.RandomWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Asks engine and reference the same, many times; a difference is made as small as it gets and
/// written as a case.
///
/// ```text
/// java … io.outcrop.iam.DifferentialRun SEED COUNT
/// ```
final class DifferentialRun {
  /// So many requests are asked under one set of layers.
  private static final int REQUESTS = 64;

  /// So many differences are enough to look at.
  private static final int MOST = 20;

  private static final Path FOLDER = Path.of("target", "differences");

  private final long seed;
  private final long count;
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<String> differences = new ArrayList<>();

  DifferentialRun(long seed, long count) {
    this.seed = seed;
    this.count = count;
  }

  /// Runs with the arguments `seed count`; exits with 1 on a difference.
  public static void main(String[] arguments) {
    var seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
    var count = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    var run = new DifferentialRun(seed, count);
    run.go();
    run.print(System.out);
    if (!run.differences.isEmpty()) {
      System.exit(1);
    }
  }

  void go() {
    for (var asked = 0L; asked < count && differences.size() < MOST; ) {
      var world = new RandomWorld(seed * 1_000_003 + asked / REQUESTS);
      var layers = world.layers();
      var prepared = Authorizer.prepare(layers);
      var plain = PlainLayers.of(layers);
      for (var i = 0; i < REQUESTS && asked < count; i++, asked++) {
        var request = world.request();
        var engine = Difference.judgement(prepared.decideAsGiven(request));
        var reference = Reference.judge(request, plain);
        outcomes.merge(engine.outcome(), 1L, Long::sum);
        if (!engine.equals(reference)) {
          keep(new Difference(request, layers, engine, reference));
        }
      }
    }
  }

  private void keep(Difference difference) {
    var id = "difference-" + seed + "-" + differences.size();
    var small = Shrinking.of(difference);
    var file = FOLDER.resolve(id + ".json");
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file, DifferenceCase.json(id, small));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
    differences.add(file + ": engine " + small.engine() + ", reference " + small.reference());
  }

  /// The differences, each with the file that shows it.
  List<String> differences() {
    return List.copyOf(differences);
  }

  long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  private void print(PrintStream out) {
    out.println("seed " + seed);
    for (var outcome : Outcome.values()) {
      out.println(outcome + " " + count(outcome));
    }
    differences.forEach(out::println);
    out.println(differences.isEmpty() ? "no difference" : differences.size() + " differences");
  }
}
