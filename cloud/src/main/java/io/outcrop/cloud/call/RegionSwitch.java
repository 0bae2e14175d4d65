package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;

/// Regions that an account has to switch on before it can use them. Every method makes one call and
/// throws nothing.
public final class RegionSwitch {
  private final SignedService service;

  /// AWS Account Management, which lives in one region of the partition.
  public RegionSwitch(SdkSetup setup) {
    this.service = setup.signed("account", AccountHome.region(setup.region()), "account");
  }

  /// Begins to switch a region on. It takes minutes, in which the account cannot use it.
  public Answer<Boolean> enable(String region) {
    return turn("EnableRegion", "/enableRegion", region);
  }

  /// Begins to switch a region off.
  public Answer<Boolean> disable(String region) {
    return turn("DisableRegion", "/disableRegion", region);
  }

  private Answer<Boolean> turn(String operation, String path, String region) {
    var body = Json.object().with("RegionName", Json.of(region)).toString();
    return service.ask(
        operation, SignedService.Request.json("POST", path, body).repeatable(), _ -> true);
  }
}
