package io.outcrop.sandbox.control;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.visit.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/// The operations of Bedrock's control plane.
public final class Bedrock {
  private Bedrock() {}

  /// All that are here.
  public static Map<String, Operation> operations(ModelCatalogue models) {
    var operations = new LinkedHashMap<String, Operation>();
    FoundationModels.addTo(operations, models);
    Availability.addTo(operations, models);
    InferenceProfiles.addTo(operations, models);
    UseCaseForm.addTo(operations);
    Agreements.addTo(operations, models);
    DataRetentions.addTo(operations);
    Guardrails.addTo(operations);
    GuardrailPolicies.addTo(operations);
    EnforcedGuardrails.addTo(operations);
    InvocationLogging.addTo(operations);
    TaggedResources.addTo(operations);
    NothingMade.addTo(operations);
    return Map.copyOf(operations);
  }
}
