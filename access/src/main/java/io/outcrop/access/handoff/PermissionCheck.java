package io.outcrop.access.handoff;

import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.access.judgement.BodyRefusals;
import io.outcrop.aws.Principal;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks permissions without spending anything: who calls; whether a call with an empty body is
/// refused for its body alone, which happens only after it was authorised; and what IAM's simulator
/// says of every authorisation that a plain and a streaming call need. Where the simulator may not
/// be asked, that is said and counts for nothing.
final class PermissionCheck {
  static final String DOES =
      "says who calls, whether the call is authorised, and what IAM decides of each authorisation;"
          + " it costs nothing. Exit code: 0 authorised, 1 denied, 3 could not find out";

  private final Caller caller;
  private final Route route;

  PermissionCheck(Caller caller, Route route) {
    this.caller = caller;
    this.route = route;
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
        # %1$s
        set -u
        export AWS_PAGER=
        folder=$(mktemp -d)
        trap 'rm -r "$folder"' EXIT
        verdict=3

        who=$(aws sts get-caller-identity --region %2$s --query Arn --output text) || exit 3
        echo "caller: $who"

        printf '{}' > "$folder/body.json"
        if said=$(aws bedrock-runtime invoke-model --region %2$s --model-id %3$s \\
          --content-type application/json --accept application/json \\
          --body "fileb://$folder/body.json" "$folder/answer.json" 2>&1); then
          said=answered
        fi
        case $said in
          answered | %4$s)
            echo "authorised: a plain call to %3$s"
            verdict=0 ;;
          *AccessDenied*)
            echo "denied: $said"
            verdict=1 ;;
          *)
            echo "not decided: $said" ;;
        esac
        """
            .formatted(DOES, region(), route.id(), phrases()));
    if (!needs().isEmpty()) {
      text.append(
          """

          # action, resource, context keys if there are any
          check() {
            action=$1
            resource=$2
            shift 2
            if said=$(aws iam simulate-principal-policy --policy-source-arn %s \\
              --action-names "$action" --resource-arns "$resource" "$@" \\
              --query 'EvaluationResults[0].EvalDecision' --output text 2>&1); then
              echo "$said: $action on $resource"
              # of a plain call, what AWS answered above counts for more than the simulator
              if [ "$said" != allowed ] && [ "$verdict$action" != 0bedrock:InvokeModel ]; then
                verdict=1
              fi
            else
              echo "could not look: $action on $resource"
            fi
          }
          """
              .formatted(quoted(source())));
      needs().forEach(need -> text.append(check(need, " \\\n  ")));
    }
    return text.append("exit $verdict\n").toString();
  }

  private String powershell() {
    var text = new StringBuilder();
    text.append(
        """
        # %1$s
        $env:AWS_PAGER = ''
        $verdict = 3
        $who = aws sts get-caller-identity --region %2$s --query Arn --output text
        if ($LASTEXITCODE -ne 0) { exit 3 }
        "caller: $who"
        $body = [System.IO.Path]::GetTempFileName()
        $answer = [System.IO.Path]::GetTempFileName()
        try {
          [System.IO.File]::WriteAllText($body, '{}')
          $said = aws bedrock-runtime invoke-model --region %2$s --model-id %3$s `
            --content-type application/json --accept application/json `
            --body "fileb://$body" $answer 2>&1 | Out-String
          if ($LASTEXITCODE -eq 0 -or $said -match '%4$s') {
            'authorised: a plain call to %3$s'
            $verdict = 0
          } elseif ($said -match 'AccessDenied') {
            "denied: $said"
            $verdict = 1
          } else {
            "not decided: $said"
          }
        } finally {
          Remove-Item -LiteralPath $body, $answer
        }
        """
            .formatted(DOES, region(), route.id(), pattern()));
    if (!needs().isEmpty()) {
      text.append(
          """

          function Test-Authorization($Action, $Resource, $Context) {
            $words = @('--action-names', $Action, '--resource-arns', $Resource)
            if ($Context) { $words += @('--context-entries') + $Context }
            $said = aws iam simulate-principal-policy --policy-source-arn %s @words `
              --query 'EvaluationResults[0].EvalDecision' --output text 2>$null
            if ($LASTEXITCODE -ne 0) {
              Write-Host "could not look: $Action on $Resource"
            } else {
              Write-Host "${said}: $Action on $Resource"
              # of a plain call, what AWS answered above counts for more than the simulator
              if ($said -ne 'allowed' -and "$script:verdict$Action" -ne '0bedrock:InvokeModel') {
                $script:verdict = 1
              }
            }
          }
          """
              .formatted(quoted(source())));
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
    return source().isEmpty()
        ? List.of()
        : Stream.of(Operation.INVOKE_MODEL, Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM)
            .map(operation -> ModelCall.signed(operation, route, caller.account()))
            .flatMap(call -> Grants.required(call).stream())
            .toList();
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
    return caller.credentials().region();
  }

  private static String phrases() {
    return BodyRefusals.shipped().phrases().stream()
        .map(phrase -> "*'" + phrase + "'*")
        .collect(Collectors.joining(" | "));
  }

  private static String pattern() {
    return BodyRefusals.shipped().phrases().stream()
        .map(phrase -> phrase.replace("[", "\\["))
        .collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
