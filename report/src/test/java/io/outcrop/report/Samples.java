package io.outcrop.report;

import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Matrix;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.examination.SupportCase;
import io.outcrop.access.plan.Elsewhere;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.Terms;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.log.FailureGroup;
import io.outcrop.causes.log.LogSummary;
import io.outcrop.causes.redact.SecretKind;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.client.Setting;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Results to render.
final class Samples {
  static final String MODEL = "anthropic.claude-3-5-sonnet-20241022-v2:0";
  static final String ARN = "arn:aws:bedrock:us-east-1::foundation-model/" + MODEL;
  static final String USER = "arn:aws:iam::111122223333:user/video-backend";
  static final String SENTENCE =
      "User: "
          + USER
          + " is not authorized to perform: bedrock:InvokeModel on resource: "
          + ARN
          + " because no identity-based policy allows the bedrock:InvokeModel action";

  private Samples() {}

  static Cause cause(String slug, String summary) {
    return new Cause(
        slug,
        "A",
        summary,
        "Nothing forbids the call, and nothing allows it.",
        "The policy was never attached.",
        "Read the policies of the principal.",
        List.of("iam-missing-stream-action"),
        "iam:SimulatePrincipalPolicy with this action and this ARN",
        List.of(
            new Cause.Cure(
                Cause.Applicability.AUTOMATIC,
                "allow `${action}` on `${resource}`",
                List.of("aws iam list-user-policies --user-name ${principal}"),
                "remove the policy that was added")),
        Cause.Retry.NEVER,
        Cause.Delay.NONE,
        "administrator",
        "seconds to two minutes",
        "IAM User Guide, Troubleshoot access denied error messages",
        "2026-11-20",
        "");
  }

  static Change change() {
    return new Change.PutInlinePolicy(
        new PolicyOwner(PolicyOwner.Kind.USER, "video-backend"),
        "OutcropBedrockAccess",
        List.of(),
        Json.object().with("Version", Json.of("2012-10-17")));
  }

  static Examination broken() {
    var grant =
        new Cure(
            Cause.Applicability.AUTOMATIC,
            "grant user `video-backend` the least policy for this model",
            List.of(change()),
            List.of(
                "aws iam put-user-policy --user-name video-backend --policy-document"
                    + " file://p.json"),
            "allows two actions on four ARNs");
    var root =
        new Finding(
            cause("iam-no-identity-policy-allow", "no policy of the principal allows this"),
            Confidence.CERTAIN,
            "no identity-based policy of `video-backend` allows `bedrock:InvokeModel`",
            List.of(
                new Evidence("observed", SENTENCE, "bedrock-runtime:InvokeModel"),
                new Evidence("predicted", "no statement matches", "IAM evaluation"),
                new Evidence("read", "key AKIAIOSFODNN7EXAMPLE belongs to ops@example.com", "iam")),
            List.of(grant));
    var next =
        new Finding(
            cause("on-demand-not-supported", "the model answers through profiles alone"),
            Confidence.CERTAIN,
            "`" + MODEL + "` needs an inference profile in us-east-1",
            List.of(new Evidence("catalogue", "no on-demand route", "models")),
            List.of());
    return new Examination(
        subject(),
        Examination.Status.BROKEN,
        List.of(root, next),
        List.of("only `AWS_REGION` is set: boto3 reads `AWS_DEFAULT_REGION` alone"),
        List.of(
            new Stage("environment", Stage.Outcome.SUCCEEDED, "credentials from environment"),
            new Stage("account", Stage.Outcome.SKIPPED, "it was not asked for"),
            new Stage(
                "permissions",
                Stage.Outcome.NOT_PERMITTED,
                "iam:GetUser is denied to the caller itself, so that its policies cannot be read"),
            new Stage(
                "quota",
                Stage.Outcome.SUCCEEDED,
                "80,000 tokens per minute (AWS's default: 800,000); last hour: 14 answered, 3"
                    + " throttled"),
            new Stage("calls", Stage.Outcome.REFUSED, "403 AccessDeniedException")));
  }

  static Examination healthy() {
    return new Examination(
        subject(),
        Examination.Status.HEALTHY,
        List.of(),
        List.of(),
        List.of(new Stage("calls", Stage.Outcome.SUCCEEDED, "both calls go through")));
  }

  static Examination unknown() {
    return new Examination(
        new Examination.Subject(MODEL, "us-east-1", "", "", "", "2026-11-20T00:00:00Z"),
        Examination.Status.UNKNOWN,
        List.of(),
        List.of(),
        List.of(
            new Stage("environment", Stage.Outcome.SUCCEEDED, "credentials from environment"),
            new Stage(
                "reach",
                Stage.Outcome.UNREACHABLE,
                "no address for `bedrock-runtime.us-east-1.amazonaws.com`")));
  }

  /// Two models in three regions by two profiles, one of them not everywhere.
  static Matrix matrix() {
    var cells = new ArrayList<Matrix.Cell>();
    for (var profile : List.of("", "batch")) {
      for (var region : List.of("us-east-1", "eu-west-1", "ap-northeast-1")) {
        cells.add(new Matrix.Cell(profile, in(MODEL, region, broken())));
        if (!region.equals("eu-west-1")) {
          var other = region.equals("us-east-1") ? healthy() : unknown();
          cells.add(new Matrix.Cell(profile, in("us.anthropic.claude-sonnet-4-6", region, other)));
        }
      }
    }
    return new Matrix(cells);
  }

  private static Examination in(String model, String region, Examination like) {
    var subject = like.subject();
    return new Examination(
        new Examination.Subject(
            model,
            region,
            subject.principal(),
            subject.credentialSource(),
            subject.endpoint(),
            subject.at()),
        like.status(),
        like.findings(),
        like.notes(),
        like.stages());
  }

