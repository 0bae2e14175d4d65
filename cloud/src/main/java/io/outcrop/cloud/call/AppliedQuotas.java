package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Service Quotas, as far as Bedrock's own go. Every method makes one call (lists: one a page) and
/// throws nothing.
public final class AppliedQuotas {
  private static final String TARGET = "ServiceQuotasV20190624.";
  private static final int MOST_PAGES = 50;

  private final SignedService service;

  /// Service Quotas of the region that is called.
  public AppliedQuotas(SdkSetup setup) {
    this.service = setup.signed("servicequotas", setup.region(), "servicequotas");
  }

  /// One quota as it applies to the account.
  ///
  /// @param code `L-…`
  /// @param name as Service Quotas shows it
  /// @param value what the account may use
  /// @param adjustable whether Service Quotas takes requests to raise it
  public record Quota(String code, String name, BigDecimal value, boolean adjustable) {}

  /// Bedrock's quotas in the region.
  public Answer<List<Quota>> list() {
    var all = new ArrayList<Quota>();
    var token = "";
    for (var page = 0; page < MOST_PAGES; page++) {
      var body = service().with("MaxResults", Json.of(100));
      var answer =
          ask("ListServiceQuotas", token.isEmpty() ? body : body.with("NextToken", Json.of(token)));
      if (!(answer instanceof Answer.Succeeded<Json.Obj>(var found, var id))) {
        return answer.map(_ -> List.of());
      }
      found.list("Quotas").stream()
          .filter(Json.Obj.class::isInstance)
          .map(Json.Obj.class::cast)
          .map(AppliedQuotas::quota)
          .forEach(all::add);
      token = found.text("NextToken").orElse("");
      if (token.isEmpty()) {
        return new Answer.Succeeded<>(List.copyOf(all), id);
      }
    }
    return new Answer.Succeeded<>(List.copyOf(all), "");
  }

  /// One quota as it applies to the account.
  public Answer<Quota> applied(String code) {
    return one("GetServiceQuota", code);
  }

  /// One quota as AWS gives it by default, in the region.
  public Answer<Quota> standard(String code) {
    return one("GetAWSDefaultServiceQuota", code);
  }

  private Answer<Quota> one(String operation, String code) {
    return ask(operation, service().with("QuotaCode", Json.of(code)))
        .map(found -> quota(found.object("Quota").orElseGet(Json::object)));
  }

  private static Json.Obj service() {
    return Json.object().with("ServiceCode", Json.of("bedrock"));
  }

  private Answer<Json.Obj> ask(String operation, Json.Obj body) {
    return service.ask(
        operation,
        new SignedService.Request(
            "POST",
            "/",
            Map.of(
                "content-type", "application/x-amz-json-1.1", "x-amz-target", TARGET + operation),
            body.toString()),
        Bodies::object);
  }

  private static Quota quota(Json.Obj found) {
    var value =
        found.get("Value").orElse(Json.ofNull()) instanceof Json.Num(var number, _)
            ? plain(number)
            : BigDecimal.ZERO;
    return new Quota(
        found.text("QuotaCode").orElse(""),
        found.text("QuotaName").orElse(""),
        value,
        found.get("Adjustable").filter(Json.of(true)::equals).isPresent());
  }

  /// `number` without an exponent, so that equal values are equal.
  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }
}
