package io.outcrop.cli;

import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.ProcessStreams;
import io.outcrop.cli.terminal.QuietLibraries;
import io.outcrop.cloud.client.ProcessSide;
import java.time.InstantSource;
import java.util.List;

/// Where the process starts and ends.
public final class Main {
  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] words) {
    QuietLibraries.request();
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(ending);
    end(Outcrop.run(List.of(words), session()), ending);
  }

  /// Where a command of this process runs.
  public static Session session() {
    var process = ProcessSide.read();
    return new Session(
        ProcessStreams.terminal(process.environment()),
        process.environment(),
        process.home(),
        process.workingDirectory(),
        InstantSource.system());
  }

  /// Whether a signal is ending the process. A class, because the lambda that would do is linked at
  /// each start.
  private static final class Ending extends Thread {
    private volatile boolean begun;

    Ending() {
      super("outcrop-ending");
    }

    @Override
    public void run() {
      begun = true;
    }
  }

  /// Everything is closed by now, so nothing is lost by halting, and `System.exit` would search the
  /// whole class path for a logger to tell (JDK 21 and newer), which takes longer than `--help`.
  /// Where a signal is ending the process already, its own clean-up has to come to its end.
  private static void end(int code, Ending ending) {
    if (ending.begun) {
      System.exit(code);
    }
    Runtime.getRuntime().halt(code);
  }
}
