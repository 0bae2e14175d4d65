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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The foundation models of the called region. A model whose life is over there is gone from it.
final class FoundationModels {
  private final ModelCatalogue models;

  private FoundationModels(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var here = new FoundationModels(models);
    operations.put("ListFoundationModels", here::list);
    operations.put("GetFoundationModel", here::get);
    operations.put("GetFoundationModelAvailability", here::availability);
  }

  private static Optional<Model.InRegion> alive(Visit visit, Model model) {
    return model
        .in(visit.region())
        .filter(here -> {
          var stage = here.lifecycle().stage(visit.now());
          return stage == Lifecycle.Stage.ACTIVE || stage == Lifecycle.Stage.LEGACY;
        });
  }

  private Reply list(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:ListFoundationModels", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var summaries = new ArrayList<Json>();
    for (var model : models.models()) {
      alive(visit, model)
          .map(here -> shown(visit, model, here))
          .filter(shown -> isWanted(visit, shown))
          .ifPresent(summaries::add);
    }
    return new Reply.Output(Json.object().with("modelSummaries", Json.array(summaries)));
  }

  private static boolean isWanted(Visit visit, Json.Obj shown) {
    var types = shown.list("inferenceTypesSupported");
    return visit.text("byProvider").map("anthropic"::equalsIgnoreCase).orElse(true)
        && visit.text("byOutputModality").map("TEXT"::equals).orElse(true)
        && visit.text("byInferenceType").map(Json::of).map(types::contains).orElse(true)
        && visit.text("byCustomizationType").isEmpty();
  }

  private Reply get(Visit visit) {
    var reference = ModelCatalogue.reference(visit.required("modelIdentifier"));
    var denied =
        visit.denied(Guard.Wish.of("bedrock:GetFoundationModel", arn(visit, reference.id())));
    if (denied.isPresent()) {
      return denied.get();
    }
    return models
        .find(reference.id())
        .flatMap(model -> alive(visit, model).map(here -> shown(visit, model, here)))
        .<Reply>map(shown -> new Reply.Output(Json.object().with("modelDetails", shown)))
        .orElseGet(FoundationModels::unresolved);
  }

  /// Bedrock's error for a model that is not there.
  static Reply.Fault unresolved() {
    return Faults.said(
        404,
        "ResourceNotFoundException",
        "Could not resolve the foundation model from the provided model identifier.");
  }

  /// The ARN of a model in the called region.
  static String arn(Visit visit, String modelId) {
    return "arn:aws:bedrock:" + visit.region() + "::foundation-model/" + modelId;
  }

  private static Json.Obj shown(Visit visit, Model model, Model.InRegion here) {
    var types = new ArrayList<String>();
    if (here.routes().stream().anyMatch(Route.OnDemand.class::isInstance)) {
      types.add("ON_DEMAND");
    }
    if (here.routes().stream().anyMatch(route -> !(route instanceof Route.OnDemand))) {
      types.add("INFERENCE_PROFILE");
    }
    return Json.object()
        .with("modelArn", Json.of(arn(visit, model.id())))
        .with("modelId", Json.of(model.id()))
        .with("modelName", Json.of(model.displayName()))
        .with("providerName", Json.of("Anthropic"))
        .with("inputModalities", Json.ofTexts(List.of("TEXT")))
        .with("outputModalities", Json.ofTexts(List.of("TEXT")))
        .with("responseStreamingSupported", Json.of(true))
        .with("customizationsSupported", Json.ofTexts(List.of()))
        .with("inferenceTypesSupported", Json.ofTexts(types))
        .with("modelLifecycle", lifecycle(here.lifecycle(), visit.now()));
  }

  private static Json.Obj lifecycle(Lifecycle lifecycle, Instant now) {
    var isLegacy = lifecycle.stage(now) == Lifecycle.Stage.LEGACY;
    var shown = Json.object().with("status", Json.of(isLegacy ? "LEGACY" : "ACTIVE"));
    shown = with(shown, "startOfLifeTime", lifecycle.start());
    shown = with(shown, "legacyTime", lifecycle.legacy());
    return with(shown, "endOfLifeTime", lifecycle.end());
  }

  private static Json.Obj with(Json.Obj shown, String name, Optional<Instant> time) {
    return time.map(instant -> shown.with(name, Json.of(instant.toString()))).orElse(shown);
  }

  private Reply availability(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:GetFoundationModelAvailability", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var id = visit.required("modelId");
    var model = models.find(id);
    if (model.isEmpty()) {
      return unresolved();
    }
    var agreement = visit.account().standing().agreement(id, visit.now());
    var status = Json.object().with("status", Json.of(agreement.status().name()));
    var isHere = alive(visit, model.get()).isPresent();
    return new Reply.Output(
        Json.object()
            .with("modelId", Json.of(id))
            .with(
                "agreementAvailability",
                agreement.message().isEmpty()
                    ? status
                    : status.with("errorMessage", Json.of(agreement.message())))
            .with(
                "authorizationStatus",
                Json.of(UseCaseForm.isFiled(visit) ? "AUTHORIZED" : "NOT_AUTHORIZED"))
            .with("entitlementAvailability", Json.of("AVAILABLE"))
            .with("regionAvailability", Json.of(isHere ? "AVAILABLE" : "NOT_AVAILABLE")));
  }
}
