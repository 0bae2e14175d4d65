package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.models.quota.Quota;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.quotas.ModelQuotas;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.throttle.Asked;
import io.outcrop.sandbox.throttle.Limits;
import io.outcrop.sandbox.throttle.Throttle;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.util.Optional;

/// A model call on its way through the gates.
///
/// @param visit the call
/// @param operation which operation it is
/// @param target what its `modelId` leads to
/// @param reading what its body asks
/// @param guardrail the guardrail that it goes through; [GuardrailName#NONE] if none
/// @param throttle what is left of quotas
record Attempt(
    Visit visit,
    ModelCall.Operation operation,
    Target target,
    Dialect.Reading reading,
    GuardrailName guardrail,
    Throttle throttle) {

  /// The model's id, or what was written if it leads to none.
  String modelId() {
    return target.route().modelId();
  }

  /// How access stands for the caller.
  Access access() {
    return Access.of(visit);
  }

  /// The account's agreement for the model.
  Agreement agreement() {
    return access().agreement(modelId());
  }

  /// Whether there is no agreement for the model, as Bedrock sees it.
  boolean isWithoutAgreement() {
    return agreement().availability() == Agreement.Status.NOT_AVAILABLE;
  }

  /// Lets AWS Marketplace remember that it refused the model, where that takes its time to pass.
  void keepRefusal() {
    if (access().isRefusalKept(modelId())) {
      visit.change(account ->
          account.with(
              standing -> standing.with(standing.admission().refused(modelId(), visit.now()))));
    }
  }

  /// Whether the account called the model so recently that it may go on with it when it is legacy.
  boolean isInUse() {
    return access().isInUse(modelId(), visit.lastUse().ofModel(visit.account().id(), modelId()));
  }

  /// What the call asks of the quotas; nothing if its body does not say.
  Optional<Asked> asked() {
    return reading instanceof Dialect.Reading.Asked(var ask, var tokens)
        ? Optional.of(
            new Asked(
                visit.call().requestId(),
                visit.account().id(),
                target.route(),
                tokens.total() + ask.maxTokens()))
        : Optional.empty();
  }

  /// The quotas in force.
  Limits limits() {
    var account = visit.account();
    var ofAll = ModelQuotas.tokensPerDay(account, visit.region(), visit.now()).longValue();
    return new Limits(
        limit(Quota.Kind.REQUESTS_PER_MINUTE),
        limit(Quota.Kind.TOKENS_PER_MINUTE),
        Math.min(ofAll, limit(Quota.Kind.TOKENS_PER_DAY)));
  }

  private long limit(Quota.Kind kind) {
    return ModelQuotas.applied(visit.account(), target.route(), kind, visit.now())
        .map(BigDecimal::longValue)
        .orElse(Limits.NONE);
  }
}
