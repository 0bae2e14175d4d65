package io.outcrop.sandbox.control;

import io.outcrop.aws.Arn;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// Tags of what an account made in Bedrock in the called region: application inference profiles and
/// guardrails. Source: Service Authorization Reference, Amazon Bedrock, condition keys of the
/// resource types; Amazon Bedrock User Guide, "Tagging Amazon Bedrock resources", read 2026-10.
public final class ResourceTags {
  private ResourceTags() {}

  /// The condition keys of the tags of what `arn` names; none if the caller has no such thing here.
  public static Map<String, String> context(Visit visit, String arn) {
    return arn.contains(":application-inference-profile/") || arn.contains(":guardrail/")
        ? of(visit, arn).map(Tags::attached).orElse(Map.of())
        : Map.of();
  }

  /// The tags of what `arn` names; nothing if the caller has no such thing here.
  static Optional<Map<String, String>> of(Visit visit, String arn) {
    var here = visit.account().standing().in(visit.region());
    return parsed(visit, arn)
        .flatMap(named ->
            switch (named.resourceType()) {
              case "application-inference-profile" ->
                  here.profile(named.resourceId()).map(profile -> profile.tags());
              case "guardrail" ->
                  here.guardrail(named.resourceId()).map(guardrail -> guardrail.tags());
              default -> Optional.empty();
            });
  }

  /// The ARN, if it is of the called region and the caller's account.
  static Optional<Arn> parsed(Visit visit, String arn) {
    return Arn.parse(arn)
        .filter(named -> InferenceProfiles.isHere(visit, named.region(), named.account()));
  }
}
