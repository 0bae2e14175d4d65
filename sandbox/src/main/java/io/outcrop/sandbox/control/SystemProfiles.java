package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The inference profiles that AWS itself defines for a region.
final class SystemProfiles {
  private final ModelCatalogue models;

  SystemProfiles(ModelCatalogue models) {
    this.models = models;
  }

  /// Those that can be called from the called region, by id.
  Map<String, Json.Obj> here(Visit visit) {
    var profiles = new LinkedHashMap<String, Json.Obj>();
    for (var model : models.models()) {
      if (Access.of(visit).isAlive(model)) {
        for (var route : model.in(visit.region()).map(Model.InRegion::routes).orElse(List.of())) {
          var destinations = destinations(route);
          if (!destinations.isEmpty()) {
            profiles.put(route.id(), shown(visit, model, route, destinations));
          }
        }
      }
    }
    return profiles;
  }

  /// The models that the profile `id` leads to, by ARN; nothing if there is no such profile here.
  Optional<List<String>> destinations(Visit visit, String id) {
    return Optional.ofNullable(here(visit).get(id))
        .map(profile ->
            profile.list("models").stream()
                .map(model -> ((Json.Obj) model).text("modelArn").orElseThrow())
                .toList());
  }

  private static List<String> destinations(Route route) {
    return switch (route) {
      case Route.OnDemand _ -> List.of();
      case Route.Geographic profile ->
          profile.destinations().stream()
              .map(region -> modelArn(region, profile.modelId()))
              .toList();
      case Route.Global profile ->
          List.of(modelArn(profile.region(), profile.modelId()), modelArn("", profile.modelId()));
    };
  }

  private static String modelArn(String region, String modelId) {
    return "arn:aws:bedrock:" + region + "::foundation-model/" + modelId;
  }

  private static Json.Obj shown(Visit visit, Model model, Route route, List<String> arns) {
    var geography = route.id().substring(0, route.id().indexOf('.'));
    var shown = new ArrayList<Json>();
    arns.forEach(arn -> shown.add(Json.object().with("modelArn", Json.of(arn))));
    var profile =
        Json.object()
            .with(
                "inferenceProfileName",
                Json.of(
                    (geography.equals("global") ? "Global" : geography.toUpperCase(Locale.ROOT))
                        + " Anthropic "
                        + model.displayName()))
            .with(
                "inferenceProfileArn",
                Json.of(
                    "arn:aws:bedrock:%s:%s:inference-profile/%s"
                        .formatted(visit.region(), visit.account().id(), route.id())))
            .with("inferenceProfileId", Json.of(route.id()))
            .with("models", Json.array(shown))
            .with("status", Json.of("ACTIVE"))
            .with("type", Json.of("SYSTEM_DEFINED"));
    return model
        .in(visit.region())
        .flatMap(here -> here.lifecycle().start())
        .map(start -> dated(profile, start))
        .orElse(profile);
  }

  private static Json.Obj dated(Json.Obj profile, Instant start) {
    return profile
        .with("createdAt", Json.of(start.toString()))
        .with("updatedAt", Json.of(start.toString()));
  }
}
