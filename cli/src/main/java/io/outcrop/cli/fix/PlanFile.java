package io.outcrop.cli.fix;

import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.PlanForm;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.PrivateFile;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// The file that `--plan` writes and `--apply` reads: `docs/files/plan.md`.
final class PlanFile {
  private static final String HELP = "`outcrop fix --plan FILE` writes one";

  private PlanFile() {}

  static void write(Plan plan, String name, Session session) {
    try {
      var text = JsonWriter.pretty(PlanForm.write(plan)) + "\n";
      PrivateFile.write(session.file(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException lost) {
      throw Complaint.usage(
          "`" + name + "` cannot be written: " + lost.getMessage(), "name a file elsewhere");
    }
  }

  static Plan read(String name, Session session) {
    return switch (JsonReader.read(text(name, session))) {
      case JsonReading.Malformed(var message, var position) ->
          throw Complaint.usage("`" + name + "`: " + position + ": " + message, HELP);
      case JsonReading.Read(var value) ->
          switch (PlanForm.read(value)) {
            case PlanForm.Reading.Read(var plan) -> plan;
            case PlanForm.Reading.Wrong(var problems) ->
                throw Complaint.usage("`" + name + "` is no plan: " + problems.getFirst(), HELP);
          };
    };
  }

  private static String text(String name, Session session) {
    try {
      return Files.readString(session.file(name));
    } catch (IOException _) {
      throw Complaint.usage("`" + name + "` cannot be read", HELP);
    }
  }
}
