package io.outcrop.grants.generate;

import io.outcrop.grants.Grants;
import io.outcrop.grants.LeastPolicy;
import io.outcrop.grants.LeastStatement;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// Spreads statements over documents of at most so many characters. A statement that is too long
/// alone is halved until it fits: it allows a product, and the halves of a product allow together
/// what the whole allows. Each statement goes into the first document that has room, so that the
/// same statements always come to lie in the same places.
final class Splitting {
  private static final int EMPTY = JsonWriter.compact(LeastPolicy.document(List.of())).length();

  /// What numbering may add to a Sid: `No9999`.
  private static final int NUMBER = 6;

  private final int most;

  Splitting(int most) {
    this.most = most;
  }

  /// The documents' statements; their Sids are unique over all documents.
  List<List<LeastStatement>> of(List<LeastStatement> statements) {
    var fitting = new ArrayList<LeastStatement>();
    statements.forEach(statement -> shorten(statement, fitting));
    var documents = new ArrayList<List<LeastStatement>>();
    for (var statement : Grants.numbered(fitting)) {
      place(statement, documents);
    }
    return List.copyOf(documents);
  }

  private void shorten(LeastStatement statement, List<LeastStatement> into) {
    var halves = statement.halves();
    if (EMPTY + size(statement) + NUMBER <= most || halves.size() == 1) {
      into.add(statement);
    } else {
      halves.forEach(half -> shorten(half, into));
    }
  }

  private void place(LeastStatement statement, List<List<LeastStatement>> documents) {
    for (var document : documents) {
      if (size(document) + 1 + size(statement) <= most) {
        document.add(statement);
        return;
      }
    }
    documents.add(new ArrayList<>(List.of(statement)));
  }

  private static int size(LeastStatement statement) {
    return size(statement.json());
  }

  private static int size(List<LeastStatement> document) {
    return EMPTY + document.size() - 1 + document.stream().mapToInt(Splitting::size).sum();
  }

  private static int size(Json json) {
    return JsonWriter.compact(json).length();
  }
}
