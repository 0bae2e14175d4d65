package io.outcrop.iam.edit;

import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import java.util.function.UnaryOperator;

/// A change of a request in one aspect.
///
/// @param key the condition key that changes, in lower case; empty for other aspects
record Step(Aspect aspect, String key, UnaryOperator<AuthorizationRequest> change) {
  static Step ofKey(Aspect aspect, String key, UnaryOperator<RequestContext> change) {
    return new Step(
        aspect,
        key,
        old ->
            new AuthorizationRequest(
                old.principal(),
                old.action(),
                old.resource(),
                old.resourceAccount(),
                change.apply(old.context())));
  }

  /// `context` without `key`.
  static RequestContext without(RequestContext context, String key) {
    var result = RequestContext.empty();
    for (var name : context.keys()) {
      if (!name.equalsIgnoreCase(key)) {
        var value = context.get(name).orElseThrow();
        result =
            value.multivalued()
                ? result.withAll(value.name(), value.texts())
                : result.with(value.name(), value.texts().getFirst());
      }
    }
    return result;
  }
}
