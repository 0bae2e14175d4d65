package io.outcrop.cli;

import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.ProcessStreams;
import io.outcrop.cli.terminal.QuietLibraries;
import io.outcrop.cloud.client.ClientSides;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where the process starts and ends.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] words) {
    QuietLibraries.request();
    var client = ClientSides.ofProcess();
    var session =
        new Session(
            ProcessStreams.terminal(client.environment()),
            client.environment(),
            client.home(),
            client.workingDirectory(),
            InstantSource.system());
    var ending = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.set(true)));
    end(Outcrop.run(List.of(words), session), ending);
  }

  /// Everything is closed by now, so nothing is lost by halting, and `System.exit` would search the
  /// whole class path for a logger to tell (JDK 21 and newer), which takes longer than `--help`.
  /// Where a signal is ending the process already, its own clean-up has to come to its end.
  private static void end(int code, AtomicBoolean ending) {
    if (ending.get()) {
      System.exit(code);
    }
    Runtime.getRuntime().halt(code);
  }
}
