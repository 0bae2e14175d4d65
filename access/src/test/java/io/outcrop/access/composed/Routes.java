package io.outcrop.access.composed;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.route.Route;

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
}
