package io.outcrop.cli.session;

/// How a run ended, for whoever started it.
public final class ExitCode {
  /// Fine.
  public static final int FINE = 0;

  /// A problem was found, or something is left.
  public static final int PROBLEM = 1;

  /// Usage or bad input; nothing was changed.
  public static final int USAGE = 2;

  /// It could not be found out.
  public static final int UNKNOWN = 3;

  /// Our bug.
  public static final int BUG = 70;

  private ExitCode() {}
}
