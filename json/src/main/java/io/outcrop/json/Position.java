package io.outcrop.json;

/// A place in a text. Lines and columns count from 1, columns in UTF-16 code units.
///
/// @param line the line, from 1; 0 for a value that was built and not read
/// @param column the column, from 1; 0 for a value that was built and not read
public record Position(int line, int column) {
  /// The position of a value that was built by a program and stands in no text.
  public static final Position NONE = new Position(0, 0);

  /// Whether this names a place in a text.
  public boolean isKnown() {
    return line > 0;
  }

  @Override
  public String toString() {
    return isKnown() ? "line " + line + ", column " + column : "no position";
  }
}
