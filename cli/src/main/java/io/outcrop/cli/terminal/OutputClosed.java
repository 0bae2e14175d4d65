package io.outcrop.cli.terminal;

/// Whoever read standard output has gone away, or there is no more room for it.
public final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean byReader;

  OutputClosed(String message, boolean byReader, Throwable cause) {
    super(message, cause);
    this.byReader = byReader;
  }

  /// Whether the reader went away, as `head` does; nobody has to be told.
  public boolean byReader() {
    return byReader;
  }
}
