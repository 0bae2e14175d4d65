package io.outcrop.grants.form;

import java.util.List;

/// How a shell is written.
sealed interface Shell permits PosixShell, PowerShell {
  /// What stands at the head of a script that does `does`.
  String head(String does);

  /// What runs the CLI in a script.
  String program();

  /// A command that is typed: words as they are, quoted where the shell needs it.
  String command(List<String> words);

  /// Runs `aws` with `words` and with `document` as the value of `--policy-document`.
  String withDocument(List<String> words, String document);
}
