package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The foundation models of the called region. A model whose life is over there is gone from it.
final class FoundationModels {
  private static final String PROVIDER = "Anthropic";

  private final ModelCatalogue models;

  private FoundationModels(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var here = new FoundationModels(models);
    operations.put(
        "ListFoundationModels", Permitted.to("bedrock:ListFoundationModels", here::list));
    operations.put("GetFoundationModel", here::get);
  }

  private Reply list(Visit visit) {
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
    return visit.text("byProvider").map(PROVIDER::equalsIgnoreCase).orElse(true)
        && has(visit, "byOutputModality", shown, "outputModalities")
        && has(visit, "byInferenceType", shown, "inferenceTypesSupported")
        && has(visit, "byCustomizationType", shown, "customizationsSupported");
  }

  private static boolean has(Visit visit, String filter, Json.Obj shown, String member) {
    return visit.text(filter).map(Json::of).map(shown.list(member)::contains).orElse(true);
  }

  private Reply get(Visit visit) {
    var reference = ModelCatalogue.reference(visit.required("modelIdentifier"));
    return Permitted.to(
        visit,
        Guard.Wish.of("bedrock:GetFoundationModel", arn(visit, reference.id())),
        () ->
            Optional.of(reference)
                .filter(it -> it.region().isEmpty() || it.region().equals(visit.region()))
                .flatMap(it -> models.find(it.id()))
                .flatMap(model -> alive(visit, model).map(here -> shown(visit, model, here)))
                .<Reply>map(shown -> new Reply.Output(Json.object().with("modelDetails", shown)))
                .orElseGet(FoundationModels::unresolved));
  }

  private static Optional<Model.InRegion> alive(Visit visit, Model model) {
    return model.in(visit.region()).filter(_ -> Access.of(visit).isAlive(model));
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
        .with("providerName", Json.of(PROVIDER))
        .with("inputModalities", Json.ofTexts(inputs(model)))
        .with("outputModalities", Json.ofTexts(List.of("TEXT")))
        .with("responseStreamingSupported", Json.of(true))
        .with("customizationsSupported", Json.ofTexts(List.of()))
        .with("inferenceTypesSupported", Json.ofTexts(types))
        .with("modelLifecycle", lifecycle(here.lifecycle(), visit.now()));
  }

  /// Every Claude since 3 sees, but 3.5 Haiku. Source: Amazon Bedrock User Guide, "Supported
  /// foundation models", read 2026-10.
  private static List<String> inputs(Model model) {
    return model.requestStyle() == Model.RequestStyle.TEXT_COMPLETION
            || model.id().startsWith("anthropic.claude-3-5-haiku-")
        ? List.of("TEXT")
        : List.of("TEXT", "IMAGE");
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
}
