package io.outcrop.models;

import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be called in one region at one date.
final class Alternatives {
  private static final int MODELS = 2;
  private final ModelCatalogue catalogue;
  private final String region;
  private final Instant at;

  Alternatives(ModelCatalogue catalogue, String region, Instant at) {
    this.catalogue = catalogue;
    this.region = region;
    this.at = at;
  }

  /// The routes to `model` here; none if it is not alive here.
  List<Route> routes(Model model) {
    return isAlive(model)
        ? model.in(region).map(Model.InRegion::routes).orElse(List.of())
        : List.of();
  }

  /// Its replacements that are alive here; else the newest of its family, then of the others.
  List<Route> insteadOf(Model model) {
    var replacements = replacements(model);
    var routes = routes(replacements);
    if (!routes.isEmpty()) {
      return routes;
    }
    var families = new LinkedHashSet<String>();
    families.add(model.family());
    replacements.forEach(replacement -> families.add(replacement.family()));
    families.addAll(List.of("sonnet", "haiku", "opus"));
    return families.stream()
        .map(family -> ofFamily(family, model))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// The routes to the newest models of `family` here, active before legacy.
  List<Route> ofFamily(String family, Model except) {
    return routes(
        Stream.of(Stage.ACTIVE, Stage.LEGACY)
            .flatMap(stage -> catalogue.models().stream().filter(model -> isAt(model, stage)))
            .filter(model -> model.family().equals(family) && !model.id().equals(except.id()))
            .filter(model -> !routes(model).isEmpty())
            .limit(MODELS)
            .toList());
  }

  private List<Model> replacements(Model model) {
    return model.replacements().stream()
        .map(catalogue::owner)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private List<Route> routes(Collection<Model> models) {
    return models.stream().flatMap(model -> routes(model).stream()).toList();
  }

  private boolean isAlive(Model model) {
    return isAt(model, Stage.ACTIVE) || isAt(model, Stage.LEGACY);
  }

  private boolean isAt(Model model, Stage stage) {
    return model.in(region).map(here -> here.lifecycle().stage(at) == stage).orElse(false);
  }
}
