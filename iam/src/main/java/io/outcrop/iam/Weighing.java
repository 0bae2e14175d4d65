package io.outcrop.iam;

import io.outcrop.iam.decision.LayerName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What all layers together say to one request.
///
/// @param rule which supports make a permission
/// @param allows the hits that may give each support
/// @param given the supports that need no hit
/// @param gates the tiers of which each has to allow
/// @param denies hits that deny
record Weighing(
    Rule rule,
    Map<Support, List<Hit>> allows,
    Set<Support> given,
    List<Tier.Hits> gates,
    List<Hit> denies) {

  /// Whether some hit is neither certain nor impossible.
  boolean hasUnknown() {
    for (var gate : gates) {
      if (Hit.anyUnknown(gate.allows())) {
        return true;
      }
    }
    for (var hits : allows.values()) {
      if (Hit.anyUnknown(hits)) {
        return true;
      }
    }
    return Hit.anyUnknown(denies);
  }

  /// The same with all that is not known taken in the request's favour, or against it.
  Weighing settled(boolean favourably) {
    var settled = new EnumMap<Support, List<Hit>>(Support.class);
    allows.forEach((support, hits) -> settled.put(support, Hit.settled(hits, favourably)));
    var open = new ArrayList<Tier.Hits>();
    for (var gate : gates) {
      open.add(new Tier.Hits(gate.tier(), Hit.settled(gate.allows(), favourably), gate.denies()));
    }
    return new Weighing(rule, settled, given, open, Hit.settled(denies, !favourably));
  }

  /// The supports that stand.
  Set<Support> supports() {
    var supports = EnumSet.noneOf(Support.class);
    supports.addAll(given);
    for (var entry : allows.entrySet()) {
      if (Hit.anyHolds(entry.getValue())) {
        supports.add(entry.getKey());
      }
    }
    return supports;
  }

  /// The layers in which nothing allows; none if all that have to allow do.
  Set<LayerName> blockedBy(Set<Support> supports) {
    var layers = EnumSet.noneOf(LayerName.class);
    for (var gate : gates) {
      if (!Hit.anyHolds(gate.allows())) {
        layers.add(gate.tier().layer());
      }
    }
    if (!rule.isMet(supports)) {
      layers.addAll(rule.blockedBy(supports));
    }
    return layers;
  }

  /// Whether a key that the request does not bring could turn some hit.
  boolean isOpen() {
    for (var gate : gates) {
      if (Hit.anyOpen(gate.allows())) {
        return true;
      }
    }
    for (var hits : allows.values()) {
      if (Hit.anyOpen(hits)) {
        return true;
      }
    }
    return Hit.anyOpen(denies);
  }
}
