package io.outcrop.access.cure;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Policy documents as JSON.
public final class PolicyText {
  /// How large a managed policy may be. Source: IAM User Guide, "IAM and AWS STS quotas", read
  /// 2026-11-20.
  public static final int MOST_MANAGED = 6_144;

  private PolicyText() {}

  /// The statements, of which a document may hold one alone or a list.
  static List<Json.Obj> statements(Json.Obj document) {
    var statement = document.get("Statement");
    if (statement.isPresent() && statement.get() instanceof Json.Obj single) {
      return List.of(single);
    }
    return document.list("Statement").stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }

  /// Its size as IAM counts it: characters without white space.
  public static int size(Json.Obj document) {
    return (int)
        JsonWriter.compact(document).chars().filter(one -> !Character.isWhitespace(one)).count();
  }

  /// One document with the statements of all, each once; a `Sid` that stands for something else
  /// already gets a number.
  public static Json.Obj union(List<Json.Obj> documents) {
    var statements = new ArrayList<Json.Obj>();
    var sids = new HashSet<String>();
    for (var document : documents) {
      for (var statement : statements(document)) {
        var saysTheSame =
            statements.stream()
                .anyMatch(other -> other.without("Sid").equals(statement.without("Sid")));
        if (!saysTheSame) {
          statements.add(withFreeSid(statement, sids));
        }
      }
    }
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with("Statement", Json.array(statements));
  }

  /// `statements`, in which a `Sid` that an earlier one has already gets a number.
  static List<Json.Obj> withFreeSids(List<Json.Obj> statements) {
    var sids = new HashSet<String>();
    return statements.stream().map(statement -> withFreeSid(statement, sids)).toList();
  }

  private static Json.Obj withFreeSid(Json.Obj statement, Set<String> sids) {
    var sid = statement.text("Sid").orElse("");
    if (sid.isEmpty() || sids.add(sid)) {
      return statement;
    }
    var number = 2;
    while (!sids.add(sid + number)) {
      number++;
    }
    return statement.with("Sid", Json.of(sid + number));
  }
}
