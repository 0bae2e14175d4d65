package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import java.util.Map;

/// How access to a model stands, as GetFoundationModelAvailability shows it. AWS documents its
/// fields in a line each; which state each shows is partly inference.
final class Availability {
  private Availability() {}

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    operations.put(
        "GetFoundationModelAvailability",
        Permitted.to(
            "bedrock:GetFoundationModelAvailability",
            visit ->
                models
                    .find(visit.required("modelId"))
                    .<Reply>map(model -> new Reply.Output(shown(Access.of(visit), model)))
                    .orElseGet(FoundationModels::unresolved)));
  }

  static Json.Obj shown(Access access, Model model) {
    var id = model.id();
    var isAdmitted = access.isOpen(id) && !access.isBlocked();
    return Json.object()
        .with("modelId", Json.of(id))
        .with("agreementAvailability", agreement(access.agreement(id)))
        .with(
            "authorizationStatus",
            Json.of(isAdmitted && access.isFormInForce() ? "AUTHORIZED" : "NOT_AUTHORIZED"))
        .with("entitlementAvailability", word(isAdmitted))
        .with("regionAvailability", word(access.isInRegion(model)));
  }

  private static Json.Obj agreement(Agreement agreement) {
    var shown = Json.object().with("status", Json.of(agreement.availability().name()));
    return agreement.status() == Agreement.Status.ERROR
        ? shown.with("errorMessage", Json.of(agreement.message()))
        : shown;
  }

  private static Json.Str word(boolean isAvailable) {
    return Json.of(isAvailable ? "AVAILABLE" : "NOT_AVAILABLE");
  }
}
