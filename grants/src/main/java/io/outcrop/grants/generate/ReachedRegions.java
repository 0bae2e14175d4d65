package io.outcrop.grants.generate;

import io.outcrop.grants.Need;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a service control policy sees of calls that leave the region that is called.
final class ReachedRegions {
  private static final String UNSPECIFIED = "unspecified";

  private ReachedRegions() {}

  /// A sentence, if calls reach more than the regions that are `called`. Source: Amazon Bedrock
  /// User Guide, "Geographic cross-Region inference"; for `unspecified` secondary sources that
  /// quote "Global cross-Region inference", read 2026-10.
  static Optional<String> note(List<Need> needs, Collection<String> called) {
    var reached = new TreeSet<String>();
    for (var need : needs) {
      if (need.authorization().action().startsWith("bedrock:")) {
        need.authorization().value("aws:RequestedRegion").ifPresent(reached::add);
      }
    }
    if (called.containsAll(reached)) {
      return Optional.empty();
    }
    var global = reached.remove(UNSPECIFIED);
    return Optional.of(
        "a service control policy that allows regions by `aws:RequestedRegion` has to allow "
            + Words.listed(reached)
            + (global ? " and the word `" + UNSPECIFIED + "`" : "")
            + ", since calls reach them");
  }
}
