package io.outcrop.cli.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a command line said.
///
/// @param values by long option name, in the order they were given; a flag, and an optional value
///   that was left out, has one empty value
/// @param operands words that are no options
/// @param trailing the words behind `--`, for a command that runs another
/// @param assumed the options that nobody typed: their environment variables said them
public record Arguments(
    Map<String, List<String>> values,
    List<String> operands,
    List<String> trailing,
    Set<String> assumed) {
  public Arguments {
    values = Map.copyOf(values);
    operands = List.copyOf(operands);
    trailing = List.copyOf(trailing);
    assumed = Set.copyOf(assumed);
  }

  /// Whether the option was given.
  public boolean has(String option) {
    return values.containsKey(option);
  }

  /// Whether the option was typed.
  public boolean typed(String option) {
    return has(option) && !assumed.contains(option);
  }

  /// The option's last value, if it was given.
  public Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option)).map(List::getLast);
  }

  /// The option's last value; empty if it was not given.
  public String text(String option) {
    return value(option).orElse("");
  }

  /// All values of the option, in order.
  public List<String> all(String option) {
    return values.getOrDefault(option, List.of());
  }
}
