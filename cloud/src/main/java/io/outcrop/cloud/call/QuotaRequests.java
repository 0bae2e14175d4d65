package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/// Requests to raise Bedrock's quotas in the region. Every method makes one call (lists: one a
/// page) and throws nothing.
public final class QuotaRequests {
  private static final String SERVICE = "bedrock";

  private final SdkService<ServiceQuotasClient> service;

  /// Service Quotas of the region that is called.
  public QuotaRequests(SdkSetup setup) {
    this.service =
        setup.service(
            "servicequotas",
            setup.region(),
            place ->
                setup
                    .prepare(ServiceQuotasClient.builder(), place)
                    .httpClient(setup.http(place))
                    .build());
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
    return service.ask(
        "ListRequestedServiceQuotaChangeHistoryByQuota",
        client ->
            Pages.collect(
                client.listRequestedServiceQuotaChangeHistoryByQuotaPaginator(
                    request -> request.serviceCode(SERVICE).quotaCode(code)),
                page ->
                    page.requestedQuotas().stream()
                        .map(one ->
                            new Request(
                                Texts.of(one.quotaCode()),
                                decimal(one.desiredValue()),
                                Texts.of(one.statusAsString())))
                        .toList()));
  }

  /// Asks for more. It opens a case with AWS and cannot be taken back.
  public Answer<Boolean> request(String code, BigDecimal desired) {
    return service.ask(
        "RequestServiceQuotaIncrease",
        client ->
            InlinePolicies.done(
                client.requestServiceQuotaIncrease(request ->
                    request
                        .serviceCode(SERVICE)
                        .quotaCode(code)
                        .desiredValue(desired.doubleValue()))));
  }

  private static BigDecimal decimal(@Nullable Double value) {
    return value == null ? BigDecimal.ZERO : BigDecimal.valueOf(value).stripTrailingZeros();
  }
}
