package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.session.Complaint;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.List;

/// Names places in files as editors understand them.
public final class Places {
  private Places() {}

  /// `cases.jsonl:7:12: `.
  ///
  /// @param line the file's line, where positions count in that line alone; 0 if in the whole file
  public static String of(String file, int line, Position position) {
    var named = file.equals("-") ? "standard input" : file;
    if (!position.isKnown()) {
      return named + (line > 0 ? ":" + line : "") + ": ";
    }
    return named + ":" + (line > 0 ? line : position.line()) + ":" + position.column() + ": ";
  }

  /// A file that does not say what it should.
  ///
  /// @param problems at least one
  public static Complaint complaint(String file, List<Problem> problems, String help) {
    var first = problems.getFirst();
    var more =
        problems.size() == 1
            ? help
            : "and " + (problems.size() - 1) + " more, the next: " + problems.get(1);
    return Complaint.usage(
        of(file, 0, first.position())
            + (first.pointer().isEmpty() ? "" : "`" + first.pointer() + "`: ")
            + first.message(),
        more);
  }
}
