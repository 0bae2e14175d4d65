package io.outcrop.sandbox.quotas;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.Quotas;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.QuotaIncrease;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests to raise a quota. AWS takes no request below its default and none for legacy models:
/// such a request is opened and not approved. Source: Amazon Bedrock User Guide, "Request an
/// increase for Amazon Bedrock quotas", read 2026-10. What becomes of all others is the world's
/// rule.
final class QuotaIncreases {
  private final ModelCatalogue models;

  private QuotaIncreases(ModelCatalogue models) {
    this.models = models;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var increases = new QuotaIncreases(models);
    operations.put("RequestServiceQuotaIncrease", increases::request);
    operations.put(
        "GetRequestedServiceQuotaChange",
        Permitted.to("servicequotas:GetRequestedServiceQuotaChange", QuotaIncreases::get));
    operations.put(
        "ListRequestedServiceQuotaChangeHistory",
        Permitted.to(
            "servicequotas:ListRequestedServiceQuotaChangeHistory", QuotaIncreases::history));
    operations.put(
        "ListRequestedServiceQuotaChangeHistoryByQuota",
        Permitted.to(
            "servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota",
            visit ->
                Quotas.ofCode(visit.required("QuotaCode")).isPresent()
                    ? history(visit)
                    : ServiceQuotas.noSuchQuota()));
  }

  private Reply request(Visit visit) {
    var code = visit.required("QuotaCode");
    var wish =
        new Guard.Wish(
            "servicequotas:RequestServiceQuotaIncrease",
            QuotaShown.arn(visit.region(), visit.account().id(), code),
            Map.of("servicequotas:service", visit.required("ServiceCode")));
    return Permitted.to(
        visit,
        wish,
        () -> {
          if (!QuotaShown.isBedrock(visit)) {
            return ServiceQuotas.noSuchService();
          }
          var quota = Quotas.ofCode(code);
          return quota.isEmpty()
              ? ServiceQuotas.noSuchQuota()
              : refusal(visit, quota.get())
                  .<Reply>map(fault -> fault)
                  .orElseGet(() -> requested(visit, quota.get()));
        });
  }

  private static Optional<Reply.Fault> refusal(Visit visit, Quota quota) {
    if (!quota.adjustable()) {
      return Optional.of(
          Faults.said("IllegalArgumentException", "The specified quota is not adjustable."));
    }
    var current = ModelQuotas.value(visit.account(), visit.region(), quota, visit.now());
    if (desired(visit).compareTo(current) <= 0) {
      return Optional.of(
          Faults.said(
              "IllegalArgumentException",
              "You must provide a quota value greater than the current quota value"));
    }
    return visit.account().standing().quotas().increases().stream()
        .filter(one -> one.code().equals(quota.code()) && one.region().equals(visit.region()))
        .filter(one -> one.isOpen(visit.now()))
        .findFirst()
        .map(_ ->
            Faults.said(
                "ResourceAlreadyExistsException",
                "Only one open service quota increase request is allowed per quota."));
  }

  private Reply requested(Visit visit, Quota quota) {
    var quotas = visit.account().standing().quotas();
    var now = visit.now();
    var key = String.join("/", visit.account().id(), visit.region(), quota.code(), now.toString());
    var increase =
        new QuotaIncrease(
            UniqueId.hex(key, 32) + UniqueId.small(key, 8),
            visit.region(),
            quota.code(),
            visit.visitor().arn(),
            desired(visit),
            now,
            now.plus(quotas.review().opensAfter()),
            now.plus(quotas.review().decidesAfter()),
            isEligible(visit, quota)
                ? quotas.review().outcome()
                : QuotaIncrease.Outcome.NOT_APPROVED);
    visit.change(
        account -> account.with(standing -> standing.with(standing.quotas().asked(increase))));
    return new Reply.Output(
        Json.object().with("RequestedQuota", QuotaShown.increase(visit, increase)));
  }

  private boolean isEligible(Visit visit, Quota quota) {
    return desired(visit).compareTo(quota.value()) >= 0
        && models
            .find(quota.model())
            .flatMap(model -> model.in(visit.region()))
            .map(here -> here.lifecycle().stage(visit.now()) == Lifecycle.Stage.ACTIVE)
            .orElse(true);
  }

  private static BigDecimal desired(Visit visit) {
    return visit.call().input().get("DesiredValue").orElse(Json.ofNull())
            instanceof Json.Num(BigDecimal value, _)
        ? value
        : BigDecimal.ZERO;
  }

  private static Reply get(Visit visit) {
    return here(visit).stream()
        .filter(increase -> increase.id().equals(visit.required("RequestId")))
        .findFirst()
        .<Reply>map(increase ->
            new Reply.Output(
                Json.object().with("RequestedQuota", QuotaShown.increase(visit, increase))))
        .orElseGet(() ->
            Faults.said(
                "NoSuchResourceException",
                "The request failed because the specified request does not exist."));
  }

  private static Reply history(Visit visit) {
    var service = visit.text("ServiceCode");
    var code = visit.text("QuotaCode");
    var status = visit.text("Status");
    return Pages.reply(
        visit,
        "RequestedQuotas",
        here(visit).stream()
            .filter(_ -> service.isEmpty() || service.get().equals(QuotaShown.SERVICE))
            .filter(one -> code.isEmpty() || code.get().equals(one.code()))
            .filter(one -> status.isEmpty() || status.get().equals(one.status(visit.now())))
            .toList(),
        QuotaIncrease::id,
        increase -> QuotaShown.increase(visit, increase));
  }

  /// The requests that were made in the called region, newest first.
  private static List<QuotaIncrease> here(Visit visit) {
    return visit.account().standing().quotas().increases().reversed().stream()
        .filter(increase -> increase.region().equals(visit.region()))
        .toList();
  }
}
