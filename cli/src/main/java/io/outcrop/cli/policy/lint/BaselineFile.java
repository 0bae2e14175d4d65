package io.outcrop.cli.policy.lint;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.policy.inquiry.InputFiles;
import io.outcrop.cli.policy.inquiry.Places;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.JsonWriter;
import io.outcrop.lint.baseline.Accepted;
import io.outcrop.lint.baseline.Baseline;
import io.outcrop.lint.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file of accepted findings.
///
/// @param name as the command line says it; empty if it names none
/// @param baseline what it says
record BaselineFile(String name, Baseline baseline) {

  static BaselineFile of(Arguments arguments, Session session) {
    var name = arguments.text("--baseline");
    for (var option : List.of("--reason", "--expires")) {
      if (arguments.has(option) && !arguments.has("--write-baseline")) {
        throw Complaint.usage(
            "`" + option + "` is of use with `--write-baseline` alone", "leave it out");
      }
    }
    if (arguments.has("--write-baseline")) {
      if (name.isEmpty() || arguments.text("--reason").isBlank()) {
        throw Complaint.usage(
            "`--write-baseline` needs to know where to, and why",
            "--baseline lint-baseline.json --write-baseline --reason 'known since 2025'");
      }
      expires(arguments);
    }
    var isNew = arguments.has("--write-baseline") && !Files.exists(session.file(name));
    return new BaselineFile(name, name.isEmpty() || isNew ? Baseline.empty() : read(name, session));
  }

  private static Baseline read(String name, Session session) {
    return switch (Baseline.parse(new InputFiles(session).text(name))) {
      case Baseline.Reading.Read(var baseline) -> baseline;
      case Baseline.Reading.Malformed(var problems) ->
          throw Places.complaint(name, problems, "its form: docs/files/lint-baseline.md");
    };
  }

  /// Accepts what is open too, and writes the file; entries about other files stay.
  void write(Map<String, List<Finding>> open, Arguments arguments, Session session) {
    var accepted = new LinkedHashMap<String, Accepted>();
    var all = new ArrayList<>(baseline.accepted());
    open.forEach((file, findings) ->
        findings.forEach(finding ->
            all.add(Accepted.of(finding, file, arguments.text("--reason"), expires(arguments)))));
    all.forEach(one -> accepted.put(key(one), one));
    var text = JsonWriter.pretty(new Baseline(List.copyOf(accepted.values())).toJson());
    try {
      Files.writeString(session.file(name), text + "\n");
    } catch (IOException lost) {
      throw Complaint.unknown(
          "`" + name + "` could not be written: " + lost.getMessage(), "name a file elsewhere");
    }
  }

  /// A later entry for the same finding takes the place of one that is over.
  private static String key(Accepted one) {
    return String.join("\n", one.slug(), one.file(), one.fingerprint(), one.pointer());
  }

  private static LocalDate expires(Arguments arguments) {
    if (!arguments.has("--expires")) {
      return LocalDate.MAX;
    }
    try {
      return LocalDate.parse(arguments.text("--expires"));
    } catch (DateTimeException _) {
      throw Complaint.usage(
          "`--expires` is `" + arguments.text("--expires") + "`, which is no date",
          "--expires 2027-01-31");
    }
  }
}
