package io.outcrop.cli.place;

import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Somebody else's command while it runs. It does not outlive this process.
public final class Child implements AutoCloseable {
  private static final long GRACE_SECONDS = 5;

  private final Process process;
  private final OnExit exit;

  private Child(Process process) {
    this.process = process;
    this.exit = new OnExit(() -> end(process));
  }

  /// Starts `command` with this process's own streams.
  public static Child attached(
      List<String> command, Map<String, String> set, Collection<String> unset, Session session) {
    return start(builder(command, set, unset, session).inheritIO(), command);
  }

  /// Starts `command` with this process's input; what it says is read from [#out] and [#err].
  public static Child watched(
      List<String> command, Map<String, String> set, Collection<String> unset, Session session) {
    var builder = builder(command, set, unset, session);
    return start(builder.redirectInput(ProcessBuilder.Redirect.INHERIT), command);
  }

  /// What a watched command writes to standard output.
  public InputStream out() {
    return process.getInputStream();
  }

  /// What a watched command writes to standard error.
  public InputStream err() {
    return process.getErrorStream();
  }

  /// Waits for its end; its exit code, 128 and the signal's number if a signal ended it.
  public int code() {
    try {
      return process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  @Override
  public void close() {
    exit.close();
  }

  private static ProcessBuilder builder(
      List<String> command, Map<String, String> set, Collection<String> unset, Session session) {
    var builder = new ProcessBuilder(command).directory(session.workingDirectory().toFile());
    var environment = builder.environment();
    environment.clear();
    environment.putAll(session.environment());
    unset.forEach(environment::remove);
    environment.putAll(set);
    return builder;
  }

  private static Child start(ProcessBuilder builder, List<String> command) {
    try {
      return new Child(builder.start());
    } catch (IOException refused) {
      throw Complaint.usage(
          "`" + command.getFirst() + "` cannot be run: " + lastPart(refused),
          "name a command that stands on PATH, or its file");
    }
  }

  private static String lastPart(IOException refused) {
    var words = Failures.reason(refused);
    return words.substring(words.lastIndexOf(": ") < 0 ? 0 : words.lastIndexOf(": ") + 2);
  }

  /// On Ctrl-C the command was told by the terminal already, as one of the same group.
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
