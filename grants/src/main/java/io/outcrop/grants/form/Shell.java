package io.outcrop.grants.form;

import java.util.List;

/// How commands of the AWS CLI are written in a shell. Stateless.
public sealed interface Shell permits PosixShell, PowerShell {
  /// A POSIX shell.
  static Shell posix() {
    return new PosixShell();
  }

  /// PowerShell 5.1 and newer.
  static Shell powershell() {
    return new PowerShell();
  }

  /// What stands at the head of a script that does `does`.
  String head(String does);

  /// What runs the CLI in a script.
  String program();

  /// A command that is typed: words as they are, quoted where the shell needs it.
  String command(List<String> words);

  /// Runs `aws` with `words` and with `document` as the value of `--policy-document`.
  String withDocument(List<String> words, String document);

  /// Runs `words` and keeps what they print in `variable`, which `"$variable"` then stands for.
  String captured(String variable, List<String> words);
}
