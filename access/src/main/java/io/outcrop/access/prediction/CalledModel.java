package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Asked;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.ModelReference;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.OtherVendors;
import io.outcrop.models.route.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the model id of a call means, and over which routes it goes.
///
/// @param reference the id as it was read
/// @param resolution what it means there and then
/// @param route what AWS authorises now: the route that the id names, or the foundation model of
///   that name
/// @param origin who says what is known of the model: `account`, `world`, `catalogue`, with what is
///   doubtful about it
/// @param replacements what can be called instead of a model whose life is over or nearly so, best
///   first
/// @param preferred none or one: the route to take instead, where more than one would do
public record CalledModel(
    ModelReference reference,
    Resolution resolution,
    Route route,
    String origin,
    List<Route> replacements,
    List<Route> preferred) {
  public CalledModel {
    replacements = List.copyOf(replacements);
    preferred = List.copyOf(preferred);
  }

  /// Whether it is a model of a vendor whose models nobody here knows, and which may well be there.
  public boolean isOfAnotherVendor() {
    return resolution instanceof Resolution.Unknown
        && (OtherVendors.isModel(reference.id()) || OtherVendors.isProfile(reference.id()));
  }

  /// Whether it is an inference profile of such a vendor: which models it leads to, and what has to
  /// be allowed, nobody here knows.
  boolean isProfileOfAnotherVendor() {
    return resolution instanceof Resolution.Unknown && OtherVendors.isProfile(reference.id());
  }

  /// The same, where the first of `routes`, if there is one, is to be taken instead.
  CalledModel preferring(List<Route> routes) {
    return new CalledModel(
        reference, resolution, route, origin, replacements, routes.stream().limit(1).toList());
  }

  /// What the model id of `asked` means to `catalogue`.
  public static CalledModel of(Asked asked, ModelCatalogue catalogue) {
    var text = asked.model().value();
    var region = asked.region().value();
    var reference = ModelCatalogue.reference(text);
    var resolution = catalogue.resolve(text, region, asked.at());
    var route =
        route(resolution, reference, region)
            .orElseGet(() -> new Route.OnDemand(reference.id(), region));
    return new CalledModel(
        reference,
        resolution,
        route,
        origin(resolution, region),
        replacements(resolution, asked, catalogue),
        List.of());
  }

  static List<Route> replacements(Resolution resolution, Asked asked, ModelCatalogue catalogue) {
    if (resolution instanceof Resolution.Ended(var _, var _, var instead)) {
      return instead;
    }
    if (!(resolution instanceof Resolution.Found found)
        || found.stage() != Lifecycle.Stage.LEGACY) {
      return List.of();
    }
    return catalogue.instead(found.model(), asked.region().value(), asked.at()).stream()
        .sorted(Comparator.comparing(route -> !geography(route).equals(geography(found.route()))))
        .toList();
  }

  /// `us` of `us.anthropic.…`; empty for a model's own id.
  private static String geography(Route route) {
    return route instanceof Route.OnDemand ? "" : route.id().replaceFirst("\\..*", "");
  }

  /// Whether the account or the world itself says what is known of the model.
  public boolean isLive() {
    return origin.startsWith("account") || origin.startsWith("world");
  }

  /// The model that was meant, if it can be told.
  public Optional<String> modelId() {
    return model(resolution)
        .map(Model::id)
        .or(() -> wanted().stream().map(Route::modelId).findFirst());
  }

  /// Other routes, best first, where the id itself does not lead to the model that was meant;
  /// without regard to whether its life is over.
  public List<Route> corrections() {
    return switch (resolution) {
      case Resolution.Found _, Resolution.NotYet _ -> List.of();
      case Resolution.ProfileNeeded needed -> needed.routes();
      case Resolution.NotInRegion elsewhere -> elsewhere.here();
      case Resolution.Unknown unknown -> unknown.nearest();
      case Resolution.Ended(Model model, var _, var _) -> profilesInsteadOfId(model);
    };
  }

  /// The route that the call should take: the one it names if that leads somewhere, else the best
  /// correction.
  public Optional<Route> wanted() {
    if (!preferred.isEmpty()) {
      return Optional.of(preferred.getFirst());
    }
    var corrections = corrections();
    if (!corrections.isEmpty()) {
      return Optional.of(corrections.getFirst());
    }
    return switch (resolution) {
      case Resolution.Found _, Resolution.Ended _ -> Optional.of(route);
      case Resolution.ProfileNeeded _,
          Resolution.NotInRegion _,
          Resolution.NotYet _,
          Resolution.Unknown _ ->
          Optional.empty();
    };
  }

  private List<Route> profilesInsteadOfId(Model model) {
    var routes = model.in(route.region()).map(Model.InRegion::routes).orElse(List.of());
    return routes.stream().anyMatch(one -> one.id().equals(reference.id())) ? List.of() : routes;
  }

  private static Optional<Route> route(
      Resolution resolution, ModelReference reference, String region) {
    return switch (resolution) {
      case Resolution.Found found -> Optional.of(found.route());
      case Resolution.Ended(Model model, var _, var _) ->
          model.in(region).map(Model.InRegion::routes).orElse(List.of()).stream()
              .filter(one -> one.id().equals(reference.id()))
              .findFirst();
      case Resolution.ProfileNeeded _,
          Resolution.NotInRegion _,
          Resolution.NotYet _,
          Resolution.Unknown _ ->
          Optional.empty();
    };
  }

  private static Optional<Model> model(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found found -> Optional.of(found.model());
      case Resolution.ProfileNeeded needed -> Optional.of(needed.model());
      case Resolution.NotInRegion elsewhere -> Optional.of(elsewhere.model());
      case Resolution.NotYet later -> Optional.of(later.model());
      case Resolution.Ended ended -> Optional.of(ended.model());
      case Resolution.Unknown _ -> Optional.empty();
    };
  }

  private static String origin(Resolution resolution, String region) {
    return switch (resolution) {
      case Resolution.Found found -> found.origin();
      case Resolution.ProfileNeeded needed -> needed.origin();
      case Resolution.NotInRegion _, Resolution.NotYet _, Resolution.Ended _ ->
          model(resolution)
              .flatMap(model -> model.in(region))
              .map(Model.InRegion::origin)
              .orElse("catalogue");
      case Resolution.Unknown _ -> "catalogue";
    };
  }
}
