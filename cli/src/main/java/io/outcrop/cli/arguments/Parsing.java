package io.outcrop.cli.arguments;

/// What came of reading a command line.
public sealed interface Parsing {
  /// It can be understood.
  record Understood(Arguments arguments) implements Parsing {}

  /// Help was asked for.
  record HelpWanted() implements Parsing {}

  /// It cannot.
  ///
  /// @param message what is wrong, naming the word
  /// @param help what would be right; may be empty
  record Wrong(String message, String help) implements Parsing {}
}
