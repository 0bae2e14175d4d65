package io.outcrop.lint.subject;

/// A text and its place.
///
/// @param value as written
/// @param place where it stands
/// @param siblings how many values its list has, itself among them; 0 if it stands alone
public record Text(String value, Place place, int siblings) {
  private static final int LONGEST = 4_096;

  /// Whether it can be taken out of its list without emptying it.
  public boolean isRemovable() {
    return siblings > 1;
  }

  /// Whether it is longer than anything that AWS has a name for: not worth a search.
  public boolean isBeyondMeasure() {
    return value.length() > LONGEST;
  }

  /// Whether it holds a wildcard.
  public boolean hasWildcard() {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }
}
