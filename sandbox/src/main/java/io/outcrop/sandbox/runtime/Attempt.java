package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;

/// A model call on its way through the gates.
///
/// @param visit the call
/// @param operation which operation it is
/// @param target what its `modelId` leads to
/// @param reading what its body asks
/// @param guardrail the guardrail that it goes through; [GuardrailName#NONE] if none
record Attempt(
    Visit visit,
    ModelCall.Operation operation,
    Target target,
    Dialect.Reading reading,
    GuardrailName guardrail) {

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

  /// Whether the account called the model within `period`.
  boolean isInUse(Duration period) {
    var used = visit.account().standing().lastUsed().get(modelId());
    return used != null && used.plus(period).isAfter(visit.now());
  }
}
