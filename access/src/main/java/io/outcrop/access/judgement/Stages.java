package io.outcrop.access.judgement;

import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.examination.Stage.Outcome;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.models.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How each stage went.
final class Stages {
  private final Observations seen;
  private final Optional<Prediction> prediction;

  Stages(Observations seen, Optional<Prediction> prediction) {
    this.seen = seen;
    this.prediction = prediction;
  }

  List<Stage> all(CallAnswer plain, CallAnswer streaming) {
    return List.of(
        environment(),
        stage(
            "reach",
            seen.reached(),
            seen.reached().seen().map(one -> "`" + one.host() + "` answers").orElse("")),
        stage("identity", seen.identity(), seen.identity().seen().map(this::who).orElse("")),
        model(),
        account(),
        permissions(),
        quota(),
        calls(plain, streaming));
  }

  private String who(Identity identity) {
    return identity.arn().equals(seen.asked().scope().role())
        ? identity.arn() + " (judged by its policies, not called)"
        : identity.arn();
  }

  private Stage environment() {
    return seen.sources().found()
        ? new Stage(
            "environment",
            Outcome.SUCCEEDED,
            "credentials from " + seen.sources().winner() + region() + shadowed())
        : new Stage("environment", Outcome.REFUSED, "no source has credentials");
  }

  private String region() {
    var region = seen.asked().region();
    return region.place().isEmpty() ? "" : ", region from " + region.place();
  }

  private String shadowed() {
    var names =
        seen.sources().tried().stream()
            .filter(source -> source.outcome() == SourceTried.Outcome.SHADOWED)
            .map(SourceTried::name)
            .toList();
    return names.isEmpty() ? "" : "; not used: " + String.join(", ", names);
  }

  private Stage model() {
    if (!seen.asked().model().isSet()) {
      return new Stage(
          "model", Outcome.SKIPPED, "no model is named: neither an option, nor `BEDROCK_MODEL_ID`");
    }
    if (prediction.isEmpty()) {
      return new Stage("model", Outcome.SKIPPED, "no region is known");
    }
    if (seen.asked().scope().call() == ClientCall.MANTLE) {
      return new Stage(
          "model", Outcome.SKIPPED, "Mantle has models of its own, which its answer tells");
    }
    var called = prediction.get().called();
    var found = called.resolution() instanceof Resolution.Found;
    return new Stage(
        "model",
        found ? Outcome.SUCCEEDED : Outcome.REFUSED,
        "`%s` %s".formatted(called.reference().text(), words(called)) + whence(called));
  }

  private static String words(CalledModel called) {
    return switch (called.resolution()) {
      case Resolution.Found _ -> "can be called as it is";
      case Resolution.ProfileNeeded _ -> "needs an inference profile";
      case Resolution.NotInRegion _ -> "cannot be called in this region";
      case Resolution.NotYet _ -> "is announced for later";
      case Resolution.Ended _ -> "is at the end of its life";
      case Resolution.Unknown _ when called.isOfAnotherVendor() ->
          "is a model of another vendor, of which nothing is known here";
      case Resolution.Unknown _ -> "is no model id";
    };
  }

  private String whence(CalledModel called) {
    if (called.isLive()) {
      return ", says the account";
    }
    return seen.account().models().seen().isPresent()
        ? ", says the " + called.origin() + "; the account lists no such model"
        : ", says the %s (%s)".formatted(called.origin(), seen.account().models().words());
  }

  private Stage account() {
    var availability = seen.account().availability();
    var words = availability.seen().map(this::standing).orElseGet(availability::words);
    return stage(
        "account",
        availability,
        words
            + also("data retention", seen.account().retention())
            + also("region", seen.account().optIn()));
  }

  private String standing(Availability one) {
    return "agreement %s, entitlement %s, form %s"
        .formatted(
            one.agreement(),
            one.entitlement(),
            seen.account()
                .form()
                .seen()
                .map(filed -> filed ? "filed" : "not filed")
                .orElse("not looked at"));
  }

  private static String also(String what, Observation<String> state) {
    return state.seen().map(word -> ", " + what + " " + word).orElse("");
  }

  private Stage quota() {
    var quotas = seen.account().quotas();
    if (quotas.seen().isEmpty()) {
      return stage("quota", quotas, "");
    }
    var words = new ArrayList<String>();
    quotas.seen().get().forEach(quota -> words.add(quota.words()));
    if (words.isEmpty()) {
      words.add("Service Quotas lists none for this model and route");
    }
    words.add(lastHour());
    return new Stage(
        "quota",
        quotas.seen().get().stream().anyMatch(AppliedQuota::letsNothingThrough)
            ? Outcome.REFUSED
            : Outcome.SUCCEEDED,
        String.join("; ", words));
  }

  private String lastHour() {
    var account = seen.account();
    return account
        .throttles()
        .seen()
        .map(throttled ->
            account
                .invocations()
                .seen()
                .map(answered ->
                    "last hour: %d answered, %d throttled".formatted(answered, throttled))
                .orElse("last hour: %d throttled".formatted(throttled)))
        .orElseGet(() -> "last hour not seen: " + account.throttles().words());
  }

  private Stage permissions() {
    return stage(
        "permissions",
        seen.permissions(),
        seen.permissions()
            .seen()
            .map(one ->
                "policies of `%s` read as %s%s"
                    .formatted(
                        one.principal().knownArn().map(Object::toString).orElse("?"),
                        one.readAs(),
                        unknown()))
            .orElse(""));
  }

  private String unknown() {
    var unknown = prediction.map(Prediction::unknown).orElse(List.<String>of());
    return unknown.isEmpty() ? "" : "; not seen: " + String.join("; ", unknown);
  }

  private Stage calls(CallAnswer plain, CallAnswer streaming) {
    return switch (plain) {
      case CallAnswer.LetThrough _ ->
          streaming instanceof CallAnswer.Refused refused
              ? new Stage(
                  "calls",
                  Outcome.REFUSED,
                  "the plain call was let through, the streaming one not: " + refused.words())
              : new Stage("calls", Outcome.SUCCEEDED, passed(streaming));
      case CallAnswer.Refused refused -> new Stage("calls", Outcome.REFUSED, refused.words());
      case CallAnswer.None(var why) -> stage("calls", why, "");
    };
  }

  private static String passed(CallAnswer streaming) {
    return streaming instanceof CallAnswer.None(var why)
        ? "the plain call was let through; streaming: " + why.words()
        : "the plain and the streaming call were let through";
  }

  private static Stage stage(String name, Observation<?> observation, String words) {
    var outcome =
        switch (observation) {
          case Observation.Succeeded<?> _ -> Outcome.SUCCEEDED;
          case Observation.Refused<?> _ -> Outcome.REFUSED;
          case Observation.NotPermitted<?> _ -> Outcome.NOT_PERMITTED;
          case Observation.Unreachable<?> _ -> Outcome.UNREACHABLE;
          case Observation.Skipped<?> _ -> Outcome.SKIPPED;
          case Observation.Crashed<?> _ -> Outcome.CRASHED;
        };
    return new Stage(name, outcome, words.isEmpty() ? observation.words() : words);
  }
}
