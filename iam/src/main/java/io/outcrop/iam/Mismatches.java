package io.outcrop.iam;

import io.outcrop.iam.decision.Mismatch;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the elements by which statements miss one request.
final class Mismatches {
  private static final List<String> PARTS =
      List.of("prefix", "partition", "service", "region", "account", "resource");

  private final RequestView request;

  Mismatches(RequestView request) {
    this.request = request;
  }

  /// The elements that failed of a statement that can be about the request's service, in order;
  /// empty if the statement has nothing to do with the request.
  Optional<List<Mismatch>> worthTelling(PreparedStatement statement, boolean hasBoundary) {
    var aboutAction = statement.actions().matches(request);
    var written = statement.ref().statement();
    var found = new ArrayList<Mismatch>();
    if (!aboutAction) {
      found.add(new Mismatch.OfAction(written.actions(), request.request().action()));
    }
    if (statement.reach(request, hasBoundary).maybe() == Reach.NONE) {
      found.add(new Mismatch.OfPrincipal(written.principals(), request.principal()));
    }
    var resource = statement.resources().matches(request);
    if (!resource.holds() && !resource.isUnknown()) {
      found.add(ofResource(statement));
    }
    addConditions(statement, written, found);
    return found.isEmpty() || (!aboutAction && found.size() > 1)
        ? Optional.empty()
        : Optional.of(found);
  }

  private void addConditions(PreparedStatement statement, Statement written, List<Mismatch> found) {
    var truths = statement.conditions().each(request);
    for (var i = 0; i < truths.size(); i++) {
      if (!truths.get(i).holds() && !truths.get(i).isUnknown()) {
        var condition = written.conditions().get(i);
        found.add(
            new Mismatch.OfCondition(
                condition, request.value(condition.key().toLowerCase(Locale.ROOT))));
      }
    }
  }

  private Mismatch ofResource(PreparedStatement statement) {
    var written = statement.ref().statement().resources();
    var nearest = statement.resources().nearest(request);
    return new Mismatch.OfResource(
        written,
        nearest.map(near -> written.values().get(near.index())),
        request.request().resource(),
        nearest
            .filter(near -> near.agreeing() < PARTS.size())
            .map(near -> PARTS.get(near.agreeing()))
            .orElse(""));
  }
}
