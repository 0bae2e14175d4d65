package io.outcrop.cli.doctor;

import io.outcrop.access.Doctor;
import io.outcrop.access.bundle.Bundle;
import io.outcrop.access.bundle.BundleReading;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.version.VersionCommand;
import io.outcrop.cloud.client.PrivateFile;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// Evidence on the disk.
final class EvidenceFile {
  private static final long LARGEST_BYTES = 256L * 1024 * 1024;

  private final String name;
  private final Session session;

  /// @param name as a person names the file
  EvidenceFile(String name, Session session) {
    this.name = name;
    this.session = session;
  }

  /// Keeps `cells`, for the owner's eyes alone.
  ///
  /// @param world the world that answered; empty for AWS
  void save(List<Observations> cells, String world, boolean mask, Doctor doctor) {
    var bundle = Bundle.write(cells, VersionCommand.program(), world, mask);
    var text = JsonWriter.pretty(bundle) + "\n";
    try {
      PrivateFile.write(session.file(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException lost) {
      throw Complaint.unknown(
          "`" + name + "` could not be written: " + Failures.reason(lost), "name a file elsewhere");
    }
    if (mask) {
      check(cells, text, doctor);
    }
  }

  /// Says so, if the stand-ins for names changed what the evidence amounts to.
  private void check(List<Observations> cells, String text, Doctor doctor) {
    var before = cells.stream().map(cell -> causes(doctor.judge(cell))).toList();
    var after =
        Bundle.read(text) instanceof BundleReading.Read(var masked, var _, var _)
            ? masked.stream().map(cell -> causes(doctor.judge(cell))).toList()
            : List.<List<String>>of();
    if (!before.equals(after)) {
      session
          .terminal()
          .tell(
              "outcrop: without the names `"
                  + name
                  + "` leads to other causes: a policy must depend on a name in a way that masking"
                  + " does not keep");
    }
  }

  private static List<String> causes(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  /// What was kept.
  ///
  /// @throws Complaint with the place of what is wrong, if it is no evidence
  BundleReading.Read read() {
    return switch (Bundle.read(text())) {
      case BundleReading.Read read -> read;
      case BundleReading.Rejected(var problems) -> throw rejected(problems);
    };
  }

  private Complaint rejected(List<Problem> problems) {
    var first = problems.getFirst();
    var place =
        first.position().isKnown()
            ? ":" + first.position().line() + ":" + first.position().column()
            : "";
    var more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    return Complaint.usage(
        "`%s%s` is no evidence: %s%s%s"
            .formatted(
                name,
                place,
                first.pointer().isEmpty() ? "" : "`" + first.pointer() + "`: ",
                first.message(),
                more),
        "outcrop doctor --save-evidence FILE writes one");
  }

  private String text() {
    try {
      if (name.equals("-")) {
        return new String(session.terminal().in().readAllBytes(), StandardCharsets.UTF_8);
      }
      var file = session.file(name);
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_BYTES) {
        throw Complaint.usage("`" + name + "` is larger than 256 MB", "name a smaller file");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw Complaint.usage(
          "`" + name + "` cannot be read: " + Failures.reason(unreadable), "name a readable file");
    }
  }
}
