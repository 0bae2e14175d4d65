package io.outcrop.access.handoff;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.access.prediction.Calling;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.models.route.Route;
import java.util.List;

/// The call that was asked about, over the route that it should take.
///
/// @param calling how the user's client calls
/// @param route over which route
/// @param account the calling account
record AskedCall(Calling calling, Route route, String account) {
  /// What is called.
  ClientCall call() {
    return calling.call();
  }

  /// The calls, the plain one first.
  List<ModelCall> all() {
    return calling.over(route, account);
  }

  /// Every authorisation that they need.
  List<RequiredAuthorization> needs() {
    return all().stream().flatMap(one -> Grants.required(one).stream()).distinct().toList();
  }

  /// The actions that a plain call needs: once that was let through, they all were.
  List<String> plainActions() {
    return Grants.required(all().getFirst()).stream()
        .map(RequiredAuthorization::action)
        .distinct()
        .toList();
  }

  /// The guardrail that goes with it; none or one.
  List<NamedGuardrail> guardrail() {
    return calling.guardrail();
  }

  /// Whether it is sent with an API key.
  boolean sendsKey() {
    return calling.bearerToken() != BearerToken.NONE;
  }

  /// `both calls`, `this call`.
  String words() {
    return all().size() > 1 ? "both calls" : "this call";
  }
}
