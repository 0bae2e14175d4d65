package io.outcrop.grants.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A POSIX shell. A document comes in a here-document whose end is quoted, so that the shell
/// changes nothing in it, and goes to the CLI as one argument: no file is written.
final class PosixShell implements Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  PosixShell() {}

  @Override
  public String head(String does) {
    return """
    #!/bin/sh
    # %s
    set -eu
    export AWS_PAGER=
    """
        .formatted(does);
  }

  @Override
  public String program() {
    return "aws";
  }

  @Override
  public String command(List<String> words) {
    return String.join(" ", words.stream().map(PosixShell::quoted).toList());
  }

  @Override
  public String captured(String variable, List<String> words) {
    return variable + "=$(" + command(words) + ")";
  }

  @Override
  public String withDocument(List<String> words, String document) {
    var all = new ArrayList<>(words);
    all.addFirst(program());
    var end = end(document);
    return "policy=$(cat <<'%s'\n%s\n%s\n)\n%s --policy-document \"$policy\""
        .formatted(end, document, end, command(all));
  }

  /// A line that does not stand in the document.
  private static String end(String document) {
    var end = "POLICY";
    while (document.lines().anyMatch(end::equals)) {
      end = end + "_";
    }
    return end;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
