package io.outcrop.sandbox.marketplace;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.control.Offer;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An agreement as AWS Marketplace sees it. What is pending or failed is none there.
///
/// @param id `agmt-…`
/// @param model what it is about
/// @param offerId the offer that was accepted
/// @param agreement as it stands
/// @param accepted when it was accepted; what the world does not say was there when it began
record Contract(String id, Model model, String offerId, Agreement agreement, Instant accepted) {
  /// Who sells Claude: AWS tells no one's account here, so this is nobody's.
  private static final String PROPOSER = "000000000000";

  private static final int ID_LENGTH = 25;

  /// Those of the caller's account, past ones first.
  static List<Contract> of(ModelCatalogue models, Visit visit) {
    var contracts = new ArrayList<Contract>();
    var standing = visit.account().standing();
    for (var past : standing.pastAgreements()) {
      models
          .find(past.model())
          .ifPresent(model -> add(contracts, visit, model, past.agreement().at(visit.now())));
    }
    for (var model : models.models()) {
      add(contracts, visit, model, standing.agreement(model.id(), visit.now()));
    }
    return List.copyOf(contracts);
  }

  private static void add(List<Contract> contracts, Visit visit, Model model, Agreement agreement) {
    var isContract =
        switch (agreement.status()) {
          case AVAILABLE, EXPIRED, CANCELLED -> true;
          case PENDING, NOT_AVAILABLE, ERROR -> false;
        };
    if (isContract && !model.productId().isEmpty()) {
      contracts.add(of(visit.account(), model, agreement, visit.realm().title().clock()));
    }
  }

  private static Contract of(Account account, Model model, Agreement agreement, Instant otherwise) {
    var accepted = agreement.times().settled().or(agreement.times()::begun).orElse(otherwise);
    return new Contract(
        "agmt-" + UniqueId.small(account.id() + "/" + model.id() + "/" + accepted, ID_LENGTH),
        model,
        Offer.of(account, model.id()).id(),
        agreement,
        accepted);
  }

  /// In AWS Marketplace's words.
  String status() {
    return switch (agreement.status()) {
      case AVAILABLE -> "ACTIVE";
      case EXPIRED, CANCELLED, PENDING, NOT_AVAILABLE, ERROR -> agreement.status().name();
    };
  }

  /// What SearchAgreements and DescribeAgreement show.
  Json.Obj shown(String acceptor) {
    var shown =
        Json.object()
            .with("agreementId", Json.of(id))
            .with("acceptanceTime", Json.of(accepted.toString()))
            .with("startTime", Json.of(accepted.toString()))
            .with("agreementType", Json.of("PurchaseAgreement"))
            .with("acceptor", party(acceptor))
            .with("proposer", party(PROPOSER))
            .with("proposalSummary", proposal())
            .with("status", Json.of(status()));
    return agreement
        .times()
        .ends()
        .map(end -> shown.with("endTime", Json.of(end.toString())))
        .orElse(shown);
  }

  private static Json.Obj party(String account) {
    return Json.object().with("accountId", Json.of(account));
  }

  private Json.Obj proposal() {
    return Json.object()
        .with(
            "resources",
            Json.array(
                List.of(
                    Json.object()
                        .with("id", Json.of(model.productId()))
                        .with("type", Json.of("SaaSProduct")))))
        .with("offerId", Json.of(offerId));
  }

  /// Its terms. Prices are not part of the sandbox.
  List<Json.Obj> terms() {
    var validity =
        Json.object()
            .with("type", Json.of("ValidityTerm"))
            .with("agreementStartDate", Json.of(accepted.toString()));
    return List.of(
        Json.object()
            .with(
                "usageBasedPricingTerm",
                Json.object()
                    .with("type", Json.of("UsageBasedPricingTerm"))
                    .with("currencyCode", Json.of("USD"))
                    .with("rateCards", Json.array(List.of()))),
        Json.object()
            .with(
                "legalTerm",
                Json.object()
                    .with("type", Json.of("LegalTerm"))
                    .with("documents", Json.array(List.of()))),
        Json.object().with("supportTerm", Json.object().with("type", Json.of("SupportTerm"))),
        Json.object()
            .with(
                "validityTerm",
                agreement
                    .times()
                    .ends()
                    .map(end -> validity.with("agreementEndDate", Json.of(end.toString())))
                    .orElse(validity)));
  }

  /// What GetEntitlements shows of it.
  Json.Obj entitlement(String account) {
    var shown =
        Json.object()
            .with("ProductCode", Json.of(model.productId()))
            .with("Dimension", Json.of(model.id()))
            .with("CustomerAWSAccountId", Json.of(account))
            .with("Value", Json.object().with("BooleanValue", Json.of(true)));
    return agreement
        .times()
        .ends()
        .map(end -> shown.with("ExpirationDate", Json.of(end.toString())))
        .orElse(shown);
  }
}
