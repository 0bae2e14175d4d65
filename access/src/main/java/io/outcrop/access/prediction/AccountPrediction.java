package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.Settled.Guardrail;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.retention.RetentionModes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the account's own standing will refuse: the region, the form, the Marketplace, the
/// agreement, the mode of data retention.
final class AccountPrediction {
  private final Observations seen;
  private final String modelId;
  private final String productId;
  private final List<Evidence> restriction;

  /// @param modelId the model that is called; empty if unknown
  /// @param model the model as the catalogue has it; none if unknown
  AccountPrediction(Observations seen, String modelId, Optional<Model> model) {
    this.seen = seen;
    this.modelId = modelId;
    this.productId = model.map(Model::productId).orElse("");
    this.restriction = model.stream().flatMap(one -> restriction(one).stream()).toList();
  }

  /// That AWS does not open `model` to every account; nothing where it does.
  static Optional<Evidence> restriction(Model model) {
    return model.restriction().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Evidence(
                "catalogue",
                "AWS opens `%s` only to %s".formatted(model.id(), model.restriction()),
                "%s, %s".formatted(model.source(), model.asOf())));
  }

  /// The refusals, in no particular order.
  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    if (seen.account().form() instanceof Observation.Succeeded<Boolean>(Boolean filed, var source)
        && !filed) {
      var sentence = "Anthropic's use-case form is not filed for this account";
      refusals.add(
          Refusal.plain(
              Gate.FORM,
              "anthropic-use-case-form",
              sentence,
              new Evidence("read", sentence, source)));
    }
    if (seen.account().availability()
        instanceof Observation.Succeeded<Availability>(var availability, var source)) {
      standing(availability, source, refusals);
    }
    region().ifPresent(refusals::add);
    retention().ifPresent(refusals::add);
    guardrail().ifPresent(refusals::add);
    return refusals;
  }

  /// A region that has to be switched on takes no signature before it is.
  private Optional<Refusal> region() {
    var region = seen.asked().region().value();
    return seen.account()
        .optIn()
        .seen()
        .filter(status -> status.equals("DISABLED") || status.equals("ENABLING"))
        .map(status ->
            status.equals("ENABLING")
                ? "the region `%s` is being switched on for this account".formatted(region)
                : "the region `%s` is not switched on for this account".formatted(region))
        .map(sentence ->
            Refusal.plain(
                Gate.SIGNATURE,
                "region-not-opted-in",
                sentence,
                new Evidence("read", sentence, seen.account().optIn().words())));
  }

  private Optional<Refusal> guardrail() {
    var named = seen.asked().guardrail();
    if (named.isEmpty()
        || !(seen.account().guardrail()
            instanceof Observation.Refused<Guardrail>(var call, AwsError error, var _))
        || !error.code().startsWith("ResourceNotFound")) {
      return Optional.empty();
    }
    var sentence =
        "the request names guardrail `%s` in version `%s`, and %s has none of that id and version"
            .formatted(named.get().id(), named.get().version(), seen.asked().region().value());
    return Optional.of(
        Refusal.plain(
            Gate.BODY,
            "guardrail-not-found",
            sentence,
            new Evidence("read", call + " answered " + error.message(), call)));
  }

  private Optional<Refusal> retention() {
    var modes = RetentionModes.shipped();
    return seen.account()
        .retention()
        .seen()
        .filter(modes.modes()::contains)
        .filter(mode -> !modes.isEnough(mode, modelId))
        .map(mode ->
            "the account's mode of data retention in %s is `%s`, and `%s` answers from `%s` on"
                .formatted(
                    seen.asked().region().value(),
                    mode,
                    modelId,
                    modes.least(modelId).orElseThrow()))
        .map(sentence ->
            Refusal.plain(
                Gate.AGREEMENT,
                "data-retention-mode-required",
                sentence,
                new Evidence("read", sentence, seen.account().retention().words())));
  }

  private void standing(Availability standing, String source, List<Refusal> refusals) {
    switch (standing.agreement()) {
      case "AVAILABLE" -> entitlement(standing, source).ifPresent(refusals::add);
      case "PENDING" ->
          refusals.add(
              agreement(
                  "marketplace-agreement-pending",
                  "the account's agreement for the model is being made",
                  source));
      case "ERROR" ->
          refusals.add(
              agreement(
                  standing.agreementError().contains("INVALID_PAYMENT_INSTRUMENT")
                      ? "marketplace-payment-instrument"
                      : "model-access-not-enabled",
                  "the account's agreement for the model failed: " + standing.agreementError(),
                  source));
      default -> marketplace(source).ifPresent(refusals::add);
    }
  }

  private Optional<Refusal> entitlement(Availability standing, String source) {
    if (!standing.entitlement().equals("NOT_AVAILABLE")) {
      return Optional.empty();
    }
    var sentence = "the account has an agreement for the model but is not entitled to it";
    return Optional.of(
        restriction.stream()
            .findFirst()
            .map(known -> restricted(known, sentence, source))
            .orElseGet(() -> agreement("model-access-not-enabled", sentence, source)));
  }

  private static Refusal restricted(Evidence known, String standing, String source) {
    return new Refusal(
        Gate.AGREEMENT,
        "model-restricted-for-account",
        false,
        false,
        known.text() + ", and this one is none of them: it is not entitled",
        List.of(new Evidence("read", standing, source), known),
        new Ground.Plain());
  }

  private static Refusal agreement(String slug, String sentence, String source) {
    return Refusal.plain(Gate.AGREEMENT, slug, sentence, new Evidence("read", sentence, source));
  }

  private Optional<Refusal> marketplace(String source) {
    return seen.permissions()
        .seen()
        .flatMap(permissions -> marketplace(permissions.carriedOn(), source));
  }

  private Optional<Refusal> marketplace(Permissions permissions, String source) {
    var denials = Denials.certain(permissions);
    var denied =
        Grants.firstUse(productId).stream()
            .flatMap(need -> denials.of(Operation.INVOKE_MODEL, need).stream())
            .toList();
    if (denied.isEmpty()) {
      return Optional.empty();
    }
    var words = new DenialWords(permissions);
    var none = "the account has no agreement for the model";
    var evidence = new ArrayList<Evidence>();
    evidence.add(new Evidence("read", none, source));
    denied.forEach(denial -> evidence.add(words.evidence(denial)));
    return Optional.of(
        new Refusal(
            Gate.MARKETPLACE,
            "marketplace-permissions",
            false,
            false,
            none + ", and " + words.sentence(denied.getFirst()),
            List.copyOf(evidence),
            new Ground.Denied(denied)));
  }
}
