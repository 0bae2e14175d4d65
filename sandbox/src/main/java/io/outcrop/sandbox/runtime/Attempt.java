package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;

/// A model call on its way through the gates.
///
/// @param visit the call
/// @param operation which operation it is
/// @param target what its `modelId` leads to
/// @param reading what its body asks
record Attempt(Visit visit, ModelCall.Operation operation, Target target, Dialect.Reading reading) {

  /// The model's id, or what was written if it leads to none.
  String modelId() {
    return target.route().modelId();
  }

  /// The account's agreement for the model.
  Agreement agreement() {
    return visit.account().standing().agreement(modelId(), visit.now());
  }

  /// Whether the account called the model within `period`.
  boolean isInUse(Duration period) {
    var used = visit.account().standing().lastUsed().get(modelId());
    return used != null && used.plus(period).isAfter(visit.now());
  }
}
