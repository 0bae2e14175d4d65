package io.outcrop.iam;

import io.outcrop.iam.decision.Decision.Outcome;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which absent condition keys could change the answer.
///
/// A key counts if it belongs to some smallest set of statements that, turned together from match
/// to no match or back, change the outcome. What a key's value would have to be is not asked: two
/// conditions on one key are taken to be free of each other.
record Turning(Weighing weighing) {

  /// The keys, as the policies write them; one spelling each.
  Set<String> keys(Outcome outcome) {
    if (!weighing.isOpen()) {
      return Set.of();
    }
    var keys = new LinkedHashMap<String, String>();
    addTurned(weighing.denies(), keys);
    switch (outcome) {
      case EXPLICITLY_DENIED -> {}
      case IMPLICITLY_DENIED -> {
        if (couldBeAllowed()) {
          addAllows(false, keys);
        }
      }
      case ALLOWED, DEPENDS_ON_UNKNOWN -> addAllows(true, keys);
    }
    return Set.copyOf(keys.values());
  }

  private static void addTurned(List<Hit> hits, Map<String, String> keys) {
    if (Hit.canTurn(hits)) {
      for (var key : Hit.turnedBy(hits)) {
        keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
      }
    }
  }

  /// Adds the keys of gates and supports that stand as `allowing` says and on which the outcome
  /// could hang.
  private void addAllows(boolean allowing, Map<String, String> keys) {
    for (var gate : weighing.gates()) {
      if (Hit.anyHolds(gate.allows()) == allowing) {
        addTurned(gate.allows(), keys);
      }
    }
    weighing
        .allows()
        .forEach((support, hits) -> {
          if (Hit.anyHolds(hits) == allowing
              && !weighing.given().contains(support)
              && isCritical(support)) {
            addTurned(hits, keys);
          }
        });
  }

  private boolean couldBeAllowed() {
    var best = EnumSet.noneOf(Support.class);
    for (var support : Support.values()) {
      if (isOn(support) || canTurn(support)) {
        best.add(support);
      }
    }
    return weighing.rule().isMet(best)
        && weighing.gates().stream()
            .map(Tier.Hits::allows)
            .allMatch(hits -> Hit.anyHolds(hits) || Hit.canTurn(hits));
  }

  private boolean isOn(Support support) {
    return weighing.given().contains(support) || Hit.anyHolds(hits(support));
  }

  private boolean canTurn(Support support) {
    return !weighing.given().contains(support) && Hit.canTurn(hits(support));
  }

  private List<Hit> hits(Support support) {
    return weighing.allows().getOrDefault(support, List.of());
  }

  /// Whether, for some turning of the other supports, the rule is met with `support` and not
  /// without.
  private boolean isCritical(Support support) {
    var fixed = EnumSet.noneOf(Support.class);
    var free = EnumSet.noneOf(Support.class);
    for (var other : Support.values()) {
      if (other != support && canTurn(other)) {
        free.add(other);
      } else if (other != support && isOn(other)) {
        fixed.add(other);
      }
    }
    var choices = List.copyOf(free);
    for (var choice = 0; choice < 1 << choices.size(); choice++) {
      var without = EnumSet.copyOf(fixed);
      for (var i = 0; i < choices.size(); i++) {
        if ((choice & 1 << i) != 0) {
          without.add(choices.get(i));
        }
      }
      var with = EnumSet.copyOf(without);
      with.add(support);
      if (weighing.rule().isMet(with) && !weighing.rule().isMet(without)) {
        return true;
      }
    }
    return false;
  }
}
