package io.outcrop.cli.session;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;

/// One command.
public interface Command {
  /// What it understands.
  Syntax syntax();

  /// Does it; returns the exit code.
  ///
  /// @throws Complaint if it cannot
  int run(Arguments arguments, Session session);
}
