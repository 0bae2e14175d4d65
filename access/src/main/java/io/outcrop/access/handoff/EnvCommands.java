package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.access.handoff.Script.ShellKind;

/// Sets variables of a `.env` file: every other line stays as it is.
final class EnvCommands {
  private EnvCommands() {}

  static String head(ShellKind kind, String does) {
    return switch (kind) {
      case SH -> "#!/bin/sh\n# " + does + "\nset -eu\numask 077\n";
      case POWERSHELL -> "# " + does + "\n$ErrorActionPreference = 'Stop'\n";
    };
  }

  /// The name is a variable's, the value a model id or the name of a profile; both are quoted all
  /// the same.
  static String of(ShellKind kind, Change.SetEnvVariable change) {
    return switch (kind) {
      case SH ->
          """
          touch .env
          sed '/^[[:space:]]*\\(export[[:space:]]\\{1,\\}\\)\\{0,1\\}%1$s[[:space:]]*=/d' .env > .env.new
          printf '%%s\\n' %2$s >> .env.new
          cat .env.new > .env
          rm .env.new
          """
              .formatted(change.name(), quoted(change, "'\\''"));
      case POWERSHELL ->
          """
          $lines = @(if (Test-Path .env) { Get-Content .env | Where-Object { $_ -notmatch '^\\s*(export\\s+)?%1$s\\s*=' } })
          $lines += %2$s
          [System.IO.File]::WriteAllLines((Join-Path (Get-Location) '.env'), [string[]]$lines)
          """
              .formatted(change.name(), quoted(change, "''"));
    };
  }

  private static String quoted(Change.SetEnvVariable change, String quote) {
    return "'" + (change.name() + "=" + change.after()).replace("'", quote) + "'";
  }
}
