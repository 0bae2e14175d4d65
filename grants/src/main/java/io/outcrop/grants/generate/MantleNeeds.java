package io.outcrop.grants.generate;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.grants.generate.PolicyWish.Ability;
import java.util.List;
import java.util.Map;

/// What calls to bedrock-mantle need: inference on the project, for one model. Source: Service
/// Authorization Reference, "Amazon Bedrock Powered by AWS Mantle", read 2026-09; that the key
/// `bedrock-mantle:Model` holds the model's id is our reading of it.
final class MantleNeeds {
  private static final String REGION_KEY = "aws:RequestedRegion";
  private final PolicyWish wish;
  private final Draft draft;

  MantleNeeds(PolicyWish wish, Draft draft) {
    this.wish = wish;
    this.draft = draft;
  }

  void call(String modelId, String region) {
    var target = "with `%s` on bedrock-mantle in `%s`".formatted(modelId, region);
    for (var project : projects()) {
      need("bedrock-mantle:CreateInference", "Messages", target, modelId, region, project);
      if (wish.abilities().contains(Ability.COUNT_TOKENS)) {
        need("bedrock-mantle:CountTokens", "CountTokens", target, modelId, region, project);
      }
    }
    for (var type : wish.apiKeys()) {
      draft.need(
          "a call",
          "with a %s API key on bedrock-mantle in `%s`".formatted(RuntimeNeeds.words(type), region),
          new RequiredAuthorization(
              "bedrock-mantle:CallWithBearerToken",
              "*",
              Map.of(REGION_KEY, region, "bedrock-mantle:BearerTokenType", type.name()),
              "the API key itself"));
    }
    draft.note(
        "that `bedrock-mantle:Model` holds the model's id is a reading of the reference: no page of"
            + " AWS shows a value");
  }

  private List<String> projects() {
    return wish.owned().mantleProjects().isEmpty()
        ? List.of("default")
        : wish.owned().mantleProjects();
  }

  private void need(
      String action, String words, String target, String modelId, String region, String project) {
    var arn =
        new Arn(
            Partition.ofRegion(region).id(),
            "bedrock-mantle",
            region,
            wish.account(),
            "project/" + project);
    draft.need(
        words,
        target,
        new RequiredAuthorization(
            action,
            arn.toString(),
            Map.of(REGION_KEY, region, "bedrock-mantle:Model", modelId),
            "the project that the call is counted to"));
  }
}
