package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;

/// Service Quotas, as far as a world says any: the daily tokens of models. Their codes are this
/// sandbox's own; AWS gives each model a code that only its API tells.
public final class Quotas {
  private Quotas() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "ListServiceQuotas", Quotas::list,
        "GetServiceQuota", Quotas::get);
  }

  private static Reply list(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("servicequotas:ListServiceQuotas", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    if (!visit.required("ServiceCode").equals("bedrock")) {
      return missing();
    }
    var quotas = new ArrayList<Json>();
    visit
        .account()
        .standing()
        .tokensPerDay()
        .forEach((model, value) -> quotas.add(shown(visit, model, value)));
    return new Reply.Output(Json.object().with("Quotas", Json.array(quotas)));
  }

  private static Reply get(Visit visit) {
    var code = visit.required("QuotaCode");
    var arn =
        "arn:aws:servicequotas:%s:%s:bedrock/%s"
            .formatted(visit.region(), visit.account().id(), code);
    var denied = visit.denied(Guard.Wish.of("servicequotas:GetServiceQuota", arn));
    if (denied.isPresent()) {
      return denied.get();
    }
    for (var quota : visit.account().standing().tokensPerDay().entrySet()) {
      if (code(quota.getKey()).equals(code)) {
        return new Reply.Output(
            Json.object().with("Quota", shown(visit, quota.getKey(), quota.getValue())));
      }
    }
    return missing();
  }

  private static Json.Obj shown(Visit visit, String model, BigDecimal value) {
    var code = code(model);
    return Json.object()
        .with("ServiceCode", Json.of("bedrock"))
        .with("ServiceName", Json.of("Amazon Bedrock"))
        .with(
            "QuotaArn",
            Json.of(
                "arn:aws:servicequotas:%s:%s:bedrock/%s"
                    .formatted(visit.region(), visit.account().id(), code)))
        .with("QuotaCode", Json.of(code))
        .with(
            "QuotaName",
            Json.of(
                "Model invocation max tokens per day for " + (model.equals("*") ? "all" : model)))
        .with("Value", Json.of(value))
        .with("Unit", Json.of("None"))
        .with("Adjustable", Json.of(false))
        .with("GlobalQuota", Json.of(false));
  }

  private static String code(String model) {
    return UniqueId.of("L-", model).substring(0, 10);
  }

  private static Reply missing() {
    return Faults.said(
        "NoSuchResourceException",
        "The request failed because the specified service does not exist.");
  }
}
