package io.outcrop.cli.policy.lint;

import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.json.TextPatch;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Fix;
import io.outcrop.report.lint.MendingText;
import io.outcrop.report.lint.MendingText.Mended;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Applies fixes to files: one after the other, looking again after each, since a fix may be the
/// end of several findings. What changes is shown and asked for before it is written.
final class Mending {
  private static final int MOST_FIXES = 1000;

  private final Set<Certainty> sure;
  private final Function<PolicyText, List<Finding>> open;

  /// @param sure how sure the fixes are that may be applied
  /// @param open what is open in a policy
  Mending(Set<Certainty> sure, Function<PolicyText, List<Finding>> open) {
    this.sure = Set.copyOf(sure);
    this.open = open;
  }

  /// The policies as they are afterwards.
  ///
  /// @param yes whether nobody has to be asked
  List<PolicyText> mend(List<PolicyText> policies, boolean yes, View view, Session session) {
    var result = new ArrayList<PolicyText>();
    var changed = new ArrayList<Mended>();
    for (var policy : policies) {
      var titles = new ArrayList<String>();
      var mended = policy.isWritable() ? mended(policy, titles) : policy;
      result.add(mended);
      if (!mended.text().equals(policy.text())) {
        changed.add(new Mended(policy.name(), policy.text(), mended.text(), titles));
      }
    }
    if (changed.isEmpty()) {
      return policies;
    }
    return allows(changed, yes, view, session) && write(changed, session) ? result : policies;
  }

  private PolicyText mended(PolicyText policy, List<String> titles) {
    var mended = policy;
    var done = new HashSet<String>();
    for (var next = next(mended, done);
        next.isPresent() && titles.size() < MOST_FIXES;
        next = next(mended, done)) {
      var step = next.get();
      done.add(step.key());
      var patched = TextPatch.apply(mended.text(), step.fix.patch());
      if (patched.isPresent()) {
        mended = mended.with(patched.get());
        titles.add(step.fix.title() + " [" + step.finding.slug() + "]");
      }
    }
    return mended;
  }

  private Optional<Step> next(PolicyText policy, Set<String> done) {
    return open.apply(policy).stream()
        .flatMap(finding -> finding.fixes().stream().map(fix -> new Step(finding, fix)))
        .filter(step -> sure.contains(step.fix.certainty()) && !done.contains(step.key()))
        .findFirst();
  }

  /// A fix that was tried is not tried again, should it not have helped.
  private record Step(Finding finding, Fix fix) {
    private String key() {
      return finding.slug() + "\n" + finding.fingerprint() + "\n" + fix.patch();
    }
  }

  private static boolean allows(List<Mended> changed, boolean yes, View view, Session session) {
    if (!yes && !session.terminal().canAsk()) {
      throw Complaint.usage(
          "there is no terminal to ask on, and nothing was changed",
          "`--yes` changes the files without asking");
    }
    if (view.jsonOnly()) {
      session.terminal().tell(MendingText.render(changed, view.look()).stripTrailing());
    } else {
      view.part(look -> MendingText.render(changed, look));
    }
    return yes
        || session
            .terminal()
            .ask("\nWrite " + changed.size() + (changed.size() == 1 ? " file?" : " files?"));
  }

  private static boolean write(List<Mended> changed, Session session) {
    for (var one : changed) {
      try {
        Files.writeString(session.file(one.file()), one.after());
      } catch (IOException lost) {
        throw Complaint.unknown(
            "`" + one.file() + "` could not be written: " + lost.getMessage(),
            "files before it in the list are mended");
      }
    }
    return true;
  }
}
