package io.outcrop.sandbox.quotas;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.Quotas;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The operations of Service Quotas, for the one service whose quotas are known here: Bedrock.
public final class ServiceQuotas {
  private ServiceQuotas() {}

  /// All that are here.
  public static Map<String, Operation> operations(ModelCatalogue models) {
    var operations = new LinkedHashMap<String, Operation>();
    operations.put(
        "ListServices", Permitted.to("servicequotas:ListServices", ServiceQuotas::services));
    operations.put("ListServiceQuotas", list("ListServiceQuotas", ServiceQuotas::applied));
    operations.put("GetServiceQuota", get("GetServiceQuota", ServiceQuotas::applied));
    operations.put(
        "ListAWSDefaultServiceQuotas",
        list("ListAWSDefaultServiceQuotas", ServiceQuotas::standard));
    operations.put(
        "GetAWSDefaultServiceQuota", get("GetAWSDefaultServiceQuota", ServiceQuotas::standard));
    QuotaIncreases.addTo(operations, models);
    return Map.copyOf(operations);
  }

  private static Reply services(Visit visit) {
    return Pages.reply(
        visit,
        "Services",
        List.of(QuotaShown.SERVICE),
        service -> service,
        code ->
            Json.object()
                .with("ServiceCode", Json.of(code))
                .with("ServiceName", Json.of(QuotaShown.SERVICE_NAME)));
  }

  private static Operation list(String name, BiFunction<Visit, Quota, Json.Obj> shown) {
    return Permitted.to(
        "servicequotas:" + name,
        visit -> {
          if (!QuotaShown.isBedrock(visit)) {
            return noSuchService();
          }
          return Pages.reply(
              visit,
              "Quotas",
              isResourceLevel(visit) ? List.of() : wanted(visit),
              Quota::code,
              quota -> shown.apply(visit, quota));
        });
  }

  private static boolean isResourceLevel(Visit visit) {
    return visit.text("QuotaAppliedAtLevel").filter("RESOURCE"::equals).isPresent();
  }

  private static List<Quota> wanted(Visit visit) {
    var code = visit.text("QuotaCode");
    return Quotas.all().stream()
        .filter(quota -> code.isEmpty() || quota.code().equals(code.get()))
        .toList();
  }

  private static Operation get(String name, BiFunction<Visit, Quota, Json.Obj> shown) {
    return Permitted.to(
        "servicequotas:" + name,
        visit -> {
          if (!QuotaShown.isBedrock(visit)) {
            return noSuchService();
          }
          if (visit.text("ContextId").isPresent()) {
            return Faults.said(
                "NoSuchResourceException",
                "The request failed because applied value for the specified context Id do not"
                    + " exist.");
          }
          return Quotas.ofCode(visit.required("QuotaCode"))
              .<Reply>map(
                  quota -> new Reply.Output(Json.object().with("Quota", shown.apply(visit, quota))))
              .orElseGet(ServiceQuotas::noSuchQuota);
        });
  }

  private static Json.Obj applied(Visit visit, Quota quota) {
    var value = ModelQuotas.value(visit.account(), visit.region(), quota, visit.now());
    return QuotaShown.quota(visit, quota, visit.account().id(), value)
        .with("QuotaAppliedAtLevel", Json.of("ACCOUNT"));
  }

  private static Json.Obj standard(Visit visit, Quota quota) {
    return QuotaShown.quota(visit, quota, "", quota.value());
  }

  static Reply.Fault noSuchService() {
    return Faults.said(
        "NoSuchResourceException",
        "The request failed because the specified service does not exist.");
  }

  static Reply.Fault noSuchQuota() {
    return Faults.said(
        "NoSuchResourceException",
        "The request failed because the specified quota does not exist.");
  }
}
