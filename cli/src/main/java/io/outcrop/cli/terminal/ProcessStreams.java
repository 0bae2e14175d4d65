package io.outcrop.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Map;
import java.util.Optional;

/// Finds the standard streams of this process.
public final class ProcessStreams {
  private ProcessStreams() {}

  /// The terminal of this process. The launcher says which streams are a terminal
  /// (`-Doutcrop.tty=101`: input and error) and how wide it is; without it the JDK is asked.
  public static Terminal terminal(Map<String, String> environment) {
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        attached(environment));
  }

  private static Terminal.Attached attached(Map<String, String> environment) {
    var said = System.getProperty("outcrop.tty", "");
    var columns =
        number(
            environment.getOrDefault("COLUMNS", ""),
            number(System.getProperty("outcrop.columns", ""), 0));
    if (said.length() == 3) {
      return new Terminal.Attached(
          said.charAt(0) == '1', said.charAt(1) == '1', said.charAt(2) == '1', columns);
    }
    var terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Terminal.Attached(terminal, terminal, terminal, columns);
  }

  /// A small number; without a regular expression, which would cost every start some milliseconds.
  private static int number(String text, int otherwise) {
    if (text.isEmpty() || text.length() > 4) {
      return otherwise;
    }
    var number = 0;
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return otherwise;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
