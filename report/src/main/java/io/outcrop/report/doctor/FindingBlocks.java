package io.outcrop.report.doctor;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Finding;
import io.outcrop.report.Words;
import io.outcrop.report.document.Block;
import java.util.ArrayList;
import java.util.List;

/// One finding as parts of a page.
final class FindingBlocks {
  private FindingBlocks() {}

  /// The evidence as rows.
  static List<Block> evidence(Finding finding) {
    return finding.evidence().isEmpty()
        ? List.of()
        : List.of(
            new Block.Table(
                List.of("how it is known", "what", "where"),
                finding.evidence().stream().map(FindingBlocks::row).toList()));
  }

  /// What would cure it, best first.
  static List<Block> cures(Finding finding) {
    var blocks = new ArrayList<Block>();
    if (!finding.cures().isEmpty()) {
      blocks.add(new Block.Steps(finding.cures().stream().map(FindingBlocks::cure).toList()));
    }
    if (!finding.cause().takes().isEmpty()) {
      blocks.add(new Block.Prose("It takes " + finding.cause().takes() + "."));
    }
    return blocks;
  }

  static String sentence(Finding finding) {
    return finding.sentence() + " [" + finding.cause().slug() + "]";
  }

  private static List<String> row(Evidence evidence) {
    return List.of(evidence.kind(), evidence.text(), evidence.source());
  }

  private static Block.Step cure(Cure cure) {
    var inner = new ArrayList<Block>();
    if (!cure.effect().isEmpty()) {
      inner.add(new Block.Prose("Effect: " + cure.effect() + "."));
    }
    if (!cure.commands().isEmpty()) {
      inner.add(new Block.Code("sh", String.join("\n", cure.commands())));
    }
    return new Block.Step(cure.title() + " (" + Words.of(cure.applicability()) + ")", inner);
  }
}
