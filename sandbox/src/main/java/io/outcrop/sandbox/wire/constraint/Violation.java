package io.outcrop.sandbox.wire.constraint;

import io.outcrop.sandbox.wire.descriptor.Rule;

/// One value that breaks one rule.
///
/// @param value how AWS shows the value: `'x'` with a blank before it; empty if it is secret
/// @param path where it is: `tags.1.member.key`
/// @param broken what it breaks
/// @param sentence what it must do: `Member must not be null`
public record Violation(String value, String path, Broken broken, String sentence) {
  /// What is broken.
  public sealed interface Broken {
    /// A member that has to be there is not.
    record Required() implements Broken {}

    /// A rule.
    record Of(Rule rule) implements Broken {}
  }

  @Override
  public String toString() {
    return "Value" + value + " at '" + path + "' failed to satisfy constraint: " + sentence;
  }
}
