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
import io.outcrop.cli.view.Destination;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// Evidence on the disk.
final class EvidenceFile {
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;

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
  void save(List<Observations> cells, String world, boolean mask, Doctor doctor, Destination to) {
    var bundle = Bundle.write(cells, VersionCommand.program(), world, mask);
    var text = JsonWriter.pretty(bundle) + "\n";
    to.write(text);
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

  /// A device has no size, and may have no end.
  private String text(InputStream in) throws IOException {
    var bytes = in.readNBytes(LARGEST_BYTES + 1);
    if (bytes.length > LARGEST_BYTES) {
      throw tooLarge();
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private Complaint tooLarge() {
    return Complaint.usage("`" + name + "` is larger than 64 MB", "name a smaller file");
  }

  private String text() {
    try {
      if (name.equals("-")) {
        return text(session.terminal().in());
      }
      var file = session.file(name);
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_BYTES) {
        throw tooLarge();
      }
      try (var in = Files.newInputStream(file)) {
        return text(in);
      }
    } catch (CharacterCodingException _) {
      throw Complaint.usage(
          "`" + name + "` is no evidence: it is no UTF-8 text",
          "outcrop doctor --save-evidence FILE writes one");
    } catch (IOException unreadable) {
      throw Complaint.usage(
          "`" + name + "` cannot be read: " + Failures.reason(unreadable), "name a readable file");
    }
  }
}
