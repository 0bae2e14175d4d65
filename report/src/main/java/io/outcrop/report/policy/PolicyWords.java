package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.edit.DocumentEdit;
import io.outcrop.json.Position;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.policy.Simulation.Verdict;
import io.outcrop.report.style.Mark;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Decisions, policies and places in words.
public final class PolicyWords {
  private final Whereabouts whereabouts;

  PolicyWords(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  static Mark mark(Verdict verdict) {
    return switch (verdict) {
      case ALLOWED -> Mark.FINE;
      case DENIED -> Mark.BROKEN;
      case DEPENDS_ON_UNKNOWN -> Mark.WARNING;
    };
  }

  static String request(Ruling ruling) {
    return "`" + ruling.request().action() + "` on `" + ruling.request().resource() + "`";
  }

  /// An outcome: `implicitly denied`.
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case ALLOWED -> "allowed";
      case EXPLICITLY_DENIED -> "explicitly denied";
      case IMPLICITLY_DENIED -> "implicitly denied";
      case DEPENDS_ON_UNKNOWN -> "undecided";
    };
  }

  /// `statement `NoModels` of service control policy `scp.json` of root (scp.json:9:7)`.
  String statement(StatementRef ref) {
    return name(ref) + " of " + ref.layer().words() + " " + policy(ref) + place(ref);
  }

  /// The same where the layer is clear.
  String inLayer(StatementRef ref) {
    return name(ref) + " of " + policy(ref) + place(ref);
  }

  /// `service control policy scp.json of root`, or what a new policy is.
  String document(DocumentEdit edit) {
    return switch (edit.target()) {
      case DocumentEdit.Target.New(var description) -> description;
      case DocumentEdit.Target.Existing(var policy, var level) -> {
        var attached = policy.attachedTo().isEmpty() ? level : policy.attachedTo();
        yield edit.layer().words()
            + " "
            + whereabouts.file(edit.layer(), policy).orElse(policy.name())
            + (attached.isEmpty() ? "" : " of " + attached);
      }
    };
  }

  static String nothingAllows(LayerName layer) {
    return "no " + layer.words() + " allows it";
  }

  /// Which keys could change an answer.
  static String missing(Set<String> keys) {
    return new TreeSet<>(keys)
        .stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
  }

  private static String name(StatementRef ref) {
    return ref.statement().sid().isEmpty()
        ? "statement " + (ref.statement().index() + 1)
        : "statement `" + ref.statement().sid() + "`";
  }

  private static String policy(StatementRef ref) {
    var attached = ref.policy().attachedTo();
    return "`" + ref.policy().name() + "`" + (attached.isEmpty() ? "" : " of " + attached);
  }

  private String place(StatementRef ref) {
    return place(ref, ref.statement().position());
  }

  /// ` (dev.json:12:9)`, a place in the statement's policy.
  String place(StatementRef ref, Position position) {
    if (!position.isKnown()) {
      return "";
    }
    return whereabouts
        .file(ref)
        .map(file -> " (" + file + ":" + position.line() + ":" + position.column() + ")")
        .orElse(" (" + position + ")");
  }
}
