package io.outcrop.access.prediction;

import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.models.Resolution;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the model id itself will meet: unknown, not here, behind a profile, at its end.
final class ModelPrediction {
  private final CalledModel called;
  private final String region;

  ModelPrediction(CalledModel called, String region) {
    this.called = called;
    this.region = region;
  }

  /// The refusals, in no particular order.
  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    var reference = called.reference();
    if (!reference.region().isEmpty() && !reference.region().equals(region)) {
      refusals.add(
          refusal(
              Gate.MODEL_ID,
              "arn-region-mismatch",
              "the ARN names region `%s`, but `%s` is called"
                  .formatted(reference.region(), region)));
      return refusals;
    }
    switch (called.resolution()) {
      case Resolution.Found _ -> {}
      case Resolution.ProfileNeeded needed -> refusals.add(profileNeeded(needed.routes()));
      case Resolution.NotInRegion elsewhere -> refusals.add(notInRegion(elsewhere));
      case Resolution.NotYet(var model, Instant start) ->
          refusals.add(
              refusal(
                  Gate.MODEL_ID,
                  "invalid-model-id-not-on-bedrock",
                  "`%s` is announced in %s for %s".formatted(model.id(), region, day(start))));
      case Resolution.Unknown _ when isOfAnAccount() || called.isOfAnotherVendor() -> {}
      case Resolution.Unknown unknown -> refusals.add(unknown(unknown));
      case Resolution.Ended ended -> ended(ended, refusals);
    }
    return refusals;
  }

  /// An application inference profile is known only to the account that made it: whether it is
  /// there, the call itself tells.
  private boolean isOfAnAccount() {
    return called.reference().text().contains(":application-inference-profile/");
  }

  private void ended(Resolution.Ended ended, List<Refusal> refusals) {
    if (!called.corrections().isEmpty()) {
      refusals.add(profileNeeded(called.corrections()));
    }
    refusals.add(
        refusal(
            Gate.LIFECYCLE,
            "model-end-of-life",
            "the life of `%s` in %s ended on %s%s"
                .formatted(
                    ended.model().id(),
                    region,
                    day(ended.end()),
                    instead("; what lives there now: ", ended.instead()))));
  }

  private Refusal profileNeeded(List<Route> routes) {
    return refusal(
        Gate.MODEL_ID,
        "on-demand-not-supported",
        "`%s` does not answer to its own id in %s%s"
            .formatted(called.reference().id(), region, instead("; it is reached as ", routes)));
  }

  private Refusal notInRegion(Resolution.NotInRegion elsewhere) {
    var slug =
        called.reference().id().equals(elsewhere.model().id())
            ? "model-not-in-region"
            : "profile-prefix-region-mismatch";
    return refusal(
        Gate.MODEL_ID,
        slug,
        "`%s` cannot be called in %s%s%s"
            .formatted(
                called.reference().id(),
                region,
                elsewhere.regions().isEmpty()
                    ? ""
                    : ", only in " + String.join(", ", elsewhere.regions()),
                instead("; what can be called there: ", elsewhere.here())));
  }

  private Refusal unknown(Resolution.Unknown unknown) {
    var gate =
        unknown.reason() == Resolution.Reason.CONTEXT_SUFFIX ? Gate.CONSTRAINTS : Gate.MODEL_ID;
    var slug =
        switch (unknown.reason()) {
          case SUFFIX -> "invalid-model-id-suffix";
          case ALIAS -> "invalid-model-id-alias";
          case PREFIX -> "profile-prefix-region-mismatch";
          case CONTEXT_SUFFIX -> "model-id-fails-pattern";
          case NOT_ON_BEDROCK -> "invalid-model-id-not-on-bedrock";
        };
    return refusal(
        gate,
        slug,
        "no model is named `%s`: %s%s"
            .formatted(
                called.reference().text(),
                unknown.why(),
                instead("; meant is probably ", unknown.nearest())));
  }

  private Refusal refusal(Gate gate, String slug, String sentence) {
    return new Refusal(
        gate,
        slug,
        false,
        false,
        sentence,
        List.of(
            new Evidence(
                called.isLive() ? "read" : "catalogue",
                sentence,
                called.isLive()
                    ? "the models of " + region + ", by the " + called.origin()
                    : "the catalogue of models (" + called.origin() + ")")),
        new Ground.Misnamed(called.resolution()));
  }

  private static String instead(String words, List<Route> routes) {
    return routes.isEmpty()
        ? ""
        : words
            + routes.stream()
                .limit(3)
                .map(route -> "`" + route.id() + "`")
                .collect(Collectors.joining(", "));
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
