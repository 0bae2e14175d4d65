package io.outcrop.grants.generate;

import io.outcrop.grants.generate.PolicyWish.RouteKind;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Chooses the routes by which a model is called in a region, or says why there are none.
final class Routing {
  private final ModelCatalogue catalogue;
  private final Instant at;
  private final Draft draft;

  Routing(ModelCatalogue catalogue, Instant at, Draft draft) {
    this.catalogue = catalogue;
    this.at = at;
    this.draft = draft;
  }

  /// A route that was chosen.
  record Chosen(Model model, Route route) {}

  /// The routes of `kinds` to what `text` names in `region`; without kinds the one that is needed.
  /// Problems are said to be at `place`.
  List<Chosen> choose(String place, String text, String region, Set<RouteKind> kinds) {
    return switch (catalogue.resolve(text, region, at)) {
      case Resolution.Found(var model, var route, var stage, _) -> {
        legacy(model, region, stage);
        yield kinds.isEmpty()
            ? List.of(chosen(model, region, route))
            : ofKinds(model, region, kinds, route);
      }
      case Resolution.ProfileNeeded(var model, var routes, var stage, _) -> {
        legacy(model, region, stage);
        yield kinds.isEmpty()
            ? List.of(first(model, region, routes))
            : ofKinds(model, region, kinds, routes.getFirst());
      }
      case Resolution.NotInRegion(_, var regions, var here) -> {
        var elsewhere = regions.isEmpty() ? "" : "; it can be called in " + Words.some(regions);
        draft.problem(
            place,
            "`" + text + "` cannot be called in `" + region + "`" + elsewhere,
            instead(here));
        yield List.of();
      }
      case Resolution.NotYet(_, var start) -> {
        draft.problem(place, "`" + text + "` does not begin before " + day(start), "");
        yield List.of();
      }
      case Resolution.Ended(_, var end, var instead) -> {
        draft.problem(place, over(text, end, region), instead(instead));
        yield List.of();
      }
      case Resolution.Unknown unknown -> unknown(place, text, region, kinds, unknown);
    };
  }

  /// The model that `id` leads to. Says that there is none, or that its life is over, at `place`.
  Optional<Model> owner(String place, String id, String region) {
    var owner = catalogue.owner(ModelCatalogue.reference(id).id());
    if (owner.isEmpty()) {
      return choose(place, id, region, Set.of()).stream().map(Chosen::model).findFirst();
    }
    var model = owner.get();
    var end = model.in(region).flatMap(here -> here.lifecycle().end());
    if (end.isPresent() && !at.isBefore(end.get())) {
      draft.problem(place, over(id, end.get(), region), "");
      return Optional.empty();
    }
    return owner;
  }

  private static String over(String text, Instant end, String region) {
    return "the life of `%s` ended on %s in `%s`".formatted(text, day(end), region);
  }

  /// Another API's spelling of one model is read as that model; anything else is a problem, since a
  /// policy must not be a guess.
  private List<Chosen> unknown(
      String place, String text, String region, Set<RouteKind> kinds, Resolution.Unknown unknown) {
    var meant = unknown.nearest().stream().map(Route::modelId).distinct().toList();
    if (unknown.reason() == Resolution.Reason.ALIAS && meant.size() == 1) {
      draft.note("`" + text + "` is read as `" + meant.getFirst() + "`");
      return choose(place, meant.getFirst(), region, kinds);
    }
    draft.problem(
        place,
        "no model has the id `" + text + "`: " + unknown.why(),
        unknown.nearest().isEmpty() ? "`outcrop models` lists them" : instead(unknown.nearest()));
    return List.of();
  }

  private List<Chosen> ofKinds(Model model, String region, Set<RouteKind> kinds, Route named) {
    var here = model.in(region).map(Model.InRegion::routes).orElse(List.of());
    var result = new ArrayList<Chosen>();
    for (var kind : kinds) {
      var ofKind = here.stream().filter(route -> RouteKind.of(route) == kind).toList();
      if (ofKind.isEmpty()) {
        var exist = here.stream().map(route -> RouteKind.of(route).words()).distinct().toList();
        draft.problem(
            "/routes",
            "`%s` is not reached by %s in `%s`".formatted(model.id(), kind.words(), region),
            "there is " + String.join(" and ", exist));
      } else if (ofKind.contains(named)) {
        result.add(chosen(model, region, named));
      } else {
        result.add(first(model, region, ofKind));
      }
    }
    return result;
  }

  private Chosen first(Model model, String region, List<Route> routes) {
    var route = routes.getFirst();
    var others =
        routes.stream()
            .skip(1)
            .filter(other -> RouteKind.of(other) == RouteKind.of(route))
            .map(Route::id)
            .toList();
    if (!others.isEmpty()) {
      draft.note(
          "%s leads to the model from `%s` as well and is not granted: name it if it is wished for"
              .formatted(Words.listed(others), region));
    }
    return chosen(model, region, route);
  }

  private Chosen chosen(Model model, String region, Route route) {
    model
        .in(region)
        .ifPresent(here ->
            here.doubts(route.id(), at)
                .forEach(doubt -> {
                  var about = doubt.routeId().isEmpty() ? model.id() : doubt.routeId();
                  draft.note("`" + about + "`: " + doubt.sentence());
                }));
    return new Chosen(model, route);
  }

  private void legacy(Model model, String region, Lifecycle.Stage stage) {
    if (stage == Lifecycle.Stage.LEGACY) {
      var end = model.in(region).flatMap(here -> here.lifecycle().end());
      draft.note(
          "`%s` is legacy in `%s`%s"
              .formatted(
                  model.id(), region, end.map(last -> " and ends on " + day(last)).orElse("")));
    }
  }

  private static String instead(List<Route> routes) {
    return routes.isEmpty()
        ? ""
        : "in its place: "
            + Words.listed(routes.stream().map(Route::id).distinct().limit(3).toList());
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
