package io.outcrop.grants.generate;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.grants.Grants;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.util.Map;

/// What looking up models, their first use and the use-case form need. Source: Service
/// Authorization Reference, "Amazon Bedrock", read 2026-09: which of these actions know resources.
final class AccountNeeds {
  private static final String REGION_KEY = "aws:RequestedRegion";
  private final PolicyWish wish;
  private final Draft draft;

  AccountNeeds(PolicyWish wish, Draft draft) {
    this.wish = wish;
    this.draft = draft;
  }

  /// Lists in `region`, and the form where it is wished for.
  void region(String region) {
    if (wish.abilities().contains(Ability.CATALOGUE)) {
      everywhere("ListFoundationModels", region, "which models there are");
      everywhere("ListInferenceProfiles", region, "which profiles there are");
      everywhere("GetFoundationModelAvailability", region, "whether the account may use a model");
    }
    if (wish.abilities().contains(Ability.USE_CASE_FORM)) {
      everywhere("PutUseCaseForModelAccess", region, "file Anthropic's use-case form");
    }
  }

  /// The details of the model and, behind a profile, of the profile.
  void details(Route route) {
    if (!wish.abilities().contains(Ability.CATALOGUE)) {
      return;
    }
    var region = route.region();
    var partition = Partition.ofRegion(region).id();
    detail(
        "GetFoundationModel",
        new Arn(partition, "bedrock", region, "", "foundation-model/" + route.modelId()),
        "the model's details, its dates among them");
    switch (route) {
      case Route.OnDemand _ -> {}
      case Route.Geographic _, Route.Global _ ->
          detail("GetInferenceProfile", profile(route, partition), "where the profile leads");
    }
  }

  private Arn profile(Route route, String partition) {
    return Arn.parse(route.id())
        .orElseGet(() ->
            new Arn(
                partition,
                "bedrock",
                route.region(),
                wish.account(),
                "inference-profile/" + route.id()));
  }

  /// The subscription to `model` that `service` makes.
  void firstUse(Model model, String service) {
    if (model.productId().isEmpty()) {
      draft.note(
          "the Marketplace product of `"
              + model.id()
              + "` is not known: Subscribe is granted for every product, through Bedrock only");
    }
    Grants.firstUse(model.productId(), service)
        .forEach(needed -> draft.need("first use", "of `" + model.id() + "`", needed));
  }

  private void everywhere(String operation, String region, String why) {
    draft.need(
        operation,
        "in `" + region + "`",
        new RequiredAuthorization("bedrock:" + operation, "*", Map.of(REGION_KEY, region), why));
  }

  private void detail(String operation, Arn arn, String why) {
    draft.need(
        operation,
        "in `" + arn.region() + "`",
        new RequiredAuthorization(
            "bedrock:" + operation, arn.toString(), Map.of(REGION_KEY, arn.region()), why));
  }
}
