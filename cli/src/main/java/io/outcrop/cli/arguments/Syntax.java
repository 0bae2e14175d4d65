package io.outcrop.cli.arguments;

import java.util.ArrayList;
import java.util.List;

/// What one command understands.
///
/// @param command its name: `sandbox serve`
/// @param summary one sentence
/// @param operands how its operands are written in the help; empty if it takes none
/// @param maxOperands how many operands it takes at most
/// @param trailing whether it takes a command of somebody else's behind `--`
/// @param options its options, in the order of the help
/// @param examples lines to type
public record Syntax(
    String command,
    String summary,
    String operands,
    int maxOperands,
    boolean trailing,
    List<Option> options,
    List<String> examples) {
  public Syntax {
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /// A command without operands.
  public static Syntax of(String command, String summary) {
    return new Syntax(command, summary, "", 0, false, List.of(), List.of());
  }

  /// This with operands.
  public Syntax withOperands(String shown, int most) {
    return new Syntax(command, summary, shown, most, trailing, options, examples);
  }

  /// This with a command of somebody else's behind `--`.
  public Syntax withTrailing() {
    return new Syntax(command, summary, operands, maxOperands, true, options, examples);
  }

  /// This with more options.
  public Syntax with(List<Option> more) {
    var all = new ArrayList<>(options);
    all.addAll(more);
    return new Syntax(command, summary, operands, maxOperands, trailing, all, examples);
  }

  /// This with examples.
  public Syntax withExamples(String... lines) {
    return new Syntax(command, summary, operands, maxOperands, trailing, options, List.of(lines));
  }
}
