package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.util.Map;

/// What an account has settled for a region: whether it is on, what happens to prompts, guardrails
/// and their policies. Every method makes one call and throws nothing.
public final class Settled {
  private final SignedService bedrock;
  private final SignedService account;

  /// The settings of the region that is called.
  public Settled(SdkSetup setup) {
    this.bedrock = setup.signed("bedrock", setup.region(), "bedrock");
    this.account = setup.signed("account", AccountHome.region(setup.region()), "account");
  }

  /// What the account lets happen to its prompts: `default`, `aws_review`.
  public Answer<String> dataRetention() {
    return bedrock.ask(
        "GetAccountDataRetention",
        new SignedService.Request("GET", "/data-retention", Map.of(), ""),
        response -> Bodies.object(response).text("mode").orElse(""));
  }

  /// Sets what the account lets happen to its prompts, and says what holds now.
  public Answer<String> setDataRetention(String mode) {
    return bedrock.ask(
        "PutAccountDataRetention",
        SignedService.Request.json(
            "PUT", "/data-retention", Json.object().with("mode", Json.of(mode)).toString()),
        response -> Bodies.object(response).text("mode").orElse(""));
  }

  /// Whether the account has `region` on: `ENABLED`, `ENABLED_BY_DEFAULT`, `DISABLED`, `ENABLING`,
  /// `DISABLING`.
  public Answer<String> regionStatus(String region) {
    return account.ask(
        "GetRegionOptStatus",
        SignedService.Request.json(
            "POST",
            "/getRegionOptStatus",
            Json.object().with("RegionName", Json.of(region)).toString()),
        response -> Bodies.object(response).text("RegionOptStatus").orElse(""));
  }

  /// A guardrail in one version.
  ///
  /// @param status `READY`, `CREATING`, `FAILED`
  public record Guardrail(String arn, String version, String status) {}

  /// The guardrail `id` (or its ARN) in `version`.
  public Answer<Guardrail> guardrail(String id, String version) {
    return bedrock.ask(
        "GetGuardrail",
        new SignedService.Request(
            "GET",
            "/guardrails/" + Bodies.segment(id) + "?guardrailVersion=" + Bodies.segment(version),
            Map.of(),
            ""),
        response -> {
          var found = Bodies.object(response);
          return new Guardrail(
              found.text("guardrailArn").orElse(""),
              found.text("version").orElse(""),
              found.text("status").orElse(""));
        });
  }

  /// The resource policy of `arn`.
  public Answer<Json.Obj> resourcePolicy(String arn) {
    return bedrock.ask(
        "GetResourcePolicy",
        new SignedService.Request("GET", "/resource-policy/" + Bodies.segment(arn), Map.of(), ""),
        response ->
            PolicyDocuments.plain(Bodies.object(response).text("resourcePolicy").orElse("")));
  }
}
