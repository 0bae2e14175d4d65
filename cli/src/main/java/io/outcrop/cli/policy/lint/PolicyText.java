package io.outcrop.cli.policy.lint;

import io.outcrop.iam.policy.PolicyKind;

/// A policy to be looked at.
///
/// @param name its file as it was given, `-` for standard input; in words where it stands in none
/// @param isFile whether that is a file
/// @param guessed whether nobody said what kind it is of
record PolicyText(String name, boolean isFile, String text, PolicyKind kind, boolean guessed) {
  /// Whether it can be mended where it stands.
  boolean isWritable() {
    return isFile && !name.equals("-");
  }

  PolicyText with(String mended) {
    return new PolicyText(name, isFile, mended, kind, guessed);
  }
}
