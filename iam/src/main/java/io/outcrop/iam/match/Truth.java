package io.outcrop.iam.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether something holds for a request, and which condition keys that the request does not bring
/// could turn it into the opposite. It may hold where the request is known in part only.
///
/// @param answer whether it holds as the request stands
/// @param turnedBy keys that, if the request brought them, could turn the answer; empty if nothing
///   could; as the policy writes them
public record Truth(Answer answer, Set<String> turnedBy) {
  /// It holds, whatever further keys the request brings.
  public static final Truth YES = new Truth(Answer.YES, Set.of());

  /// It does not hold, whatever further keys the request brings.
  public static final Truth NO = new Truth(Answer.NO, Set.of());

  /// It holds or not, by something that is not known.
  public static final Truth MAYBE = new Truth(Answer.MAYBE, Set.of());

  /// Whether something holds.
  public enum Answer {
    NO,
    MAYBE,
    YES;

    private Answer not() {
      return switch (this) {
        case NO -> YES;
        case MAYBE -> MAYBE;
        case YES -> NO;
      };
    }
  }

  /// A truth that no key could turn.
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /// A truth that each of `keys` could turn.
  public static Truth open(boolean holds, Set<String> keys) {
    return of(holds ? Answer.YES : Answer.NO, keys);
  }

  /// Whether it certainly holds.
  public boolean holds() {
    return answer == Answer.YES;
  }

  /// Whether nobody can say.
  public boolean isUnknown() {
    return answer == Answer.MAYBE;
  }

  /// Whether it does not hold, and no further key would make it hold.
  public boolean isNever() {
    return answer == Answer.NO && turnedBy.isEmpty();
  }

  /// Whether it holds, and no further key would make it fail.
  public boolean isAlways() {
    return answer == Answer.YES && turnedBy.isEmpty();
  }

  /// Whether some key could turn it.
  public boolean isOpen() {
    return !turnedBy.isEmpty();
  }

  /// The opposite, turned by the same keys.
  public Truth not() {
    return of(answer.not(), turnedBy);
  }

  private static Truth of(Answer answer, Set<String> keys) {
    return keys.isEmpty() ? of(answer) : new Truth(answer, keys);
  }

  private static Truth of(Answer answer) {
    return switch (answer) {
      case NO -> NO;
      case MAYBE -> MAYBE;
      case YES -> YES;
    };
  }

  /// Whether all of `parts` hold: a failure is turned only if every failing part can be turned.
  public static Truth all(List<Truth> parts) {
    return merge(parts, Answer.YES);
  }

  /// Whether any of `parts` holds: a success is turned only if every holding part can be turned.
  public static Truth any(List<Truth> parts) {
    return merge(parts, Answer.NO);
  }

  /// A part that is the opposite of `usual` settles the answer; all such parts have to be turned to
  /// turn it. Without one, a part that nobody knows makes the whole unknown, and turning any part
  /// turns the answer.
  private static Truth merge(List<Truth> parts, Answer usual) {
    var settling = usual.not();
    var settled = false;
    var unknown = false;
    for (var part : parts) {
      if (part.answer == settling) {
        if (!part.isOpen()) {
          return of(settling);
        }
        settled = true;
      }
      unknown |= part.isUnknown();
    }
    var answer = settled ? settling : unknown ? Answer.MAYBE : usual;
    var keys = new LinkedHashSet<String>();
    for (var part : parts) {
      if (!settled || part.answer == settling) {
        keys.addAll(part.turnedBy);
      }
    }
    return of(answer, keys);
  }
}
