package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import java.util.List;
import java.util.Map;

/// Lists of what nobody can have made here, because the operations that make it are not part of the
/// sandbox: they are empty.
final class NothingMade {
  private static final Map<String, String> LISTS =
      Map.of(
          "ListProvisionedModelThroughputs", "provisionedModelSummaries",
          "ListModelInvocationJobs", "invocationJobSummaries",
          "ListCustomModels", "modelSummaries",
          "ListCustomModelDeployments", "modelDeploymentSummaries",
          "ListImportedModels", "modelSummaries",
          "ListModelCustomizationJobs", "modelCustomizationJobSummaries",
          "ListModelImportJobs", "modelImportJobSummaries",
          "ListModelCopyJobs", "modelCopyJobSummaries",
          "ListEvaluationJobs", "jobSummaries",
          "ListMarketplaceModelEndpoints", "marketplaceModelEndpoints");

  private NothingMade() {}

  static void addTo(Map<String, Operation> operations) {
    LISTS.forEach((operation, list) -> {
      var empty = Json.object().with(list, Json.array(List.of()));
      operations.put(operation, Permitted.to("bedrock:" + operation, _ -> new Reply.Output(empty)));
    });
  }
}
