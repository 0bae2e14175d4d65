package io.outcrop.cli.arguments;

import java.util.List;

/// One option that a command understands.
///
/// @param name its long name with the dashes: `--world`
/// @param shortName its short name: `-v`; empty if it has none
/// @param value whether it takes a value
/// @param placeholder what stands for the value in the help: `NAME|FILE`
/// @param help one short sentence
public record Option(String name, String shortName, Value value, String placeholder, String help) {
  /// Whether an option takes a value.
  public enum Value {
    /// It is there or not.
    NONE,
    /// `--name VALUE` or `--name=VALUE`.
    REQUIRED,
    /// `--name`, or with a value `--name VALUE` or `--name=VALUE`.
    OPTIONAL,
    /// `--name`, or with a value `--name=VALUE`: what stands behind it is an operand.
    ATTACHED
  }

  /// An option without a value.
  public static Option flag(String name, String help) {
    return new Option(name, "", Value.NONE, "", help);
  }

  /// An option with a value.
  public static Option of(String name, String placeholder, String help) {
    return new Option(name, "", Value.REQUIRED, placeholder, help);
  }

  /// An option whose value may be left out.
  public static Option optional(String name, String placeholder, String help) {
    return new Option(name, "", Value.OPTIONAL, placeholder, help);
  }

  /// An option whose value may be left out, and is never the next word.
  public static Option attached(String name, String placeholder, String help) {
    return new Option(name, "", Value.ATTACHED, placeholder, help);
  }

  /// This option with a short name.
  public Option shortNamed(String letter) {
    return new Option(name, letter, value, placeholder, help);
  }

  /// The environment variable that stands for it: `OUTCROP_ADMIN_PROFILE`.
  public String variable() {
    return "OUTCROP_" + name.substring(2).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
  }

  /// All its names.
  List<String> names() {
    return shortName.isEmpty() ? List.of(name) : List.of(name, shortName);
  }
}
