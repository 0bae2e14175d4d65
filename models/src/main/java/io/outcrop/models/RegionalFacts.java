package io.outcrop.models;

import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.Doubt;
import io.outcrop.models.catalogue.Model.InRegion;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts what an account or a world says in place of what the catalogue says.
final class RegionalFacts {
  private RegionalFacts() {}

  /// Models that no fact knew before come first: they are newer than the catalogue.
  static List<Model> merge(List<Model> models, List<RegionalFact> facts) {
    var known = new LinkedHashMap<String, Model>();
    models.forEach(model -> known.put(model.id(), model));
    var added = new LinkedHashMap<String, Model>();
    for (var fact : facts) {
      var home = known.containsKey(fact.modelId()) ? known : added;
      home.compute(fact.modelId(), (_, model) -> with(model == null ? unknown(fact) : model, fact));
    }
    var result = new ArrayList<>(added.values());
    result.addAll(known.values());
    return result;
  }

  private static Model with(Model model, RegionalFact fact) {
    var byRegion = new TreeMap<>(model.byRegion());
    byRegion.put(fact.region(), inRegion(model.in(fact.region()), fact));
    return new Model(
        model.id(),
        model.displayName(),
        model.family(),
        model.requestStyle(),
        model.productId(),
        model.restriction(),
        byRegion,
        model.replacements(),
        model.source(),
        model.asOf());
  }

  private static InRegion inRegion(Optional<InRegion> before, RegionalFact fact) {
    var routes = new ArrayList<Route>();
    if (fact.onDemand()) {
      routes.add(new Route.OnDemand(fact.modelId(), fact.region()));
    }
    fact.profiles().stream()
        .filter(profile -> !isGlobal(profile))
        .forEach(profile -> routes.add(geographic(before, profile, fact)));
    fact.profiles().stream()
        .filter(RegionalFacts::isGlobal)
        .forEach(
            profile -> routes.add(new Route.Global(profile.id(), fact.modelId(), fact.region())));
    if (before.isPresent() && isSilent(fact.lifecycle())) {
      return new InRegion(routes, before.get().lifecycle(), fact.origin(), ofDates(before.get()));
    }
    return new InRegion(routes, fact.lifecycle(), fact.origin());
  }

  private static Route geographic(
      Optional<InRegion> before, RegionalFact.Profile profile, RegionalFact fact) {
    var destinations = profile.destinations();
    if (destinations.isEmpty()) {
      destinations =
          before
              .flatMap(known -> known.route(profile.id()))
              .map(RegionalFacts::destinations)
              .orElse(List.of(fact.region()));
    }
    return new Route.Geographic(
        profile.id(), fact.modelId(), fact.region(), destinations.stream().sorted().toList());
  }

  private static List<String> destinations(Route route) {
    return switch (route) {
      case Route.Geographic(_, _, _, var destinations) -> destinations;
      case Route.OnDemand(_, var region) -> List.of(region);
      case Route.Global(_, _, var region) -> List.of(region);
    };
  }

  private static List<Doubt> ofDates(InRegion before) {
    return before.doubts().stream().filter(doubt -> doubt.routeId().isEmpty()).toList();
  }

  private static boolean isSilent(Lifecycle lifecycle) {
    return lifecycle.start().isEmpty() && lifecycle.legacy().isEmpty() && lifecycle.end().isEmpty();
  }

  private static boolean isGlobal(RegionalFact.Profile profile) {
    return profile.id().startsWith("global.");
  }

  private static Model unknown(RegionalFact fact) {
    var family = Spelling.of(fact.modelId()).family();
    return new Model(
        fact.modelId(),
        fact.modelId(),
        family.isEmpty() ? "claude" : family,
        Model.RequestStyle.MESSAGES,
        "",
        "",
        Map.of(),
        List.of(),
        fact.origin(),
        "");
  }
}
