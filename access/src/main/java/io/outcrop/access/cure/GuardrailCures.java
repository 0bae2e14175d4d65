package io.outcrop.access.cure;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Denial;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.Layer;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/// Has the policy that a guardrail has of its own spare exactly this caller: for whoever owns the
/// guardrail, since a guardrail is there to be kept.
final class GuardrailCures {
  private GuardrailCures() {}

  /// None where no edit does it.
  static List<Cure> of(Permissions permissions, Denial denial, List<String> knownNames) {
    return edited(permissions, denial, knownNames).stream()
        .map(document ->
            new Cure(
                Applicability.SOMEONE_ELSE,
                "take this caller out of the Deny in the guardrail's own policy",
                List.of(),
                List.of(command(denial.need().resource(), document)),
                "lets this caller apply the guardrail, and changes nothing for others"))
        .toList();
  }

  private static Optional<Json.Obj> edited(
      Permissions permissions, Denial denial, List<String> knownNames) {
    return permissions.layers().resource() instanceof Layer.Known(var policies)
            && policies.size() == 1
        ? new SharedEdit(permissions, knownNames)
            .letting(policies.getFirst(), LayerName.RESOURCE, List.of(denial.need()))
        : Optional.empty();
  }

  private static String command(String arn, Json.Obj document) {
    return PolicyText.statements(document).isEmpty()
        ? "aws bedrock delete-resource-policy --resource-arn " + arn
        : "aws bedrock put-resource-policy --resource-arn %s --resource-policy %s"
            .formatted(arn, Commands.quoted(JsonWriter.compact(document)));
  }
}
