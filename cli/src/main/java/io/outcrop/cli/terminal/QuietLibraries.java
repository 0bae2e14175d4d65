package io.outcrop.cli.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// Keeps libraries from writing to standard error: what they would log, Outcrop says in its answer.
/// `java.util.logging` makes one of these when it is first used, if it is used at all.
public final class QuietLibraries {
  private static final String CONFIGURATION =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=WARNING
      io.netty.level=OFF
      software.amazon.level=OFF
      """;

  /// Configures `java.util.logging`.
  public QuietLibraries() throws IOException {
    var text = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(text));
  }

  /// Asks for quiet, before any library is loaded. Whoever would log is named: looking for one
  /// opens every jar of the class path, which takes 50 ms.
  public static void request() {
    System.setProperty("java.util.logging.config.class", QuietLibraries.class.getName());
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
  }
}
