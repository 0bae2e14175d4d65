package io.outcrop.access.bundle;

import io.outcrop.access.evidence.Observations;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Evidence as a file: `docs/files/evidence.md`. From it the judgement can be made again, without
/// network, to the same result. No secret is in it.
public final class Bundle {
  private static final long VERSION = 1;
  private static final String WHAT = "outcrop-evidence";

  private Bundle() {}

  /// `cells` as one value.
  ///
  /// @param program the version of the program that looked
  /// @param world the sandbox's world that answered; empty for AWS
  /// @param mask whether account ids, names in ARNs and e-mail addresses are hidden, each by the
  ///   same stand-in wherever it stands
  public static Json.Obj write(
      List<Observations> cells, String program, String world, boolean mask) {
    var form = new Forms().of(Observations.class, Map.of());
    var written = Repeats.fold(cells.stream().map(cell -> (Json.Obj) form.write(cell)).toList());
    var bundle =
        Json.object()
            .with("formatVersion", Json.of(VERSION))
            .with("what", Json.of(WHAT))
            .with("program", Json.of(program))
            .with("world", Json.of(world))
            .with("masked", Json.of(mask))
            .with("cells", Json.array(written));
    return mask ? Masks.over(bundle) : bundle;
  }

  /// What `text` holds.
  public static BundleReading read(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Malformed(var message, var position) ->
          new BundleReading.Rejected(List.of(new Problem("", position, message)));
      case JsonReading.Read(var value) -> read(value);
    };
  }

  private static BundleReading read(Json value) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    var what = fields.optionalText("what").orElse("");
    var version = fields.whole("formatVersion", 0);
    if (problems.isEmpty() && !what.equals(WHAT)) {
      fields.problem("what", "found `" + what + "`, expected `" + WHAT + "`");
    } else if (problems.isEmpty() && version != VERSION) {
      fields.problem(
          "formatVersion", "version " + version + " cannot be read here, only " + VERSION);
    }
    if (!problems.isEmpty()) {
      return new BundleReading.Rejected(problems);
    }
    fields.text("program");
    var world = fields.optionalText("world").orElse("");
    var masked = fields.flag("masked", false);
    var cells = cells(fields.list("cells", cell -> cell), problems);
    fields.finish();
    if (cells.isEmpty() && problems.isEmpty()) {
      fields.problem("cells", "no cell is in it");
    }
    return problems.isEmpty()
        ? new BundleReading.Read(cells, masked, world)
        : new BundleReading.Rejected(problems);
  }

  private static List<Observations> cells(List<Json> written, List<Problem> problems) {
    var form = new Forms().of(Observations.class, Map.of());
    var unfolded = Repeats.unfold(written, problems);
    var cells = new ArrayList<Observations>();
    for (var i = 0; i < unfolded.size(); i++) {
      form.read(unfolded.get(i), new Form.Spot("/cells/" + i, problems))
          .ifPresent(cell -> cells.add((Observations) cell));
    }
    return cells;
  }
}
