package io.outcrop.models;

import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.Doubt;
import io.outcrop.models.catalogue.Model.InRegion;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what a reference means in a region at a date.
final class Resolver {
  private final ModelCatalogue catalogue;

  Resolver(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Resolution resolve(ModelReference reference, String region, Instant at) {
    var alternatives = new Alternatives(catalogue, region, at);
    var owner = catalogue.owner(reference.text()).or(() -> catalogue.owner(reference.id()));
    if (owner.isEmpty()) {
      return new NearestIds(catalogue, alternatives).unknown(reference, region);
    }
    var model = owner.get();
    if (!reference.region().isEmpty() && !reference.region().equals(region)) {
      return new Resolution.NotInRegion(
          model, List.of(reference.region()), instead(model, alternatives));
    }
    var here = model.in(region);
    return here.isPresent()
        ? here(model, reference, here.get(), at, alternatives)
        : elsewhere(model, reference.id(), at, alternatives);
  }

  private static Resolution here(
      Model model, ModelReference reference, InRegion here, Instant at, Alternatives alternatives) {
    var stage = here.lifecycle().stage(at);
    return switch (stage) {
      case ENDED ->
          new Resolution.Ended(
              model, here.lifecycle().end().orElseThrow(), alternatives.insteadOf(model));
      case NOT_YET -> new Resolution.NotYet(model, here.lifecycle().start().orElseThrow());
      case ACTIVE, LEGACY -> alive(model, reference, here, at, alternatives);
    };
  }

  private static Resolution alive(
      Model model, ModelReference reference, InRegion here, Instant at, Alternatives alternatives) {
    var stage = here.lifecycle().stage(at);
    var route = here.route(reference.text()).or(() -> here.route(reference.id()));
    if (route.isPresent()) {
      return new Resolution.Found(model, route.get(), stage, origin(here, route.get().id(), at));
    }
    if (reference.id().equals(model.id()) && !here.routes().isEmpty()) {
      return new Resolution.ProfileNeeded(model, here.routes(), stage, origin(here, "", at));
    }
    return notInRegion(model, reference.id(), at, alternatives);
  }

  private static Resolution elsewhere(
      Model model, String id, Instant at, Alternatives alternatives) {
    var lives = model.byRegion().values().stream().map(InRegion::lifecycle).toList();
    if (all(lives, Stage.ENDED, at)) {
      var end = lives.stream().flatMap(life -> life.end().stream()).max(Comparator.naturalOrder());
      return new Resolution.Ended(model, end.orElseThrow(), alternatives.insteadOf(model));
    }
    if (all(lives, Stage.NOT_YET, at)) {
      var start =
          lives.stream().flatMap(life -> life.start().stream()).min(Comparator.naturalOrder());
      return new Resolution.NotYet(model, start.orElseThrow());
    }
    return notInRegion(model, id, at, alternatives);
  }

  private static boolean all(List<Lifecycle> lives, Stage stage, Instant at) {
    return !lives.isEmpty() && lives.stream().allMatch(life -> life.stage(at) == stage);
  }

  private static Resolution notInRegion(
      Model model, String id, Instant at, Alternatives alternatives) {
    var byThisId = regions(model, at, here -> here.route(id).isPresent());
    var regions =
        byThisId.isEmpty() ? regions(model, at, here -> !here.routes().isEmpty()) : byThisId;
    return new Resolution.NotInRegion(model, regions, instead(model, alternatives));
  }

  private static List<String> regions(Model model, Instant at, Predicate<InRegion> callable) {
    return model.byRegion().entrySet().stream()
        .filter(entry -> callable.test(entry.getValue()))
        .filter(entry ->
            switch (entry.getValue().lifecycle().stage(at)) {
              case ACTIVE, LEGACY -> true;
              case NOT_YET, ENDED -> false;
            })
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<Route> instead(Model model, Alternatives alternatives) {
    var same = alternatives.routes(model);
    return same.isEmpty() ? alternatives.insteadOf(model) : same;
  }

  private static String origin(InRegion here, String routeId, Instant at) {
    return Stream.concat(
            Stream.of(here.origin()), here.doubts(routeId, at).stream().map(Doubt::sentence))
        .collect(Collectors.joining("; "));
  }
}
