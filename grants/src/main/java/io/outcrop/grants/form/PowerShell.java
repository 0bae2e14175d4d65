package io.outcrop.grants.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// PowerShell 5.1 and newer. Before 7.3 it loses the quotes inside an argument of another program,
/// so that a document goes through a temporary file, which is removed in any case; a policy is no
/// secret. A native command's failure stops nothing by itself: `Invoke-Aws` sees to it.
final class PowerShell implements Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_=./-]+");

  PowerShell() {}

  @Override
  public String head(String does) {
    return """
    # %s
    $ErrorActionPreference = 'Stop'
    $env:AWS_PAGER = ''
    function Invoke-Aws {
      aws @args
      if ($LASTEXITCODE -ne 0) { throw "aws ended with exit code $LASTEXITCODE" }
    }
    """
        .formatted(does);
  }

  @Override
  public String program() {
    return "Invoke-Aws";
  }

  @Override
  public String command(List<String> words) {
    return String.join(" ", words.stream().map(PowerShell::quoted).toList());
  }

  @Override
  public String captured(String variable, List<String> words) {
    return "$" + variable + " = " + command(words);
  }

  @Override
  public String withDocument(List<String> words, String document) {
    var all = new ArrayList<>(words);
    all.addFirst(program());
    return """
    $policy = @'
    %s
    '@
    $file = [System.IO.Path]::GetTempFileName()
    try {
      [System.IO.File]::WriteAllText($file, $policy)
      %s --policy-document "file://$file"
    } finally {
      Remove-Item -LiteralPath $file
    }\
    """
        .formatted(ascii(document), command(all));
  }

  /// The document with JSON's escapes for letters beyond ASCII: PowerShell 5.1 reads a script
  /// without a byte order mark in the machine's own code page.
  private static String ascii(String document) {
    var result = new StringBuilder();
    document
        .chars()
        .forEach(one -> {
          if (one < 128) {
            result.append((char) one);
          } else {
            result.append("\\u%04x".formatted(one));
          }
        });
    return result.toString();
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "''") + "'";
  }
}
