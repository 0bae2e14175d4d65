package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import software.amazon.awssdk.services.account.AccountClient;

/// Regions that an account has to switch on before it can use them. Every method makes one call and
/// throws nothing.
public final class RegionSwitch {
  private final SdkService<AccountClient> service;

  /// AWS Account Management, which lives in one region of the partition.
  public RegionSwitch(SdkSetup setup) {
    this.service =
        setup.service(
            "account",
            Iam.homeRegion(Partition.ofRegion(setup.region())),
            place ->
                setup
                    .prepare(AccountClient.builder(), place)
                    .httpClient(setup.http(place))
                    .build());
  }

  /// Begins to switch a region on. It takes minutes, in which the account cannot use it.
  public Answer<Boolean> enable(String region) {
    return service.ask(
        "EnableRegion",
        client -> InlinePolicies.done(client.enableRegion(request -> request.regionName(region))));
  }

  /// Begins to switch a region off.
  public Answer<Boolean> disable(String region) {
    return service.ask(
        "DisableRegion",
        client -> InlinePolicies.done(client.disableRegion(request -> request.regionName(region))));
  }
}
