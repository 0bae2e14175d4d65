package io.outcrop.sandbox.control;

import io.outcrop.grants.Grants;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.access.Regions;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// AWS Marketplace agreements for models. Prices are not part of the sandbox: the rate cards of its
/// offers are empty.
public final class Agreements {
  private final ModelCatalogue models;

  private Agreements(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var agreements = new Agreements(models);
    operations.put(
        "ListFoundationModelAgreementOffers",
        Permitted.to("bedrock:ListFoundationModelAgreementOffers", agreements::offers));
    operations.put(
        "CreateFoundationModelAgreement",
        Permitted.to("bedrock:CreateFoundationModelAgreement", agreements::create));
    operations.put(
        "DeleteFoundationModelAgreement",
        Permitted.to("bedrock:DeleteFoundationModelAgreement", agreements::delete));
  }

  private Reply offers(Visit visit) {
    return models
        .find(visit.required("modelId"))
        .<Reply>map(model ->
            new Reply.Output(
                Json.object()
                    .with("modelId", Json.of(model.id()))
                    .with(
                        "offers",
                        Json.array(List.of(Offer.of(visit.account(), model.id()).json())))))
        .orElseGet(FoundationModels::unresolved);
  }

  private Reply create(Visit visit) {
    var id = visit.required("modelId");
    var model = models.find(id);
    if (model.isEmpty()) {
      return FoundationModels.unresolved();
    }
    return refusal(visit, model.get())
        .<Reply>map(fault -> fault)
        .orElseGet(() -> {
          var begun = Access.of(visit).begun();
          visit.change(account -> account.with(standing -> standing.withAgreement(id, begun)));
          return new Reply.Output(Json.object().with("modelId", Json.of(id)));
        });
  }

  private static Optional<Reply.Fault> refusal(Visit visit, Model model) {
    if (Regions.isGovCloud(visit.region())) {
      return Optional.of(Faults.invalid("Operation not allowed"));
    }
    if (!visit.required("offerToken").equals(Offer.of(visit.account(), model.id()).token())) {
      return Optional.of(Faults.invalid("The provided offer token is invalid."));
    }
    if (!maySubscribe(visit, model)) {
      return Optional.of(marketplaceDenied());
    }
    return switch (Access.of(visit).agreement(model.id()).status()) {
      case AVAILABLE, PENDING ->
          Optional.of(Faults.invalid("Could not create agreement - Agreement already exists"));
      case NOT_AVAILABLE, ERROR, EXPIRED, CANCELLED -> Optional.empty();
    };
  }

  private Reply delete(Visit visit) {
    var id = visit.required("modelId");
    if (models.find(id).isEmpty()) {
      return FoundationModels.unresolved();
    }
    var agreement = Access.of(visit).agreement(id);
    if (agreement.availability() == Agreement.Status.NOT_AVAILABLE) {
      return Faults.said(404, "ResourceNotFoundException", "There is no agreement for this model.");
    }
    if (!visit.mayThroughBedrock(Guard.Wish.of("aws-marketplace:Unsubscribe", "*"))) {
      return marketplaceDenied();
    }
    var ended = agreement.cancelled(visit.now());
    visit.change(account -> account.with(standing -> standing.withAgreement(id, ended)));
    return new Reply.Output(Json.object());
  }

  /// Whether the caller may subscribe to `model` through Bedrock, as AWS Marketplace sees it now.
  public static boolean maySubscribe(Visit visit, Model model) {
    return !Access.of(visit).isStillRefused(model.id())
        && Grants.firstUse(model.productId()).stream()
            .map(needed -> new Guard.Wish(needed.action(), needed.resource(), needed.context()))
            .allMatch(visit::mayThroughBedrock);
  }

  /// Bedrock's sentence where it may not. Source: seen by others, error text of 2025 and 2026.
  public static Reply.Fault marketplaceDenied() {
    return Faults.said(
        403,
        "AccessDeniedException",
        "Model access is denied due to IAM user or service role is not authorized to perform the"
            + " required AWS Marketplace actions (aws-marketplace:ViewSubscriptions,"
            + " aws-marketplace:Subscribe) to enable access to this model. Refer to the Amazon"
            + " Bedrock documentation for further details. Your AWS Marketplace subscription for"
            + " this model cannot be completed at this time. If you recently fixed this issue, try"
            + " again after 5 minutes.");
  }
}
