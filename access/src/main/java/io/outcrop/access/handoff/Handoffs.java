package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import java.util.List;
import java.util.Optional;

/// Puts a hand-off together: a pure function.
public final class Handoffs {
  private Handoffs() {}

  /// Everything for whoever can mend it.
  public static Handoff of(Material material, Handoff.Extras extras) {
    var caller = Caller.of(material.seen());
    var policies = material.prediction().map(one -> new Policies(material, one, caller));
    var policy = policies.flatMap(Policies::needed);
    var grant = granted(policies, policy, material);
    var changes = new Changes(material, grant);
    return new Handoff(
        material.examination(),
        caller,
        FailingCall.of(material, extras),
        policy.stream().toList(),
        new Asks(material).all(),
        new Requirements(material).all(),
        new Works(material, changes).all(),
        new Scripts(material, caller, changes).all(),
        new ConsoleLinks(material, caller).all(),
        extras.retest().apply(wanted(material)));
  }

  /// The model id that should be called.
  private static String wanted(Material material) {
    return material
        .asked()
        .map(asked -> asked.route().id())
        .orElse(material.seen().asked().model().value());
  }

  private static List<Change> granted(
      Optional<Policies> policies, Optional<NeededPolicy> policy, Material material) {
    return policies.isPresent() && policy.isPresent()
        ? policies.get().grant(policy.get(), material.plan()).stream().toList()
        : List.of();
  }
}
