package io.outcrop.lint.subject;

import io.outcrop.iam.reference.Nearest;
import java.util.List;
import java.util.Optional;

/// The regions that exist, in all partitions.
public final class Regions {
  private final List<String> all = Shipped.lines("regions.txt");

  /// Whether a region has this name.
  public boolean exists(String region) {
    return all.contains(region);
  }

  /// The region that was probably meant.
  public Optional<String> nearest(String wrong) {
    return Nearest.of(wrong, all.stream());
  }

  /// All regions.
  public List<String> all() {
    return all;
  }
}
