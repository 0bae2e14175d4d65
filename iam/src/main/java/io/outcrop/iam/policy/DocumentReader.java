package io.outcrop.iam.policy;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads the outermost object of a policy and hands its statements on.
final class DocumentReader {
  private static final String VARIABLES_VERSION = "2012-10-17";
  private static final String OLD_VERSION = "2008-10-17";

  /// Nobody reads more of them; a large text may not take memory out of proportion.
  private static final int ENOUGH_PROBLEMS = 1000;

  private final PolicyKind kind;
  private final List<Problem> problems;

  DocumentReader(PolicyKind kind, List<Problem> problems) {
    this.kind = kind;
    this.problems = problems;
  }

  PolicyDocument read(Json value) {
    var fields = new Fields(value, "", problems);
    var source = value instanceof Json.Obj object ? object : Json.object();
    var version = version(fields);
    if (Grammar.of(kind).allowsId()) {
      fields.optionalText("Id");
    }
    var statements = value instanceof Json.Obj ? statements(fields) : List.<Statement>of();
    fields.finish();
    if (Grammar.of(kind).hasPlainSids()) {
      uniqueSids(statements);
    }
    return new PolicyDocument(kind, version.equals(VARIABLES_VERSION), statements, source);
  }

  private String version(Fields fields) {
    if (!fields.has("Version") && kind != PolicyKind.RCP) {
      return OLD_VERSION;
    }
    var before = problems.size();
    var version = fields.text("Version");
    var expected =
        kind == PolicyKind.RCP
            ? List.of(VARIABLES_VERSION)
            : List.of(VARIABLES_VERSION, OLD_VERSION);
    if (problems.size() == before && !expected.contains(version)) {
      fields.problem(
          "Version", "found `" + version + "`, expected `" + String.join("` or `", expected) + "`");
    }
    return version;
  }

  private List<Statement> statements(Fields fields) {
    var value = fields.any("Statement");
    if (value.isEmpty()) {
      fields.problem("Statement", "member `Statement` is missing");
      return List.of();
    }
    var reader = new StatementReader(kind, problems);
    return switch (value.get()) {
      case Json.Arr array -> {
        var read = new ArrayList<Statement>();
        for (var i = 0; i < array.elements().size(); i++) {
          if (problems.size() >= ENOUGH_PROBLEMS) {
            fields.problem(
                "Statement", "too many problems, the statements from " + i + " on were not read");
            break;
          }
          read.add(reader.read(array.elements().get(i), "/Statement/" + i, i));
        }
        yield read;
      }
      case Json.Obj single -> List.of(reader.read(single, "/Statement", 0));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {
        fields.problem(
            "Statement", "found " + value.get().kind() + ", expected an object or an array");
        yield List.of();
      }
    };
  }

  private void uniqueSids(List<Statement> statements) {
    var seen = new HashSet<String>();
    for (var statement : statements) {
      if (!statement.sid().isEmpty() && !seen.add(statement.sid())) {
        problems.add(
            new Problem(
                "/Statement/" + statement.index() + "/Sid",
                statement.position(),
                "`Sid` `" + statement.sid() + "` stands twice in one policy"));
      }
    }
  }
}
