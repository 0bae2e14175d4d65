package io.outcrop.sandbox.steering;

import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.List;

/// What the control API answers.
record ControlAnswer(int status, Json.Obj body) {
  /// Version of every answer's form.
  private static final Json.Obj VERSIONED = Json.object().with("formatVersion", Json.of(1));

  static ControlAnswer of(String name, Json value) {
    return new ControlAnswer(200, VERSIONED.with(name, value));
  }

  static ControlAnswer of(String name, Json value, String other, Json otherValue) {
    return new ControlAnswer(200, VERSIONED.with(name, value).with(other, otherValue));
  }

  /// A document that has a version of its own.
  static ControlAnswer document(Json.Obj document) {
    return new ControlAnswer(200, document);
  }

  static ControlAnswer refused(int status, String message, String help, List<Problem> problems) {
    var error =
        Json.object()
            .with("message", Json.of(message))
            .with("help", Json.of(help))
            .with("problems", Json.array(problems.stream().map(ControlAnswer::problem).toList()));
    return new ControlAnswer(status, VERSIONED.with("error", error));
  }

  private static Json problem(Problem problem) {
    return Json.object()
        .with("pointer", Json.of(problem.pointer()))
        .with("line", Json.of(problem.position().line()))
        .with("column", Json.of(problem.position().column()))
        .with("message", Json.of(problem.message()));
  }
}
