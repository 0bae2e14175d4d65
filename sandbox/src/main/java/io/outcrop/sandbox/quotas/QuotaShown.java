package io.outcrop.sandbox.quotas;

import io.outcrop.json.Json;
import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.Quotas;
import io.outcrop.sandbox.realm.QuotaIncrease;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;

/// Quotas and requests as Service Quotas shows them.
final class QuotaShown {
  static final String SERVICE = "bedrock";
  static final String SERVICE_NAME = "Amazon Bedrock";

  private QuotaShown() {}

  static boolean isBedrock(Visit visit) {
    return visit.required("ServiceCode").equals(SERVICE);
  }

  /// The ARN of a quota; AWS's default of it has no account.
  static String arn(String region, String account, String code) {
    return "arn:aws:servicequotas:%s:%s:%s/%s".formatted(region, account, SERVICE, code);
  }

  static Json.Obj quota(Visit visit, Quota quota, String account, BigDecimal value) {
    return named(quota)
        .with("QuotaArn", Json.of(arn(visit.region(), account, quota.code())))
        .with("Value", Json.of(value))
        .with("Unit", Json.of("None"))
        .with("Adjustable", Json.of(quota.adjustable()))
        .with("GlobalQuota", Json.of(false));
  }

  private static Json.Obj named(Quota quota) {
    return Json.object()
        .with("ServiceCode", Json.of(SERVICE))
        .with("ServiceName", Json.of(SERVICE_NAME))
        .with("QuotaCode", Json.of(quota.code()))
        .with("QuotaName", Json.of(quota.name()));
  }

  static Json.Obj increase(Visit visit, QuotaIncrease increase) {
    var now = visit.now();
    var account = visit.account().id();
    var requester =
        Json.object()
            .with("accountId", Json.of(account))
            .with("callerArn", Json.of(increase.requester()));
    var shown =
        Quotas.ofCode(increase.code())
            .map(QuotaShown::named)
            .orElseGet(Json::object)
            .with("Id", Json.of(increase.id()))
            .with("DesiredValue", Json.of(increase.desired()))
            .with("Status", Json.of(increase.status(now)))
            .with("Created", Json.of(increase.created().toString()))
            .with("LastUpdated", Json.of(increase.updated(now).toString()))
            .with("Requester", Json.of(requester.toString()))
            .with("QuotaArn", Json.of(arn(increase.region(), account, increase.code())))
            .with("GlobalQuota", Json.of(false))
            .with("Unit", Json.of("None"))
            .with("QuotaRequestedAtLevel", Json.of("ACCOUNT"));
    return now.isBefore(increase.opened())
        ? shown
        : shown.with("CaseId", Json.of(caseId(increase)));
  }

  private static String caseId(QuotaIncrease increase) {
    var digits = Long.parseLong(UniqueId.hex(increase.id(), 12), 16);
    return "17" + "%013d".formatted(digits % 10_000_000_000_000L);
  }
}
