package io.outcrop.report.policy;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;

/// How a suite of cases went, for a program.
public final class SuiteJson {
  private SuiteJson() {}

  /// The summary: `docs/schema/policy-test.json`. Disagreements are no part of it.
  public static Json.Obj of(SuiteResult result) {
    var skipped = new LinkedHashMap<String, Json>();
    result.skippedByTag().forEach((tag, count) -> skipped.put(tag, Json.of(count)));
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("cases", Json.of(result.total().cases()))
        .with("agree", Json.of(result.total().agree()))
        .with("disagree", Json.of(result.total().disagree()))
        .with("skippedByTag", Json.object(skipped));
  }
}
