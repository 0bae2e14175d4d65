package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.JsonService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;

/// Service Quotas, as far as Bedrock's own go. Every method makes one call (lists: one a page) and
/// throws nothing.
public final class AppliedQuotas {
  private final JsonService service;

  /// Service Quotas of the region that is called.
  public AppliedQuotas(SdkSetup setup) {
    this.service = service(setup);
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
    return service.pages(
        "ListServiceQuotas",
        ofBedrock().with("MaxResults", Json.of(100)),
        "Quotas",
        AppliedQuotas::quota);
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
    return service.ask(
        operation,
        ofBedrock().with("QuotaCode", Json.of(code)),
        found -> quota(found.object("Quota").orElseGet(Json::object)));
  }

  static JsonService service(SdkSetup setup) {
    return new JsonService(
        setup.signed("servicequotas", setup.region(), "servicequotas"),
        "1.1",
        "ServiceQuotasV20190624");
  }

  static Json.Obj ofBedrock() {
    return Json.object().with("ServiceCode", Json.of("bedrock"));
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
