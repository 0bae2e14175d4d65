package io.outcrop.access.handoff;

/// Something to run.
///
/// @param purpose what for
/// @param file a name for it: `cure.sh`
/// @param shell in which shell
/// @param does what it does and who runs it, one sentence
/// @param text the script
public record Script(Purpose purpose, String file, ShellKind shell, String does, String text) {
  /// What a script is for.
  public enum Purpose {
    /// Mends the account; an administrator runs it.
    CURE_ACCOUNT,
    /// Takes back what mended the account.
    UNDO_ACCOUNT,
    /// Mends the caller's side; whoever runs the program runs it.
    CURE_CALLER,
    /// Makes one real call.
    TEST_CALL,
    /// Says who calls, and what IAM decides of all that the call needs.
    VERIFY
  }

  /// A shell.
  public enum ShellKind {
    SH("sh", ".sh"),
    POWERSHELL("powershell", ".ps1");

    private final String language;
    private final String ending;

    ShellKind(String language, String ending) {
      this.language = language;
      this.ending = ending;
    }

    /// Its name as a language: `sh`.
    public String language() {
      return language;
    }

    String ending() {
      return ending;
    }
  }
}
