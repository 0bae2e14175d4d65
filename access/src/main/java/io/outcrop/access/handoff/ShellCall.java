package io.outcrop.access.handoff;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.aws.Endpoints;
import io.outcrop.cloud.call.Door;
import java.util.Locale;
import java.util.stream.Collectors;

/// The plain call as a function of a shell, `call` or `Invoke-Call`: with the AWS CLI where that
/// knows the call, else with curl, which signs as well. It reads the body from a file, which both
/// versions of the AWS CLI read alike, and prints the answer. The AWS CLI makes no call whose
/// answer is an event stream.
final class ShellCall {
  private final AskedCall asked;

  ShellCall(AskedCall asked) {
    this.asked = asked;
  }

  /// The function. In sh it needs a `$folder`, in PowerShell the files `$body` and `$answer`.
  String text(ShellKind kind) {
    return switch (kind) {
      case SH -> bySh();
      case POWERSHELL -> byPowershell();
    };
  }

  /// Whether it has a body.
  boolean hasBody() {
    return switch (asked.call()) {
      case INVOKE, CONVERSE, MESSAGES, MANTLE, COUNT_TOKENS -> true;
      case GET_INFERENCE_PROFILE, LIST_MODELS -> false;
    };
  }

  private String bySh() {
    return switch (asked.call()) {
      case INVOKE ->
          """
          call() {
            aws %s \\
              --content-type application/json --accept application/json \\
              --body "fileb://$folder/body.json" "$folder/answer.json" > "$folder/headers.json" &&
              cat "$folder/answer.json"
          }
          """
              .formatted(words());
      case CONVERSE, COUNT_TOKENS ->
          """
          call() {
            aws %s \\
              --cli-input-json "file://$folder/body.json"
          }
          """
              .formatted(words());
      case GET_INFERENCE_PROFILE, LIST_MODELS ->
          """
          call() {
            aws %s
          }
          """
              .formatted(words());
      case MESSAGES -> curlBySh(Door.MESSAGES);
      case MANTLE -> curlBySh(Door.MANTLE);
    };
  }

  private String byPowershell() {
    return switch (asked.call()) {
      case INVOKE ->
          """
          function Invoke-Call {
            aws %s `
              --content-type application/json --accept application/json `
              --body "fileb://$body" $answer | Out-Null
            if ($LASTEXITCODE -eq 0) { Get-Content -LiteralPath $answer -Encoding UTF8 }
          }
          """
              .formatted(words());
      case CONVERSE, COUNT_TOKENS ->
          """
          function Invoke-Call {
            aws %s `
              --cli-input-json "file://$body"
          }
          """
              .formatted(words());
      case GET_INFERENCE_PROFILE, LIST_MODELS ->
          """
          function Invoke-Call {
            aws %s
          }
          """
              .formatted(words());
      case MESSAGES -> curlByPowershell(Door.MESSAGES);
      case MANTLE -> curlByPowershell(Door.MANTLE);
    };
  }

  /// The words of the AWS CLI.
  private String words() {
    var service =
        asked.call() == ClientCall.GET_INFERENCE_PROFILE || asked.call() == ClientCall.LIST_MODELS
            ? "bedrock"
            : "bedrock-runtime";
    var command =
        switch (asked.call()) {
          case INVOKE -> "invoke-model";
          case CONVERSE -> "converse";
          case COUNT_TOKENS -> "count-tokens";
          case GET_INFERENCE_PROFILE -> "get-inference-profile";
          case LIST_MODELS -> "list-foundation-models";
          case MESSAGES, MANTLE ->
              throw new IllegalStateException("the AWS CLI knows no such call");
        };
    var what =
        switch (asked.call()) {
          case INVOKE, CONVERSE, COUNT_TOKENS, MESSAGES, MANTLE ->
              " --model-id " + asked.route().id();
          case GET_INFERENCE_PROFILE -> " --inference-profile-identifier " + asked.route().id();
          case LIST_MODELS -> "";
        };
    return service + " " + command + " --region " + asked.route().region() + what + guardrail();
  }

  /// InvokeModel takes it as headers, Converse in its body.
  private String guardrail() {
    return asked.call() == ClientCall.INVOKE
        ? asked.guardrail().stream()
            .map(named ->
                " --guardrail-identifier %s --guardrail-version %s"
                    .formatted(named.id(), named.version()))
            .collect(Collectors.joining())
        : "";
  }

  /// Keys go in by standard input, since everybody on the machine sees a command's words.
  private String curlBySh(Door door) {
    var head =
        asked.sendsKey()
            ? """
            key() {
              printf 'header = "Authorization: Bearer %s"\\n' "$AWS_BEARER_TOKEN_BEDROCK"
            }
            """
            : """
            if [ -z "${AWS_ACCESS_KEY_ID:-}" ]; then
              # version 2 of the AWS CLI tells the keys behind a profile
              exported=$(aws configure export-credentials --format env) || exit 3
              eval "$exported"
            fi
            key() {
              printf 'user = "%s:%s"\\n' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY"
              if [ -n "${AWS_SESSION_TOKEN:-}" ]; then
                printf 'header = "x-amz-security-token: %s"\\n' "$AWS_SESSION_TOKEN"
              fi
            }
            """;
    return head
        + """
        call() {
          key | curl --silent --show-error --fail-with-body --config - %1$s\\
            --header 'content-type: application/json' --header 'anthropic-version: 2023-06-01' \\
            --data-binary "@$folder/body.json" \\
            "${%2$s:-${AWS_ENDPOINT_URL:-%3$s}}/anthropic/v1/messages"
        }
        """
            .formatted(signing(door, "\\"), variable(door), host(door));
  }

  private String curlByPowershell(Door door) {
    var head =
        asked.sendsKey()
            ? """
            $key = "header = `"Authorization: Bearer $env:AWS_BEARER_TOKEN_BEDROCK`""
            """
            : """
            # version 2 of the AWS CLI tells the keys behind a profile
            $keys = aws configure export-credentials | ConvertFrom-Json
            $key = @("user = `"$($keys.AccessKeyId):$($keys.SecretAccessKey)`"")
            if ($keys.SessionToken) { $key += "header = `"x-amz-security-token: $($keys.SessionToken)`"" }
            """;
    return head
        + """
        $curl = if (Get-Command curl.exe -ErrorAction Ignore) { 'curl.exe' } else { 'curl' }
        $endpoint = if ($env:%2$s) { $env:%2$s } elseif ($env:AWS_ENDPOINT_URL) { $env:AWS_ENDPOINT_URL } else { '%3$s' }
        function Invoke-Call {
          $key | & $curl --silent --show-error --fail-with-body --config - %1$s`
            --header 'content-type: application/json' --header 'anthropic-version: 2023-06-01' `
            --data-binary "@$body" "$endpoint/anthropic/v1/messages"
        }
        """
            .formatted(signing(door, "`"), variable(door), host(door));
  }

  private String signing(Door door, String on) {
    var service = door == Door.MANTLE ? door.host() : "bedrock";
    return asked.sendsKey()
        ? ""
        : "%s\n    --aws-sigv4 aws:amz:%s:%s ".formatted(on, asked.route().region(), service);
  }

  private static String variable(Door door) {
    return "AWS_ENDPOINT_URL_" + door.host().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private String host(Door door) {
    return "https://" + Endpoints.host(door.host(), asked.route().region());
  }
}
