package io.outcrop.sandbox.wire.descriptor;

import java.util.List;

/// The type of a member, an element or an entry.
public sealed interface Type {
  /// What the model says of a value beyond its kind.
  default List<Rule> rules() {
    return List.of();
  }

  /// Text.
  record Text(List<Rule> rules) implements Type {}

  /// A number.
  record Numeric(Size size, List<Rule> rules) implements Type {}

  /// `true` or `false`.
  record Flag() implements Type {}

  /// Bytes, written as base64.
  record Blob(List<Rule> rules) implements Type {}

  /// A point in time.
  record Timestamp(TimeForm form) implements Type {}

  /// Any JSON value.
  record Document() implements Type {}

  /// A list.
  ///
  /// @param name what an element is called in XML and forms
  /// @param flat whether elements stand in XML and forms without a list around them
  /// @param sparse whether null may be an element
  record ListOf(Type element, String name, boolean flat, boolean sparse, List<Rule> rules)
      implements Type {}

  /// A map from text.
  ///
  /// @param keyName what a key is called in XML and forms
  /// @param valueName what a value is called there
  /// @param flat whether entries stand there without a map around them
  /// @param sparse whether null may be a value
  record MapOf(
      Type key,
      Type value,
      String keyName,
      String valueName,
      boolean flat,
      boolean sparse,
      List<Rule> rules)
      implements Type {}

  /// A structure or union of the same service, by its name.
  record Named(String shape) implements Type {}

  /// How large a number can be, and whether it is whole.
  enum Size {
    /// 8 bits.
    BYTE,
    /// 16 bits.
    SHORT,
    /// 32 bits.
    INTEGER,
    /// 64 bits.
    LONG,
    /// A whole number of any size.
    BIG_INTEGER,
    /// 32 bits of IEEE 754.
    FLOAT,
    /// 64 bits of IEEE 754.
    DOUBLE,
    /// Any number.
    BIG_DECIMAL;

    /// Whether only whole numbers have it.
    public boolean isWhole() {
      return compareTo(FLOAT) < 0;
    }
  }

  /// How the model wants a point in time to be written.
  enum TimeForm {
    /// As the protocol does, or the place in the message.
    USUAL,
    /// ISO 8601.
    DATE_TIME,
    /// Seconds since 1970.
    EPOCH_SECONDS,
    /// As in HTTP's headers.
    HTTP_DATE
  }
}
