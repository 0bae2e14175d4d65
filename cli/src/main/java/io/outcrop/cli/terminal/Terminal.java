package io.outcrop.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The standard streams of one run. Text goes out as UTF-8. Safe for many threads.
public final class Terminal {
  private static final int DEFAULT_WIDTH = 80;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final Attached attached;
  private boolean statusShown;

  /// Which streams are a terminal, and how wide it is.
  ///
  /// @param columns 0 if it is not known
  public record Attached(boolean in, boolean out, boolean err, int columns) {
    /// No stream is a terminal.
    public static Attached nowhere() {
      return new Attached(false, false, false, 0);
    }
  }

  /// A terminal of these streams.
  public Terminal(InputStream in, OutputStream out, OutputStream err, Attached attached) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.attached = attached;
  }

  /// Standard input, to be read once.
  public InputStream in() {
    return in;
  }

  /// Standard output, for bytes that pass through as they are.
  public OutputStream out() {
    return out;
  }

  /// Standard error, for bytes that pass through as they are.
  public OutputStream err() {
    return err;
  }

  /// Which streams are a terminal.
  public Attached attached() {
    return attached;
  }

  /// Whether a person can be asked.
  public boolean canAsk() {
    return attached.in() && attached.err();
  }

  /// Columns of a page: the terminal's, at least 40 and at most 120; 80 if there is none.
  public int width() {
    return attached.columns() == 0 ? DEFAULT_WIDTH : Math.clamp(attached.columns(), 40, 120);
  }

  /// Whether standard output takes colours, where neither `--color` nor a file says otherwise.
  public boolean colour(Map<String, String> environment) {
    return attached.out()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// Writes the answer, or a part of it, and lets go of it at once.
  ///
  /// @throws OutputClosed if nobody reads it any more
  public synchronized void print(String text) {
    clearStatus();
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException lost) {
      throw closed(lost);
    }
  }

  /// Writes a line of progress or complaint. Lost lines are lost.
  public synchronized void tell(String line) {
    clearStatus();
    writeErr(line + "\n");
  }

  /// Shows what is going on now in one line that is replaced by the next; on a terminal only.
  public synchronized void status(String words) {
    if (attached.err()) {
      var room = width() - 2;
      writeErr("\r\u001b[2K" + (words.length() > room ? words.substring(0, room) + "…" : words));
      statusShown = true;
    }
  }

  /// Takes the line of [#status] away.
  public synchronized void clearStatus() {
    if (statusShown) {
      writeErr("\r\u001b[2K");
      statusShown = false;
    }
  }

  /// Asks a question that is answered by yes or no; anything but yes is no.
  public synchronized boolean ask(String question) {
    clearStatus();
    writeErr(question + " [y/N] ");
    var answer = line().orElse("").strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  /// Asks for a line of text; without white space around it, and empty if there is none.
  public synchronized String read(String question) {
    clearStatus();
    writeErr(question + " ");
    return line().orElse("").strip();
  }

  private Optional<String> line() {
    var text = new StringBuilder();
    try {
      for (var letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
        text.append((char) letter);
      }
    } catch (IOException _) {
      return Optional.empty();
    }
    return Optional.of(text.toString());
  }

  private void writeErr(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException _) {
      // there is nobody left to tell
    }
  }

  /// What it means that standard output could not be written.
  public static OutputClosed closed(IOException lost) {
    var words = String.valueOf(lost.getMessage());
    var gone = words.contains("Broken pipe") || words.contains("pipe") || words.contains("EPIPE");
    return new OutputClosed(words, gone, lost);
  }
}
