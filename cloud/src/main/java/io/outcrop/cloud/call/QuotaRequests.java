package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.JsonService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;

/// Requests to raise Bedrock's quotas in the region. Every method makes one call (lists: one a
/// page) and throws nothing.
public final class QuotaRequests {
  private final JsonService service;

  /// Service Quotas of the region that is called.
  public QuotaRequests(SdkSetup setup) {
    this.service = AppliedQuotas.service(setup);
  }

  /// A request to raise one.
  ///
  /// @param status in AWS's words: `PENDING`, `CASE_OPENED`, `APPROVED`, `DENIED`, …
  public record Request(String code, BigDecimal desired, String status) {
    /// Whether AWS has not decided it yet.
    public boolean isOpen() {
      return status.equals("PENDING") || status.equals("CASE_OPENED");
    }
  }

  /// The requests that were made for one quota, as AWS lists them.
  public Answer<List<Request>> requests(String code) {
    return service.pages(
        "ListRequestedServiceQuotaChangeHistoryByQuota",
        AppliedQuotas.ofBedrock().with("QuotaCode", Json.of(code)),
        "RequestedQuotas",
        one ->
            new Request(
                one.text("QuotaCode").orElse(""),
                one.get("DesiredValue").orElseGet(Json::ofNull) instanceof Json.Num(var value, _)
                    ? value.stripTrailingZeros()
                    : BigDecimal.ZERO,
                one.text("Status").orElse("")));
  }

  /// Asks for more. It opens a case with AWS and cannot be taken back.
  public Answer<Boolean> request(String code, BigDecimal desired) {
    return service.ask(
        "RequestServiceQuotaIncrease",
        AppliedQuotas.ofBedrock()
            .with("QuotaCode", Json.of(code))
            .with("DesiredValue", Json.of(desired)),
        _ -> true);
  }
}
