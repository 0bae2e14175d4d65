package io.outcrop.report.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Stage;
import io.outcrop.report.Ending;
import io.outcrop.report.document.Block;
import io.outcrop.report.document.Document;
import io.outcrop.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/// An examination as a page: all that its JSON has, for a person.
public final class ExaminationPage {
  private ExaminationPage() {}

  /// The page.
  public static Document of(Examination examination, Ending ending) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Verdict(tone(examination.status()), verdict(examination)));
    blocks.add(new Block.Facts(subject(examination.subject())));
    examination.root().ifPresent(root -> blocks.add(root(root)));
    others("What would break next", examination.next(), blocks);
    others("Beside the call, which does not need it", examination.beside(), blocks);
    blocks.add(new Block.Section("What was looked at", List.of(stages(examination.stages()))));
    notes(examination.notes(), blocks);
    if (!ending.nextCommand().isEmpty()) {
      blocks.add(new Block.Section("Next", List.of(new Block.Code("sh", ending.nextCommand()))));
    }
    return new Document(title(examination.subject()), blocks, footer(ending));
  }

  /// The verdict in one sentence.
  static String verdict(Examination examination) {
    return switch (examination.status()) {
      case HEALTHY -> "healthy: the call goes through";
      case BROKEN ->
          "broken: "
              + examination
                  .root()
                  .map(root -> root.cause().summary() + " [" + root.cause().slug() + "]")
                  .orElse("");
      case UNKNOWN -> "unknown: " + whyUnknown(examination);
    };
  }

  static Tone tone(Examination.Status status) {
    return switch (status) {
      case HEALTHY -> Tone.FINE;
      case BROKEN -> Tone.BROKEN;
      case UNKNOWN -> Tone.WARNING;
    };
  }

  /// Why nothing could be found out: the first stage that did not go well.
  static String whyUnknown(Examination examination) {
    return examination.stages().stream()
        .filter(stage -> stage.outcome() != Stage.Outcome.SUCCEEDED)
        .filter(stage -> stage.outcome() != Stage.Outcome.SKIPPED)
        .findFirst()
        .map(stage -> "stage `" + stage.name() + "`: " + stage.why())
        .orElse("nothing that was seen decides it");
  }

  /// What a stage came to, in one word or two.
  static String words(Stage.Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED -> "ok";
      case REFUSED -> "refused";
      case UNREACHABLE -> "unreachable";
      case NOT_PERMITTED -> "not permitted to look";
      case SKIPPED -> "skipped";
      case CRASHED -> "crashed";
    };
  }

  static String footer(Ending ending) {
    return ending.world().isEmpty()
        ? "Written by `outcrop doctor`. No secret is in this page."
        : "Sandbox: the world `"
            + ending.world()
            + "` answered, not AWS. Written by `outcrop doctor`.";
  }

  static List<Block> notes(List<String> notes) {
    return List.of(
        new Block.Points(
            notes.stream().map(note -> new Block.Point(Tone.NOTHING, note, List.of())).toList()));
  }

  private static String title(Examination.Subject subject) {
    var model = subject.model().isEmpty() ? "no model" : "`" + subject.model() + "`";
    return "Access to " + model + (subject.region().isEmpty() ? "" : " in " + subject.region());
  }

  private static List<Block.Fact> subject(Examination.Subject subject) {
    var facts = new ArrayList<Block.Fact>();
    fact("model", subject.model(), facts);
    fact("region", subject.region(), facts);
    fact("principal", subject.principal(), facts);
    facts.add(
        new Block.Fact(
            "credentials",
            subject.credentialSource().isEmpty() ? "none" : subject.credentialSource()));
    fact("endpoint", subject.endpoint(), facts);
    facts.add(new Block.Fact("as of", subject.at()));
    return facts;
  }

  private static void fact(String name, String value, List<Block.Fact> facts) {
    if (!value.isEmpty()) {
      var code = value.startsWith("arn:") || name.equals("model");
      facts.add(new Block.Fact(name, code ? "`" + value + "`" : value));
    }
  }

  private static Block root(Finding finding) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Verdict(Tone.BROKEN, FindingBlocks.sentence(finding)));
    blocks.addAll(FindingBlocks.evidence(finding));
    var cures = FindingBlocks.cures(finding);
    if (!cures.isEmpty()) {
      blocks.add(new Block.Section("Cure", cures));
    }
    return new Block.Section("Root cause (" + finding.confidence().id() + ")", blocks);
  }

  private static void others(String title, List<Finding> findings, List<Block> blocks) {
    if (findings.isEmpty()) {
      return;
    }
    var inner = new ArrayList<Block>();
    for (var finding : findings) {
      var own = new ArrayList<Block>();
      own.addAll(FindingBlocks.evidence(finding));
      own.addAll(FindingBlocks.cures(finding));
      inner.add(
          new Block.Section(
              FindingBlocks.sentence(finding) + " (" + finding.confidence().id() + ")", own));
    }
    blocks.add(new Block.Section(title, inner));
  }

  private static Block stages(List<Stage> stages) {
    return new Block.Table(
        List.of("stage", "outcome", "what was seen"),
        stages.stream()
            .map(stage -> List.of(stage.name(), words(stage.outcome()), stage.why()))
            .toList());
  }

  private static void notes(List<String> notes, List<Block> blocks) {
    if (!notes.isEmpty()) {
      blocks.add(new Block.Section("Notes", notes(notes)));
    }
  }
}
