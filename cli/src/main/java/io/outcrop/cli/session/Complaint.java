package io.outcrop.cli.session;

/// Ends a command with a message for a person: what is wrong, and what can be done.
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String help;

  private Complaint(int code, String message, String help) {
    super(message, null, false, false);
    this.code = code;
    this.help = help;
  }

  /// The command line, or something that it names, is wrong; nothing was changed.
  public static Complaint usage(String message, String help) {
    return new Complaint(ExitCode.USAGE, message, help);
  }

  /// It could not be found out.
  public static Complaint unknown(String message, String help) {
    return new Complaint(ExitCode.UNKNOWN, message, help);
  }

  /// The exit code.
  public int code() {
    return code;
  }

  /// What to do, one line; may be empty.
  public String help() {
    return help;
  }

  /// What is wrong.
  public String message() {
    return String.valueOf(getMessage());
  }
}
