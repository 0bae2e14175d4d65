package io.outcrop.cli.policy;

import io.outcrop.cli.policy.inquiry.Places;
import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.suite.CaseOutcome;
import io.outcrop.iam.suite.CaseReader;
import io.outcrop.iam.suite.CaseReading;
import io.outcrop.iam.suite.CaseRunner;
import io.outcrop.json.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads and runs cases on all processors, a block of them at a time, and counts them in their
/// order. Holds a few blocks, however many cases there are. For one thread.
final class CaseRuns implements AutoCloseable {
  private static final int BLOCK = 256;
  private static final int MOST_BLOCKS = 16;

  private final Tally tally;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<List<Run>>> running = new ArrayDeque<>();
  private final List<CaseFiles.Found> block = new ArrayList<>();

  CaseRuns(Tally tally) {
    this.tally = tally;
  }

  /// One case, as far as it came.
  private record Run(CaseFiles.Found found, CaseReading reading, CaseOutcome outcome) {}

  /// Takes one case.
  ///
  /// @throws Complaint if an earlier one, or this, is no case
  void add(CaseFiles.Found found) {
    block.add(found);
    if (block.size() == BLOCK) {
      submit();
    }
  }

  /// Waits until all are counted.
  ///
  /// @throws Complaint if one of them is no case
  void finish() {
    submit();
    while (!running.isEmpty()) {
      count();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void submit() {
    var cases = List.copyOf(block);
    block.clear();
    running.add(executor.submit(() -> cases.stream().map(CaseRuns::run).toList()));
    if (running.size() >= MOST_BLOCKS) {
      count();
    }
  }

  private static Run run(CaseFiles.Found found) {
    var reading = CaseReader.read(found.text());
    return new Run(
        found,
        reading,
        reading instanceof CaseReading.Read(var one)
            ? CaseRunner.run(one)
            : new CaseOutcome.Skipped(""));
  }

  private void count() {
    for (var run : result(running.remove())) {
      switch (run.reading()) {
        case CaseReading.Read(var one) -> tally.add(run.found(), one, run.outcome());
        case CaseReading.Rejected(var id, var problems) -> throw bad(run.found(), id, problems);
      }
    }
  }

  private static List<Run> result(Future<List<Run>> future) {
    try {
      return future.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Complaint.unknown("interrupted", "");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a case broke the engine", bug.getCause());
    }
  }

  private static Complaint bad(CaseFiles.Found found, String id, List<Problem> problems) {
    var first = problems.getFirst();
    var place = Places.of(found.file(), found.ofMany() ? found.line() : 0, first.position());
    return Complaint.usage(
        place
            + (first.pointer().isEmpty() ? "" : "`" + first.pointer() + "`: ")
            + first.message()
            + (id.isEmpty() ? "" : " (case `" + id + "`)"),
        problems.size() == 1
            ? "a case is a JSON object of format authz-case/1, and an unknown member is an error"
            : "and " + (problems.size() - 1) + " more, the next: " + problems.get(1));
  }
}
