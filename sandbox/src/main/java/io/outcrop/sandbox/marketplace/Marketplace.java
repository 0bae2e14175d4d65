package io.outcrop.sandbox.marketplace;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// AWS Marketplace's own view of the agreements that Bedrock makes. The account is their acceptor:
/// it sells nothing.
public final class Marketplace {
  private static final String ACCEPTOR = "Acceptor";

  private final ModelCatalogue models;

  private Marketplace(ModelCatalogue models) {
    this.models = models;
  }

  /// The operations of the agreement service.
  public static Map<String, Operation> agreements(ModelCatalogue models) {
    var marketplace = new Marketplace(models);
    return Map.of(
        "SearchAgreements", marketplace::search,
        "DescribeAgreement",
            Permitted.to("aws-marketplace:DescribeAgreement", marketplace::describe),
        "GetAgreementTerms", Permitted.to("aws-marketplace:GetAgreementTerms", marketplace::terms));
  }

  /// The operations of the entitlement service.
  public static Map<String, Operation> entitlements(ModelCatalogue models) {
    var marketplace = new Marketplace(models);
    return Map.of(
        "GetEntitlements",
        Permitted.to("aws-marketplace:GetEntitlements", marketplace::entitlements));
  }

  private Reply search(Visit visit) {
    var filters = Filters.of(visit.call().input());
    var party = filters.first("PartyType").orElse(ACCEPTOR);
    var type = filters.first("AgreementType").orElse("PurchaseAgreement");
    var wish =
        new Guard.Wish(
            "aws-marketplace:SearchAgreements",
            "*",
            Map.of("aws-marketplace:PartyType", party, "aws-marketplace:AgreementType", type));
    return Permitted.to(
        visit,
        wish,
        () ->
            filters.unknown().isPresent()
                ? wrongFilter(filters.unknown().get())
                : Pages.reply(
                    visit,
                    "agreementViewSummaries",
                    party.equals(ACCEPTOR) && type.equals("PurchaseAgreement")
                        ? filters.wanted(visit.account().id(), Contract.of(models, visit))
                        : List.of(),
                    Contract::id,
                    contract -> contract.shown(visit.account().id())));
  }

  private static Reply wrongFilter(String name) {
    return Faults.said("ValidationException", "The filter " + name + " is not valid.")
        .with("reason", Json.of("INVALID_FILTER_NAME"));
  }

  private Reply describe(Visit visit) {
    return find(visit)
        .<Reply>map(contract -> new Reply.Output(contract.shown(visit.account().id())))
        .orElseGet(Marketplace::missing);
  }

  private Reply terms(Visit visit) {
    return find(visit)
        .map(contract ->
            Pages.reply(
                visit,
                "acceptedTerms",
                contract.terms(),
                term -> String.join(",", term.members().keySet()),
                term -> term))
        .orElseGet(Marketplace::missing);
  }

  private Optional<Contract> find(Visit visit) {
    return Contract.of(models, visit).stream()
        .filter(contract -> contract.id().equals(visit.required("agreementId")))
        .findFirst();
  }

  private static Reply missing() {
    return Faults.said(400, "ResourceNotFoundException", "The requested agreement does not exist.");
  }

  private Reply entitlements(Visit visit) {
    var code = visit.required("ProductCode");
    if (models.models().stream().noneMatch(model -> model.productId().equals(code))) {
      return Faults.said(
          "InvalidParameterException", "One or more parameters in your request was invalid.");
    }
    return Pages.reply(
        visit,
        "Entitlements",
        Contract.of(models, visit).stream()
            .filter(contract -> contract.model().productId().equals(code))
            .filter(contract -> contract.agreement().status() == Agreement.Status.AVAILABLE)
            .toList(),
        Contract::id,
        contract -> contract.entitlement(visit.account().id()));
  }

  /// The filters of a search. Several values of one filter are alternatives.
  private record Filters(Map<String, List<String>> values) {
    private static final Set<String> NAMES =
        Set.of(
            "ResourceIdentifier",
            "ResourceType",
            "PartyType",
            "AcceptorAccountId",
            "OfferId",
            "Status",
            "BeforeEndTime",
            "AfterEndTime",
            "AgreementType",
            "OfferSetId");

    static Filters of(Json.Obj input) {
      var values = new TreeMap<String, List<String>>();
      for (var filter : input.list("filters")) {
        if (filter instanceof Json.Obj object) {
          values.put(
              object.text("name").orElse(""),
              object.list("values").stream().flatMap(it -> it.asText().stream()).toList());
        }
      }
      return new Filters(values);
    }

    Optional<String> first(String name) {
      return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// The first that a search does not have. Source: AWS Marketplace Agreement API Reference,
    /// "SearchAgreements", read 2026-11.
    Optional<String> unknown() {
      return values.keySet().stream().filter(name -> !NAMES.contains(name)).findFirst();
    }

    List<Contract> wanted(String acceptor, List<Contract> all) {
      return all.stream()
          .filter(_ -> has("AcceptorAccountId", acceptor))
          .filter(it -> has("ResourceIdentifier", it.model().productId()))
          .filter(it -> has("ResourceType", "SaaSProduct"))
          .filter(it -> has("OfferId", it.offerId()))
          .filter(it -> has("Status", it.status()))
          .toList();
    }

    private boolean has(String name, String value) {
      return !values.containsKey(name) || values.getOrDefault(name, List.of()).contains(value);
    }
  }
}
