package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which cause a text is about that met no tell but a wrapper's: the nearest by [Kinship], where
/// Bedrock, Claude or AWS is spoken of, if it is clearly nearer than the next. It is at most
/// likely.
final class Kindred {
  /// How near the nearest has to be: a sentence's worth of words that few causes use.
  private static final double NEAR = 8;

  /// The same where nothing at all was told: of a text about Bedrock or Claude, and of one that is
  /// merely about AWS and has no wide lead.
  private static final double NEARER = 9;

  private static final double NEAREST = 11;

  /// How much nearer than the next: of the messages by which they were chosen, half were right from
  /// the first number on, four in five from the second, nearly all from the third.
  private static final double SOME_LEAD = 1.2;

  private static final double LEAD = 1.3;
  private static final double WIDE_LEAD = 1.5;
  private static final double WIDEST_LEAD = 2;

  /// Behind what loose words tell of one cause, before what they leave open; and before both.
  private static final int POINTS = 60;

  private static final int MOST_POINTS = 81;

  private static final int MOST_ASKED = 12;

  private static final List<String> SUBJECTS = List.of("bedrock", "claude", "aws");

  private final List<Entry> entries;
  private final List<Scope> scopes;
  private final Placement placement;

  Kindred(List<Entry> entries, List<Scope> scopes, Placement placement) {
    this.entries = entries;
    this.scopes = scopes;
    this.placement = placement;
  }

  /// The nearest cause, if one is clearly so.
  ///
  /// @param words the text's
  /// @param isNothingTold whether not even a wrapper's words were
  Optional<Match> of(List<Signal> words, boolean isNothingTold) {
    if (!isAbout(SUBJECTS) || isAnothersClaude()) {
      return Optional.empty();
    }
    var kinship = new Kinship(entries, words);
    var nearest =
        kinship.nearest(MOST_ASKED).stream().filter(kin -> isPossible(kin.entry())).toList();
    if (nearest.isEmpty()) {
      return Optional.empty();
    }
    var first = nearest.getFirst();
    var lead = nearest.size() == 1 ? LEAD : first.likeness() / nearest.get(1).likeness();
    return tell(first.likeness(), lead, isNothingTold)
        .map(
            tell -> new Match(first.entry(), tell, kinship.shared(first.entry(), words), Map.of()));
  }

  private boolean isAbout(List<String> subjects) {
    return scopes.stream().anyMatch(scope -> scope.find("about", subjects).isPresent());
  }

  /// Whether Claude is spoken of, AWS is not, and a host was called that is neither's.
  private boolean isAnothersClaude() {
    return !isAbout(List.of("bedrock", "aws"))
        && scopes.stream().anyMatch(scope -> scope.first("foreign-host").isPresent());
  }

  private Optional<Tell> tell(double likeness, double lead, boolean isNothingTold) {
    var nearer = lead >= WIDE_LEAD || isAbout(List.of("bedrock", "claude")) ? NEARER : NEAREST;
    if (likeness < (isNothingTold ? nearer : NEAR) || lead < (isNothingTold ? LEAD : SOME_LEAD)) {
      return Optional.empty();
    }
    var says = lead >= LEAD ? Tell.Strength.SUGGESTS : Tell.Strength.ALLOWS;
    var points = lead >= WIDEST_LEAD && likeness >= NEAREST ? MOST_POINTS : POINTS;
    return Optional.of(new Tell(Map.of(), Map.of(), says, points, false));
  }

  private boolean isPossible(Entry entry) {
    return entry.tells().stream()
        .anyMatch(tell -> scopes.stream().anyMatch(scope -> !isContradicted(tell, scope)));
  }

  /// Whether the text says something that the tell forbids, or an exception that others are told
  /// by.
  private boolean isContradicted(Tell tell, Scope scope) {
    var wanted = tell.when().getOrDefault("exception", List.of());
    return scope.excludes(tell)
        || (!wanted.isEmpty()
            && scope.find("exception", wanted).isEmpty()
            && placement.hasKnownException(scope));
  }
}
