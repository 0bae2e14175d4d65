package io.outcrop.sandbox.guard;

import io.outcrop.aws.Principal;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.sandbox.call.Call;
import java.util.Optional;
import java.util.function.Function;

/// A caller who may have several wishes in one call: what is the same for all of them is made once,
/// and each is decided by itself. For one call.
public final class Asking {
  private final Runnable onQuestion;
  private final PreparedLayers layers;
  private final Principal principal;
  private final String owner;
  private final Call call;
  private final RequestContext brought;
  private final Function<Guard.Wish, Optional<Decision>> elsewhere;

  Asking(
      Runnable onQuestion,
      PreparedLayers layers,
      Principal principal,
      String owner,
      Call call,
      RequestContext brought) {
    this(onQuestion, layers, principal, owner, call, brought, _ -> Optional.empty());
  }

  private Asking(
      Runnable onQuestion,
      PreparedLayers layers,
      Principal principal,
      String owner,
      Call call,
      RequestContext brought,
      Function<Guard.Wish, Optional<Decision>> elsewhere) {
    this.onQuestion = onQuestion;
    this.layers = layers;
    this.principal = principal;
    this.owner = owner;
    this.call = call;
    this.brought = brought;
    this.elsewhere = elsewhere;
  }

  /// The same, but for wishes that `elsewhere` decides.
  Asking unless(Function<Guard.Wish, Optional<Decision>> elsewhere) {
    return new Asking(onQuestion, layers, principal, owner, call, brought, elsewhere);
  }

  /// Whether the caller may have `wish`.
  public Decision decide(Guard.Wish wish) {
    return elsewhere.apply(wish).orElseGet(() -> decideHere(wish));
  }

  private Decision decideHere(Guard.Wish wish) {
    onQuestion.run();
    var context = ConditionKeys.of(brought, call, wish);
    return layers.decide(
        new AuthorizationRequest(principal, wish.action(), wish.resource(), owner, context));
  }
}
