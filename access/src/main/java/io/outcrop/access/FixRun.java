package io.outcrop.access;

import io.outcrop.access.apply.Changer;
import io.outcrop.access.apply.Lockout;
import io.outcrop.access.apply.Made;
import io.outcrop.access.journal.Journal;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes, or takes back, the steps of one plan, each behind a line of its journal.
final class FixRun {
  private final Journal journal;
  private final Changer changer;
  private final Lockout lockout;
  private final Consumer<String> progress;

  FixRun(Journal journal, Changer changer, Lockout lockout, Consumer<String> progress) {
    this.journal = journal;
    this.changer = changer;
    this.lockout = lockout;
    this.progress = progress;
  }

  /// Makes every step that is not made yet; stops at the first that cannot be made.
  List<FixOutcome.StepOutcome> forward() {
    var outcomes = new ArrayList<FixOutcome.StepOutcome>();
    var steps = journal.plan().steps();
    var failed = false;
    for (var i = 0; i < steps.size(); i++) {
      if (failed) {
        outcomes.add(outcome(steps.get(i), FixOutcome.State.NOT_REACHED, "an earlier step failed"));
        continue;
      }
      var outcome = forward(i, steps.get(i));
      failed = outcome.state().stops();
      outcomes.add(outcome);
    }
    if (outcomes.stream().noneMatch(one -> one.state() == FixOutcome.State.UNKNOWN)) {
      journal.add(new Journal.Entry.Finished());
    }
    return outcomes;
  }

  private FixOutcome.StepOutcome forward(int index, Plan.Step step) {
    if (journal.applied(index)) {
      var already = journal.already(index);
      return outcome(step, already ? FixOutcome.State.ALREADY : FixOutcome.State.APPLIED, "");
    }
    progress.accept(step.title());
    var objection = lockout.objection(step.change());
    if (objection.isPresent()) {
      journal.add(new Journal.Entry.Failed(index, objection.get()));
      return outcome(step, FixOutcome.State.FAILED, objection.get());
    }
    var begunBefore = journal.begun(index).isPresent();
    if (!begunBefore) {
      journal.add(new Journal.Entry.Begun(index, changer.undoData(step.change())));
    }
    return switch (changer.make(step.change(), step.binding())) {
      case Made.Now _ -> {
        journal.add(new Journal.Entry.Applied(index, false));
        yield outcome(step, FixOutcome.State.APPLIED, "");
      }
      case Made.Already _ -> {
        // Found so after an interrupted attempt: it was this plan that made it so.
        journal.add(new Journal.Entry.Applied(index, !begunBefore));
        yield outcome(step, begunBefore ? FixOutcome.State.APPLIED : FixOutcome.State.ALREADY, "");
      }
      case Made.Refused(var why) -> {
        journal.add(new Journal.Entry.Failed(index, why));
        yield outcome(step, FixOutcome.State.FAILED, why);
      }
      case Made.Unknown(var why) -> outcome(step, FixOutcome.State.UNKNOWN, why);
    };
  }

  /// Takes every step back that was made, the last first.
  List<FixOutcome.StepOutcome> backward() {
    if (!journal.has(Journal.Entry.UndoBegun.class)) {
      journal.add(new Journal.Entry.UndoBegun());
    }
    var outcomes = new ArrayList<FixOutcome.StepOutcome>();
    var steps = journal.plan().steps();
    var complete = true;
    for (var i = steps.size() - 1; i >= 0; i--) {
      var undoData = journal.begun(i);
      if (undoData.isEmpty() || journal.already(i) || journal.failed(i)) {
        continue;
      }
      var outcome = backward(i, steps.get(i), undoData.get());
      complete &= !outcome.state().stops();
      outcomes.add(outcome);
    }
    if (complete) {
      journal.add(new Journal.Entry.UndoFinished());
    }
    return outcomes;
  }

  private FixOutcome.StepOutcome backward(int index, Plan.Step step, String undoData) {
    if (journal.undone(index)) {
      return outcome(step, FixOutcome.State.UNDONE, "");
    }
    progress.accept("taking back: " + step.title());
    var objection = lockout.objectionToUndo(step.change());
    if (objection.isPresent()) {
      return outcome(step, FixOutcome.State.FAILED, objection.get());
    }
    return switch (changer.takeBack(step.change(), undoData)) {
      case Made.Now _, Made.Already _ -> {
        journal.add(new Journal.Entry.Undone(index, false, ""));
        yield outcome(step, FixOutcome.State.UNDONE, "");
      }
      case Made.Refused(var why) -> refused(index, step, why);
      case Made.Unknown(var why) -> outcome(step, FixOutcome.State.UNKNOWN, why);
    };
  }

  private FixOutcome.StepOutcome refused(int index, Plan.Step step, String why) {
    return switch (step.change().undo()) {
      case FINAL -> {
        journal.add(new Journal.Entry.Undone(index, true, why));
        yield outcome(step, FixOutcome.State.STAYS, why);
      }
      case REVERSIBLE, COMPENSABLE -> outcome(step, FixOutcome.State.FAILED, why);
    };
  }

  private static FixOutcome.StepOutcome outcome(
      Plan.Step step, FixOutcome.State state, String why) {
    return new FixOutcome.StepOutcome(step.title(), state, why);
  }
}
