package io.outcrop.json;

/// One thing that is wrong in a document that was read.
///
/// @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
/// @param position where, as line and column
/// @param message what is wrong, lower case, without a full stop
public record Problem(String pointer, Position position, String message) {
  @Override
  public String toString() {
    return (position.isKnown() ? position + ": " : "")
        + (pointer.isEmpty() ? "" : "`" + pointer + "`: ")
        + message;
  }
}
