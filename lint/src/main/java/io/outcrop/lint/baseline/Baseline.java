package io.outcrop.lint.baseline;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingCatalogue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings that somebody has accepted. Written as JSON: `docs/files/lint-baseline.md`.
///
/// @param accepted in the order of the file
public record Baseline(List<Accepted> accepted) {
  private static final long FORMAT = 1;

  public Baseline {
    accepted = List.copyOf(accepted);
  }

  /// What came of reading a baseline.
  public sealed interface Reading {
    /// It could be read.
    record Read(Baseline baseline) implements Reading {}

    /// It could not; every problem, in the order of the text.
    record Malformed(List<Problem> problems) implements Reading {
      public Malformed {
        problems = List.copyOf(problems);
      }
    }
  }

  /// What a baseline does to reports.
  ///
  /// @param open findings that nobody has accepted, by file
  /// @param accepted findings that somebody has accepted, by file
  /// @param entries what is wrong with the baseline itself; pointers and positions are the
  ///   baseline's
  public record Judgement(
      Map<String, List<Finding>> open, Map<String, List<Finding>> accepted, List<Finding> entries) {
    public Judgement {
      open = Map.copyOf(open);
      accepted = Map.copyOf(accepted);
      entries = List.copyOf(entries);
    }
  }

  /// A baseline that accepts nothing.
  public static Baseline empty() {
    return new Baseline(List.of());
  }

  /// Reads `text`.
  public static Reading parse(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Malformed malformed ->
          new Reading.Malformed(
              List.of(new Problem("", malformed.position(), malformed.message())));
      case JsonReading.Read read -> {
        var problems = new ArrayList<Problem>();
        var fields = new Fields(read.value(), "", problems);
        if (fields.whole("formatVersion", 0) != FORMAT) {
          fields.problem("formatVersion", "expected `" + FORMAT + "`");
        }
        var entries = entries(fields, problems);
        fields.finish();
        yield problems.isEmpty()
            ? new Reading.Read(new Baseline(entries))
            : new Reading.Malformed(problems);
      }
    };
  }

  /// This baseline as it is written to a file.
  public Json toJson() {
    return Json.object()
        .with("formatVersion", Json.of(FORMAT))
        .with("accepted", Json.array(accepted.stream().map(Accepted::toJson).toList()));
  }

  /// Parts `found`, findings by file, into open and accepted ones on `today`. Only files in `found`
  /// are judged: an entry about another file is left alone.
  public Judgement judge(
      Map<String, List<Finding>> found, LocalDate today, FindingCatalogue catalogue) {
    var open = new LinkedHashMap<String, List<Finding>>();
    var taken = new LinkedHashMap<String, List<Finding>>();
    var alive = accepted.stream().filter(entry -> !entry.isOver(today)).toList();
    found.forEach((file, findings) -> {
      var parted = new LinkedHashMap<Boolean, List<Finding>>();
      for (var finding : findings) {
        var covered = alive.stream().anyMatch(entry -> entry.covers(finding, file));
        parted.computeIfAbsent(covered, _ -> new ArrayList<>()).add(finding);
      }
      open.put(file, List.copyOf(parted.getOrDefault(false, List.of())));
      taken.put(file, List.copyOf(parted.getOrDefault(true, List.of())));
    });
    return new Judgement(open, taken, new Entries(accepted, catalogue).judge(found, today));
  }

  private static List<Accepted> entries(Fields fields, List<Problem> problems) {
    var entries = new ArrayList<Accepted>();
    var elements = fields.list("accepted", element -> element);
    for (var i = 0; i < elements.size(); i++) {
      var entry = new Fields(elements.get(i), "/accepted/" + i, problems);
      entries.add(entry(entry, elements.get(i)));
      entry.finish();
    }
    return entries;
  }

  private static Accepted entry(Fields fields, Json source) {
    var reason = fields.text("reason");
    if (fields.has("reason") && reason.isBlank()) {
      fields.problem("reason", "found no reason, expected one");
    }
    if (fields.has("fingerprint") == fields.has("pointer")) {
      fields.problem("fingerprint", "expected either `fingerprint` or `pointer`");
    }
    return new Accepted(
        fields.text("slug"),
        fields.text("file"),
        fields.optionalText("fingerprint").orElse(""),
        fields.optionalText("pointer").orElse(""),
        reason,
        expires(fields),
        source.position());
  }

  private static LocalDate expires(Fields fields) {
    var text = fields.optionalText("expires");
    if (text.isEmpty()) {
      return LocalDate.MAX;
    }
    try {
      return LocalDate.parse(text.get());
    } catch (DateTimeException _) {
      fields.problem("expires", "found `" + text.get() + "`, expected a date like `2027-01-31`");
      return LocalDate.MAX;
    }
  }
}
