package io.outcrop.access.handoff;

import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.access.judgement.BodyRefusals;
import io.outcrop.aws.Principal;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checks permissions without spending anything: who calls; whether a call whose body is no request
/// is refused for its body alone, which happens only after it was authorised; and what IAM's
/// simulator says of every authorisation that the client's calls need. Where the simulator may not
/// be asked, that is said and counts for nothing.
final class PermissionCheck {
  static final String DOES =
      "says who calls, whether the call is authorised, and what IAM decides of each authorisation;"
          + " it costs nothing. Exit code: 0 authorised, 1 denied, 3 could not find out";

  private final Caller caller;
  private final AskedCall asked;
  private final ShellCall call;
  private final CallBody body;

  PermissionCheck(Caller caller, AskedCall asked, RequestStyle style) {
    this.caller = caller;
    this.asked = asked;
    this.call = new ShellCall(asked);
    this.body = new CallBody(asked, style);
  }

  String text(ShellKind kind) {
    return switch (kind) {
      case SH -> sh();
      case POWERSHELL -> powershell();
    };
  }

  private String sh() {
    var text = new StringBuilder();
    text.append(
        """
        #!/bin/sh
        # %s
        set -u
        export AWS_PAGER=
        folder=$(mktemp -d)
        trap 'rm -r "$folder"' EXIT
        verdict=3

        """
            .formatted(DOES));
    text.append(
        asked.sendsKey()
            ? """
            if [ -z "${AWS_BEARER_TOKEN_BEDROCK:-}" ]; then
              echo 'AWS_BEARER_TOKEN_BEDROCK is not set: it holds the API key' >&2
              exit 3
            fi
            echo 'caller: %s'
            """
                .formatted(whose())
            : """
            who=$(aws sts get-caller-identity --region %s --query Arn --output text) || exit 3
            echo "caller: $who"
            """
                .formatted(region()));
    text.append('\n');
    if (call.hasBody()) {
      text.append("printf '%%s' %s > \"$folder/body.json\"\n".formatted(free()));
    }
    text.append(call.text(ShellKind.SH))
        .append(
            """
            if said=$(call 2>&1); then
              said=answered
            fi
            case $said in
              answered | %2$s)
                echo "authorised: a plain call to %1$s"
                verdict=0 ;;
              *AccessDenied* | *permission_error*)
                echo "denied: $said"
                verdict=1 ;;
              *)
                echo "not decided: $said" ;;
            esac
            """
                .formatted(what(), phrases()));
    if (!needs().isEmpty()) {
      text.append(
          """

          # action, resource, context keys if there are any
          check() {
            action=$1
            resource=$2
            shift 2
            if said=$(aws iam simulate-principal-policy --policy-source-arn %1$s \\
              --action-names "$action" --resource-arns "$resource" "$@" \\
              --query 'EvaluationResults[0].EvalDecision' --output text 2>&1); then
              echo "$said: $action on $resource"
              # of a plain call, what AWS answered above counts for more than the simulator
              case $said$verdict$action in
                allowed* | %2$s) ;;
                *) verdict=1 ;;
              esac
            else
              echo "could not look: $action on $resource"
            fi
          }
          """
              .formatted(
                  quoted(source()),
                  asked.plainActions().stream()
                      .map(action -> "*0" + action)
                      .collect(Collectors.joining(" | "))));
      needs().forEach(need -> text.append(check(need, " \\\n  ")));
    }
    return text.append("exit $verdict\n").toString();
  }

