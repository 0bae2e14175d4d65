package io.outcrop.access.examination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed from one examination to a later one of the same.
///
/// @param lines one sentence each; empty if nothing did
public record Difference(List<String> lines) {
  public Difference {
    lines = List.copyOf(lines);
  }

  /// What is different in `after`.
  public static Difference between(Examination before, Examination after) {
    var lines = new ArrayList<String>();
    if (before.status() != after.status()) {
      lines.add("verdict: " + before.status().id() + " → " + after.status().id());
    }
    var old = stages(before);
    stages(after)
        .forEach((name, stage) -> {
          var earlier = old.get(name);
          if (earlier == null || earlier.outcome() != stage.outcome()) {
            var from = earlier == null ? "" : earlier.outcome().id() + " → ";
            lines.add(
                "stage %s: %s%s: %s".formatted(name, from, stage.outcome().id(), stage.why()));
          }
        });
    var had = findings(before);
    var has = findings(after);
    had.forEach((slug, finding) -> {
      if (!has.containsKey(slug)) {
        lines.add("gone: " + finding.sentence() + " [" + slug + "]");
      }
    });
    has.forEach((slug, finding) -> {
      if (!had.containsKey(slug)) {
        lines.add("new: " + finding.sentence() + " [" + slug + "]");
      }
    });
    return new Difference(lines);
  }

  private static Map<String, Stage> stages(Examination examination) {
    var result = new LinkedHashMap<String, Stage>();
    examination.stages().forEach(stage -> result.put(stage.name(), stage));
    return result;
  }

  private static Map<String, Finding> findings(Examination examination) {
    var result = new LinkedHashMap<String, Finding>();
    examination.findings().forEach(finding -> result.put(finding.cause().slug(), finding));
    return result;
  }
}
