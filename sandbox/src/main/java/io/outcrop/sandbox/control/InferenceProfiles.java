package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The inference profiles that can be called from a region; all of them are AWS's own. The list
/// comes in one page.
final class InferenceProfiles {
  private final ModelCatalogue models;

  private InferenceProfiles(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var profiles = new InferenceProfiles(models);
    operations.put("ListInferenceProfiles", profiles::list);
    operations.put("GetInferenceProfile", profiles::get);
  }

  private Reply list(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:ListInferenceProfiles", arn(visit, "*")));
    if (denied.isPresent()) {
      return denied.get();
    }
    var isWanted = visit.text("typeEquals").map("SYSTEM_DEFINED"::equals).orElse(true);
    return new Reply.Output(
        Json.object()
            .with(
                "inferenceProfileSummaries",
                Json.array(isWanted ? List.copyOf(profiles(visit).values()) : List.of())));
  }

  private Reply get(Visit visit) {
    var id = ModelCatalogue.reference(visit.required("inferenceProfileIdentifier")).id();
    var denied = visit.denied(Guard.Wish.of("bedrock:GetInferenceProfile", arn(visit, id)));
    if (denied.isPresent()) {
      return denied.get();
    }
    var profile = profiles(visit).get(id);
    return profile == null
        ? Faults.said(
            404, "ResourceNotFoundException", "The provided inference profile was not found.")
        : new Reply.Output(profile);
  }

  private Map<String, Json.Obj> profiles(Visit visit) {
    var profiles = new LinkedHashMap<String, Json.Obj>();
    for (var model : models.models()) {
      var here = model.in(visit.region());
      if (here.isPresent()
          && here.get().lifecycle().stage(visit.now()) != Lifecycle.Stage.ENDED
          && here.get().lifecycle().stage(visit.now()) != Lifecycle.Stage.NOT_YET) {
        for (var route : here.get().routes()) {
          switch (route) {
            case Route.OnDemand _ -> {}
            case Route.Geographic profile ->
                profiles.put(profile.id(), shown(visit, model, profile, destinations(profile)));
            case Route.Global profile ->
                profiles.put(profile.id(), shown(visit, model, profile, destinations(profile)));
          }
        }
      }
    }
    return profiles;
  }

  private static List<String> destinations(Route.Geographic profile) {
    return profile.destinations().stream()
        .map(region -> "arn:aws:bedrock:" + region + "::foundation-model/" + profile.modelId())
        .toList();
  }

  private static List<String> destinations(Route.Global profile) {
    return List.of(
        "arn:aws:bedrock:" + profile.region() + "::foundation-model/" + profile.modelId(),
        "arn:aws:bedrock:::foundation-model/" + profile.modelId());
  }

  private static Json.Obj shown(Visit visit, Model model, Route route, List<String> arns) {
    var geography = route.id().substring(0, route.id().indexOf('.'));
    var models = new ArrayList<Json>();
    arns.forEach(arn -> models.add(Json.object().with("modelArn", Json.of(arn))));
    return Json.object()
        .with(
            "inferenceProfileName",
            Json.of(
                (geography.equals("global") ? "Global" : geography.toUpperCase(Locale.ROOT))
                    + " Anthropic "
                    + model.displayName()))
        .with("inferenceProfileArn", Json.of(arn(visit, route.id())))
        .with("inferenceProfileId", Json.of(route.id()))
        .with("models", Json.array(models))
        .with("status", Json.of("ACTIVE"))
        .with("type", Json.of("SYSTEM_DEFINED"));
  }

  private static String arn(Visit visit, String id) {
    return "arn:aws:bedrock:%s:%s:inference-profile/%s"
        .formatted(visit.region(), visit.account().id(), id);
  }
}
