package io.outcrop.iam.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether something holds for a request, and which condition keys that the request does not bring
/// could turn it into the opposite.
///
/// @param holds whether it holds as the request stands
/// @param turnedBy keys that, if the request brought them, could turn the answer; empty if nothing
///   could; as the policy writes them
public record Truth(boolean holds, Set<String> turnedBy) {
  /// It holds, whatever further keys the request brings.
  public static final Truth YES = new Truth(true, Set.of());

  /// It does not hold, whatever further keys the request brings.
  public static final Truth NO = new Truth(false, Set.of());

  /// A truth that no key could turn.
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /// Whether some key could turn it.
  public boolean isOpen() {
    return !turnedBy.isEmpty();
  }

  /// The opposite, turned by the same keys.
  public Truth not() {
    return isOpen() ? new Truth(!holds, turnedBy) : of(!holds);
  }

  /// Whether all of `parts` hold: a failure is turned only if every failing part can be turned.
  public static Truth all(List<Truth> parts) {
    return merge(parts, true);
  }

  /// Whether any of `parts` holds: a success is turned only if every holding part can be turned.
  public static Truth any(List<Truth> parts) {
    return merge(parts, false);
  }

  /// One part unlike `usual` settles the answer; all such parts have to be turned to turn it.
  /// Without one, turning any part turns the answer.
  private static Truth merge(List<Truth> parts, boolean usual) {
    var settled = false;
    var stuck = false;
    for (var part : parts) {
      if (part.holds != usual) {
        settled = true;
        stuck |= !part.isOpen();
      }
    }
    if (stuck) {
      return of(!usual);
    }
    var keys = new LinkedHashSet<String>();
    for (var part : parts) {
      if (!settled || part.holds != usual) {
        keys.addAll(part.turnedBy);
      }
    }
    var holds = settled != usual;
    return keys.isEmpty() ? of(holds) : new Truth(holds, keys);
  }
}
