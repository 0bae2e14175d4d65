package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.Span;
import java.util.List;
import java.util.Map;

/// An entry that fits.
///
/// @param entry which
/// @param tell what gave it away
/// @param because the words that did, in the order of the text; never empty
/// @param values what the text says that a cure's commands need
public record Match(Entry entry, Tell tell, List<Span> because, Map<String, String> values) {
  public Match {
    because = List.copyOf(because);
    values = Map.copyOf(values);
  }

  /// The cause's slug.
  public String slug() {
    return entry.slug();
  }

  /// Whether one of the words is one of `other`'s.
  public boolean sharesWordsWith(Match other) {
    return because.stream().anyMatch(span -> other.because.stream().anyMatch(span::overlaps));
  }
}
