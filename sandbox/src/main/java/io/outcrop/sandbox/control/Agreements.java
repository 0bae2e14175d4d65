package io.outcrop.sandbox.control;

import io.outcrop.grants.Grants;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// AWS Marketplace agreements for models. An agreement that is made here is in force at once.
/// Prices are not part of the sandbox: the rate cards of its offers are empty.
public final class Agreements {
  private final ModelCatalogue models;

  private Agreements(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var agreements = new Agreements(models);
    operations.put("ListFoundationModelAgreementOffers", agreements::offers);
    operations.put("CreateFoundationModelAgreement", agreements::create);
    operations.put("DeleteFoundationModelAgreement", agreements::delete);
  }

  private Reply offers(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:ListFoundationModelAgreementOffers", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    return models
        .find(visit.required("modelId"))
        .<Reply>map(model ->
            new Reply.Output(
                Json.object()
                    .with("modelId", Json.of(model.id()))
                    .with("offers", Json.array(List.of(offer(model))))))
        .orElseGet(FoundationModels::unresolved);
  }

  private static Json.Obj offer(Model model) {
    return Json.object()
        .with("offerId", Json.of(UniqueId.of("offer-", model.id())))
        .with("offerToken", Json.of(token(model)))
        .with(
            "termDetails",
            Json.object()
                .with(
                    "usageBasedPricingTerm", Json.object().with("rateCard", Json.array(List.of())))
                .with("legalTerm", Json.object())
                .with("supportTerm", Json.object()));
  }

  private static String token(Model model) {
    return UniqueId.of("sandbox-offer-", model.id() + model.productId());
  }

  private Reply create(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:CreateFoundationModelAgreement", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var id = visit.required("modelId");
    var model = models.find(id);
    if (model.isEmpty()) {
      return FoundationModels.unresolved();
    }
    if (!visit.required("offerToken").equals(token(model.get()))) {
      return Faults.invalid("The provided offer token is invalid.");
    }
    if (!maySubscribe(visit, model.get())) {
      return marketplaceDenied();
    }
    var status = visit.account().standing().agreement(id, visit.now()).status();
    if (status == Agreement.Status.AVAILABLE || status == Agreement.Status.PENDING) {
      return Faults.invalid("Could not create agreement - Agreement already exists");
    }
    visit.change(
        account -> account.with(standing -> standing.withAgreement(id, Agreement.AVAILABLE)));
    return new Reply.Output(Json.object().with("modelId", Json.of(id)));
  }

  private Reply delete(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:DeleteFoundationModelAgreement", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var id = visit.required("modelId");
    if (visit.account().standing().agreement(id, visit.now()).status()
        == Agreement.Status.NOT_AVAILABLE) {
      return Faults.said(404, "ResourceNotFoundException", "There is no agreement for this model.");
    }
    if (!visit.mayThroughBedrock(Guard.Wish.of("aws-marketplace:Unsubscribe", "*"))) {
      return marketplaceDenied();
    }
    visit.change(account -> account.with(standing -> standing.withAgreement(id, Agreement.NONE)));
    return new Reply.Output(Json.object());
  }

  /// Whether the caller may subscribe to `model` through Bedrock.
  public static boolean maySubscribe(Visit visit, Model model) {
    return Grants.firstUse(model.productId()).stream()
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
