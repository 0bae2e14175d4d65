package io.outcrop.cli.arguments;

import java.util.ArrayList;
import java.util.List;

/// The help text of one command.
public final class Usage {
  private static final int COLUMN = 26;
  private static final int WIDTH = 80;

  private Usage() {}

  /// Lines of at most 80 columns, each ended by a line break.
  public static String of(Syntax syntax) {
    var out = new StringBuilder();
    out.append("outcrop ").append(syntax.command()).append(": ").append(syntax.summary());
    out.append("\n\nusage: outcrop ").append(syntax.command());
    out.append(syntax.options().isEmpty() ? "" : " [options]");
    out.append(syntax.operands().isEmpty() ? "" : " " + syntax.operands()).append('\n');
    if (!syntax.options().isEmpty()) {
      out.append("\noptions:\n");
      syntax.options().forEach(option -> option(option, out));
    }
    if (!syntax.examples().isEmpty()) {
      out.append("\nexamples:\n");
      syntax.examples().forEach(example -> out.append("  ").append(example).append('\n'));
    }
    return out.toString();
  }

  private static void option(Option option, StringBuilder out) {
    var names =
        "  " + (option.shortName().isEmpty() ? "" : option.shortName() + ", ") + option.name();
    var shown =
        switch (option.value()) {
          case NONE -> names;
          case REQUIRED -> names + " " + option.placeholder();
          case OPTIONAL -> names + " [" + option.placeholder() + "]";
          case ATTACHED -> names + "[=" + option.placeholder() + "]";
        };
    var lines = wrap(option.help());
    if (shown.length() < COLUMN) {
      out.append(shown).repeat(" ", COLUMN - shown.length()).append(lines.getFirst());
    } else {
      out.append(shown).append('\n').repeat(" ", COLUMN).append(lines.getFirst());
    }
    out.append('\n');
    lines.stream().skip(1).forEach(line -> out.repeat(" ", COLUMN).append(line).append('\n'));
  }

  private static List<String> wrap(String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && COLUMN + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
