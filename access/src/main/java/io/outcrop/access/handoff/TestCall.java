package io.outcrop.access.handoff;

import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.route.Route;
import java.util.List;

/// One short real call over the route that will be used. The body goes through a file, which both
/// versions of the AWS CLI read alike.
final class TestCall {
  static final String DOES =
      "makes one short real call as whoever runs it, and prints the answer; it costs some twenty"
          + " tokens";

  private final String region;
  private final Route route;
  private final Json.Obj body;

  TestCall(Material material, Caller caller, Route route) {
    this.region = caller.credentials().region();
    this.route = route;
    this.body =
        switch (material.style()) {
          case MESSAGES -> message();
          case TEXT_COMPLETION -> prompt();
        };
  }

  String text(ShellKind kind) {
    var json = JsonWriter.pretty(body);
    return switch (kind) {
      case SH ->
          """
          #!/bin/sh
          # %1$s
          set -eu
          export AWS_PAGER=
          folder=$(mktemp -d)
          trap 'rm -r "$folder"' EXIT
          cat > "$folder/body.json" <<'BODY'
          %2$s
          BODY
          aws bedrock-runtime invoke-model --region %3$s --model-id %4$s \\
            --content-type application/json --accept application/json \\
            --body "fileb://$folder/body.json" "$folder/answer.json" > "$folder/headers.json"
          cat "$folder/answer.json"
          echo
          """
              .formatted(DOES, json, region, route.id());
      case POWERSHELL ->
          """
          # %1$s
          $ErrorActionPreference = 'Stop'
          $env:AWS_PAGER = ''
          $body = [System.IO.Path]::GetTempFileName()
          $answer = [System.IO.Path]::GetTempFileName()
          try {
            [System.IO.File]::WriteAllText($body, @'
          %2$s
          '@)
            aws bedrock-runtime invoke-model --region %3$s --model-id %4$s `
              --content-type application/json --accept application/json `
              --body "fileb://$body" $answer | Out-Null
            if ($LASTEXITCODE -ne 0) { throw "aws ended with exit code $LASTEXITCODE" }
            Get-Content -LiteralPath $answer -Encoding UTF8
          } finally {
            Remove-Item -LiteralPath $body, $answer
          }
          """
              .formatted(DOES, json, region, route.id());
    };
  }

  private static Json.Obj message() {
    return Json.object()
        .with("anthropic_version", Json.of("bedrock-2023-05-31"))
        .with("max_tokens", Json.of(16))
        .with(
            "messages",
            Json.array(
                List.of(
                    Json.object()
                        .with("role", Json.of("user"))
                        .with("content", Json.of("Answer with one word: ready?")))));
  }

  private static Json.Obj prompt() {
    return Json.object()
        .with("prompt", Json.of("\n\nHuman: Answer with one word: ready?\n\nAssistant:"))
        .with("max_tokens_to_sample", Json.of(16));
  }
}
