package io.outcrop.access.composed;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.Quotas;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.stream.Stream;

/// What the catalogue says of a draft's model.
final class Routes {
  private Routes() {}

  /// Whether the model answers to its own id there.
  static boolean onDemand(Draft draft) {
    return ModelCatalogue.shipped()
        .find(draft.route.modelId())
        .flatMap(model -> model.in(draft.region()))
        .filter(here -> here.routes().stream().anyMatch(Route.OnDemand.class::isInstance))
        .isPresent();
  }

  /// Models whose life has ended in the draft's region, by every id that they were called by.
  static List<String> ended(Draft draft) {
    return ModelCatalogue.shipped().models().stream()
        .flatMap(model -> model.in(draft.region()).stream())
        .filter(here -> here.lifecycle().stage(draft.clock) == Stage.ENDED)
        .flatMap(here -> here.routes().stream())
        .map(Route::id)
        .toList();
  }

  /// The codes of the quotas on which the draft's route draws.
  static List<String> quotaCodes(Draft draft) {
    return Stream.of(Quota.Kind.values())
        .flatMap(
            kind -> Quotas.find(draft.route.modelId(), Quota.Scope.of(draft.route), kind).stream())
        .map(Quota::code)
        .toList();
  }
}