  /// Everything is in order and yet it is denied.
  static Examination green() {
    return new Examination(
        subject(),
        Examination.Status.UNKNOWN,
        List.of(),
        List.of(),
        List.of(
            new Stage("environment", Stage.Outcome.SUCCEEDED, "credentials from environment"),
            new Stage("calls", Stage.Outcome.REFUSED, "403 AccessDeniedException: no")),
        List.of(
            new Setting("BEDROCK_MODEL_ID", MODEL, "--model"),
            new Setting("AWS_REGION", "us-east-1", "profile app")),
        List.of(
            new SupportCase(
                true,
                "Subject: Amazon Bedrock refuses a call with AccessDeniedException\n\n"
                    + "account      111122223333\nprincipal    "
                    + USER)),
        List.of(
            new Finding(
                cause("iam-passrole-denied", "the role may not be handed on"),
                Confidence.LIKELY,
                "whoever deploys may not hand the role to `lambda.amazonaws.com`",
                List.of(new Evidence("predicted", "no policy allows `iam:PassRole`", "iam")),
                List.of())));
  }

  static Plan plan() {
    var other =
        new Cure(
            Cause.Applicability.SOMEONE_ELSE,
            "let the owner of SCP `p-1a2b` allow the region",
            List.of(),
            List.of("aws organizations describe-policy --policy-id p-1a2b"),
            "widens the policy for every account");
    var form = new Change.SubmitUseCaseForm(Json.object().with("companyName", Json.of("Example")));
    var variable =
        new Change.SetEnvVariable(Path.of("work/.env"), "BEDROCK_MODEL_ID", "", "us." + MODEL);
    return new Plan(
        "0001-abcdef",
        new Terms(
            Instant.parse("2025-10-15T00:00:00Z"),
            Instant.parse("2025-10-16T00:00:00Z"),
            "111122223333",
            USER,
            MODEL,
            "us-east-1",
            "profile `admin`"),
        List.of(
            step(
                "iam-no-identity-policy-allow",
                "grant user `video-backend` the least policy",
                change(),
                "iam:PutUserPolicy",
                "profile `admin`"),
            step(
                "anthropic-use-case-form",
                "file Anthropic's use-case form",
                form,
                "bedrock:PutUseCaseForModelAccess",
                "profile `admin`"),
            step(
                "on-demand-not-supported",
                "set `BEDROCK_MODEL_ID` in `.env`",
                variable,
                "writes .env",
                "this machine")),
        List.of(
            new Elsewhere(
                "marketplace-permissions",
                "add inline policy `OutcropBedrockAccess` of role poetry",
                "stack `poetry` of SAM (resource `PoetryFunctionRole`)",
                "Policies:\n  - Version: '2012-10-17'\n",
                "the first call then subscribes the account")),
        List.of(other));
  }

  static FixOutcome outcome() {
    return new FixOutcome(
        "0001-abcdef",
        List.of(
            new FixOutcome.StepOutcome(
                "grant user `video-backend` the least policy", FixOutcome.State.APPLIED, ""),
            new FixOutcome.StepOutcome(
                "file Anthropic's use-case form",
                FixOutcome.State.FAILED,
                "403 AccessDeniedException"),
            new FixOutcome.StepOutcome(
                "set `BEDROCK_MODEL_ID` in `.env`", FixOutcome.State.NOT_REACHED, "")),
        healthy(),
        new FixOutcome.Proof(3, Duration.ofSeconds(12)));
  }

  static Explanation explanation() {
    var because = new Span("because no identity-based policy allows", 120, 159);
    return new Explanation(
        List.of(
            new Diagnosis(
                cause("iam-no-identity-policy-allow", "no policy of the principal allows this"),
                Confidence.LIKELY,
                List.of(because),
                Map.of(
                    "action", "bedrock:InvokeModel", "resource", ARN, "principal", "x; rm -rf /")),
            new Diagnosis(
                cause("wrong-principal-used", "another principal made the call"),
                Confidence.POSSIBLE,
                List.of(because),
                Map.of())),
        List.of(
            new Signal("action", "bedrock:InvokeModel", new Span("bedrock:InvokeModel", 60, 79))));
  }

  static Pasted pasted() {
    return new Pasted(explanation(), List.of(), List.of(), LogSummary.NONE);
  }

  static Pasted unknownText() {
    var signals =
        List.of(new Signal("exception", "SomethingElse", new Span("SomethingElse", 0, 13)));
    return new Pasted(new Explanation(List.of(), signals), List.of(), List.of(), LogSummary.NONE);
  }

  static Pasted log() {
    var first = explanation().diagnoses().getFirst();
    var bare =
        new Diagnosis(
            cause("throttle-tokens-per-day", "the tokens of a day are used up"),
            Confidence.CERTAIN,
            first.because(),
            Map.of());
    return new Pasted(
        explanation(),
        List.of(SecretKind.SECRET_ACCESS_KEY, SecretKind.BEDROCK_API_KEY),
        List.of("AKIA…MPLE"),
        new LogSummary(
            240,
            16,
            List.of(
                new FailureGroup(first, 12, "2026-11-20T12:00:00Z", "2026-11-20T12:30:00Z"),
                new FailureGroup(bare, 3, "2026-11-20T12:01:00Z", "2026-11-20T12:01:00Z")),
            false));
  }

  private static Plan.Step step(
      String cause, String title, Change change, String call, String actor) {
    return new Plan.Step(
        cause,
        title,
        change,
        call,
        actor,
        "no wider than needed",
        List.of("aws iam help"),
        Binding.NONE);
  }

  private static Examination.Subject subject() {
    return new Examination.Subject(
        MODEL, "us-east-1", USER, "environment", "", "2025-10-15T00:00:00Z");
  }
}
