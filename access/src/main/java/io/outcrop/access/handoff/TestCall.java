package io.outcrop.access.handoff;

import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.catalogue.Model.RequestStyle;

/// One short real call of what the user's client calls, over the route that will be used.
final class TestCall {
  private final AskedCall asked;
  private final ShellCall call;
  private final CallBody body;

  TestCall(AskedCall asked, RequestStyle style) {
    this.asked = asked;
    this.call = new ShellCall(asked);
    this.body = new CallBody(asked, style);
  }

  /// What it does, one sentence.
  String does() {
    return switch (asked.call()) {
      case INVOKE, CONVERSE, MESSAGES, MANTLE ->
          "makes one short real call as whoever runs it, and prints the answer; it costs some"
              + " twenty tokens";
      case COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS ->
          "makes the call as whoever runs it, and prints the answer; it costs nothing";
    };
  }

  String text(ShellKind kind) {
    var written = JsonWriter.pretty(body.question());
    return switch (kind) {
      case SH ->
          """
          #!/bin/sh
          # %s
          set -eu
          export AWS_PAGER=
          """
                  .formatted(does())
              + (call.hasBody()
                  ? """
                  folder=$(mktemp -d)
                  trap 'rm -r "$folder"' EXIT
                  cat > "$folder/body.json" <<'BODY'
                  %s
                  BODY
                  """
                      .formatted(written)
                  : "")
              + call.text(kind)
              + """
              call
              echo
              """;
      case POWERSHELL ->
          """
          # %s
          $ErrorActionPreference = 'Stop'
          $env:AWS_PAGER = ''
          """
                  .formatted(does())
              + (call.hasBody()
                  ? """
                  $body = [System.IO.Path]::GetTempFileName()
                  $answer = [System.IO.Path]::GetTempFileName()
                  [System.IO.File]::WriteAllText($body, @'
                  %s
                  '@)
                  """
                      .formatted(written)
                  : "")
              + call.text(kind)
              + (call.hasBody()
                  ? """
                  try {
                    Invoke-Call
                    if ($LASTEXITCODE -ne 0) { throw "the call ended with exit code $LASTEXITCODE" }
                  } finally {
                    Remove-Item -LiteralPath $body, $answer
                  }
                  """
                  : """
                  Invoke-Call
                  if ($LASTEXITCODE -ne 0) { throw "the call ended with exit code $LASTEXITCODE" }
                  """);
    };
  }
}