  private String powershell() {
    var text = new StringBuilder();
    text.append(
        """
        # %s
        $env:AWS_PAGER = ''
        $verdict = 3
        """
            .formatted(DOES));
    text.append(
        asked.sendsKey()
            ? """
            if (-not $env:AWS_BEARER_TOKEN_BEDROCK) {
              'AWS_BEARER_TOKEN_BEDROCK is not set: it holds the API key'
              exit 3
            }
            'caller: %s'
            """
                .formatted(whose())
            : """
            $who = aws sts get-caller-identity --region %s --query Arn --output text
            if ($LASTEXITCODE -ne 0) { exit 3 }
            "caller: $who"
            """
                .formatted(region()));
    if (call.hasBody()) {
      text.append(
          """
          $body = [System.IO.Path]::GetTempFileName()
          $answer = [System.IO.Path]::GetTempFileName()
          [System.IO.File]::WriteAllText($body, %s)
          """
              .formatted(free()));
    }
    text.append(call.text(ShellKind.POWERSHELL))
        .append(
            """
            $said = Invoke-Call 2>&1 | Out-String
            if ($LASTEXITCODE -eq 0 -or $said -match '%2$s') {
              'authorised: a plain call to %1$s'
              $verdict = 0
            } elseif ($said -match 'AccessDenied|permission_error') {
              "denied: $said"
              $verdict = 1
            } else {
              "not decided: $said"
            }
            """
                .formatted(what(), pattern()));
    if (call.hasBody()) {
      text.append("Remove-Item -LiteralPath $body, $answer\n");
    }
    if (!needs().isEmpty()) {
      text.append(
          """

          function Test-Authorization($Action, $Resource, $Context) {
            $words = @('--action-names', $Action, '--resource-arns', $Resource)
            if ($Context) { $words += @('--context-entries') + $Context }
            $said = aws iam simulate-principal-policy --policy-source-arn %1$s @words `
              --query 'EvaluationResults[0].EvalDecision' --output text 2>$null
            if ($LASTEXITCODE -ne 0) {
              Write-Host "could not look: $Action on $Resource"
            } else {
              Write-Host "${said}: $Action on $Resource"
              # of a plain call, what AWS answered above counts for more than the simulator
              if ($said -ne 'allowed' -and "$script:verdict$Action" -notin @(%2$s)) {
                $script:verdict = 1
              }
            }
          }
          """
              .formatted(
                  quoted(source()),
                  asked.plainActions().stream()
                      .map(action -> quoted("0" + action))
                      .collect(Collectors.joining(", "))));
      needs()
          .forEach(need -> {
            var context =
                context(need).stream()
                    .map(PermissionCheck::quoted)
                    .collect(Collectors.joining(", "));
            text.append(
                "Test-Authorization %s %s @(%s)\n"
                    .formatted(quoted(need.action()), quoted(need.resource()), context));
          });
    }
    return text.append("exit $verdict\n").toString();
  }

  /// What is called, in words.
  private String what() {
    return switch (asked.call()) {
      case INVOKE, CONVERSE, MESSAGES, MANTLE, COUNT_TOKENS, GET_INFERENCE_PROFILE ->
          asked.route().id();
      case LIST_MODELS -> "the list of models";
    };
  }

  private String whose() {
    return "an API key" + (caller.arn().isEmpty() ? "" : " of " + caller.arn());
  }

  private String free() {
    return quoted(JsonWriter.compact(body.free()));
  }

  private static String check(RequiredAuthorization need, String between) {
    var context = context(need);
    var entries =
        context.isEmpty()
            ? ""
            : between
                + "--context-entries "
                + context.stream().map(PermissionCheck::quoted).collect(Collectors.joining(" "));
    return "check %s %s%s\n".formatted(need.action(), quoted(need.resource()), entries);
  }

  private static List<String> context(RequiredAuthorization need) {
    return new TreeMap<>(need.context())
        .entrySet().stream()
            .map(entry ->
                "ContextKeyName=%s,ContextKeyValues=%s,ContextKeyType=string"
                    .formatted(entry.getKey(), entry.getValue()))
            .toList();
  }

  /// None where nobody knows whom to simulate.
  private List<RequiredAuthorization> needs() {
    return source().isEmpty() ? List.of() : asked.needs();
  }

  /// The simulator takes a user's or a role's ARN, and no session's. Source: IAM API Reference,
  /// SimulatePrincipalPolicy, read 2026-11.
  private String source() {
    return caller
        .principal()
        .map(one ->
            switch (one) {
              case Principal.IamUser user -> user.arn().toString();
              case Principal.IamRole role -> role.arn().toString();
              case Principal.RoleSession session -> session.roleArn().toString();
              case Principal.RootUser _,
                  Principal.FederatedUser _,
                  Principal.Service _,
                  Principal.WebIdentity _,
                  Principal.Anonymous _ ->
                  "";
            })
        .orElse("");
  }

  private String region() {
    return asked.route().region();
  }

  private String phrases() {
    return BodyRefusals.shipped().phrases(asked.call()).stream()
        .map(phrase -> "*'" + phrase + "'*")
        .collect(Collectors.joining(" | "));
  }

  private String pattern() {
    return BodyRefusals.shipped().phrases(asked.call()).stream()
        .map(phrase -> phrase.replace("[", "\\["))
        .collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
