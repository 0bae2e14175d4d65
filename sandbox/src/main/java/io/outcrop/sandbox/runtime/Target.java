package io.outcrop.sandbox.runtime;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.realm.ApplicationProfile;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Optional;

/// What a call's `modelId` leads to.
///
/// @param text as the call wrote it
/// @param resolution what it means here and now
/// @param route the route it names or, where it names none that exists, the one it looks like: IAM
///   is asked about what was written before anybody knows whether it exists
record Target(String text, Resolution resolution, Route route) {
  /// What `text` leads to in the region that is called.
  static Target of(ModelCatalogue models, Visit visit, String text) {
    var profile = ownProfile(visit, text);
    return profile.isPresent()
        ? through(models, visit, text, profile.get())
        : direct(models, visit, text);
  }

  /// The caller's own profile that `text`, an id or an ARN, names.
  private static Optional<ApplicationProfile> ownProfile(Visit visit, String text) {
    var reference = ModelCatalogue.reference(text);
    var isHere =
        (reference.region().isEmpty() || reference.region().equals(visit.region()))
            && (reference.account().isEmpty() || reference.account().equals(visit.account().id()));
    return isHere
        ? visit.account().standing().in(visit.region()).profile(reference.id())
        : Optional.empty();
  }

  /// What a profile of the account leads to: what it was copied from. IAM is asked for the profile
  /// by its own ARN, then for the models behind it.
  private static Target through(
      ModelCatalogue models, Visit visit, String text, ApplicationProfile profile) {
    var source = direct(models, visit, profile.source());
    var region = visit.region();
    var arn =
        "arn:aws:bedrock:%s:%s:application-inference-profile/%s"
            .formatted(region, visit.account().id(), profile.id());
    var route =
        switch (source.route()) {
          case Route.OnDemand(var modelId, _) ->
              new Route.Geographic(arn, modelId, region, List.of(region));
          case Route.Geographic(_, var modelId, _, var destinations) ->
              new Route.Geographic(arn, modelId, region, destinations);
          case Route.Global(_, var modelId, _) -> new Route.Global(arn, modelId, region);
        };
    return new Target(text, source.resolution(), route);
  }

  private static Target direct(ModelCatalogue models, Visit visit, String text) {
    var region = visit.region();
    var resolution = models.resolve(text, region, visit.now());
    var id = ModelCatalogue.reference(text).id();
    var route =
        switch (resolution) {
          case Resolution.Found found -> found.route();
          case Resolution.Ended ended -> known(ended.model(), id, region);
          case Resolution.NotYet notYet -> known(notYet.model(), id, region);
          case Resolution.ProfileNeeded _, Resolution.NotInRegion _, Resolution.Unknown _ ->
              looksLike(id, region);
        };
    return new Target(text, resolution, route);
  }

  private static Route known(Model model, String id, String region) {
    return model.in(region).map(Model.InRegion::routes).orElse(List.of()).stream()
        .filter(route -> route.id().equals(id))
        .findFirst()
        .orElseGet(() -> looksLike(id, region));
  }

  private static Route looksLike(String id, String region) {
    var model = id.indexOf(".anthropic.");
    if (model < 0) {
      return new Route.OnDemand(id, region);
    }
    var modelId = id.substring(model + 1);
    return id.startsWith("global.")
        ? new Route.Global(id, modelId, region)
        : new Route.Geographic(id, modelId, region, List.of(region));
  }

  /// Where the model answers: one of a geographic profile's destinations, the same for the same
  /// call. A global profile's AWS does not list; here it is the region that was called.
  String inferenceRegion(String requestId) {
    return switch (route) {
      case Route.OnDemand onDemand -> onDemand.region();
      case Route.Geographic(_, _, _, List<String> destinations) ->
          destinations.get(Math.floorMod(requestId.hashCode(), destinations.size()));
      case Route.Global global -> global.region();
    };
  }

  /// The model as the call `requestId` reaches it.
  Meter.Reached reached(String requestId) {
    var isLegacy =
        resolution instanceof Resolution.Found found && found.stage() == Lifecycle.Stage.LEGACY;
    return new Meter.Reached(route, inferenceRegion(requestId), isLegacy);
  }

  /// The model, if the id leads to one.
  Optional<Model> model() {
    return switch (resolution) {
      case Resolution.Found found -> Optional.of(found.model());
      case Resolution.ProfileNeeded needed -> Optional.of(needed.model());
      case Resolution.NotInRegion elsewhere -> Optional.of(elsewhere.model());
      case Resolution.NotYet notYet -> Optional.of(notYet.model());
      case Resolution.Ended ended -> Optional.of(ended.model());
      case Resolution.Unknown _ -> Optional.empty();
    };
  }
}
