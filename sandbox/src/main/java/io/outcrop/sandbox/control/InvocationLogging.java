package io.outcrop.sandbox.control;

import io.outcrop.aws.Arn;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where calls of models are logged. Bedrock tries the role at once: it has to trust Bedrock and to
/// be allowed to write. Whether a bucket lets Bedrock in is not known here: S3 is not part of the
/// sandbox. Source: Amazon Bedrock User Guide, "Monitor model invocation", read 2026-10; the
/// sentence as seen by others.
final class InvocationLogging {
  private static final String SERVICE = "bedrock.amazonaws.com";
  private static final List<String> WRITING = List.of("logs:CreateLogStream", "logs:PutLogEvents");

  private InvocationLogging() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put(
        "GetModelInvocationLoggingConfiguration",
        Permitted.to("bedrock:GetModelInvocationLoggingConfiguration", InvocationLogging::get));
    operations.put(
        "PutModelInvocationLoggingConfiguration",
        Permitted.to("bedrock:PutModelInvocationLoggingConfiguration", InvocationLogging::put));
    operations.put(
        "DeleteModelInvocationLoggingConfiguration",
        Permitted.to(
            "bedrock:DeleteModelInvocationLoggingConfiguration", visit -> set(visit, List.of())));
  }

  private static Reply get(Visit visit) {
    var logging = visit.account().standing().in(visit.region()).logging();
    return new Reply.Output(
        logging.isEmpty()
            ? Json.object()
            : Json.object().with("loggingConfig", logging.getFirst()));
  }

  private static Reply set(Visit visit, List<Json.Obj> configuration) {
    visit.change(account ->
        account.with(
            standing -> standing.in(visit.region(), here -> here.withLogging(configuration))));
    return new Reply.Output(Json.object());
  }

  private static Reply put(Visit visit) {
    var configuration = visit.call().input().object("loggingConfig").orElseGet(Json::object);
    return configuration
        .object("cloudWatchConfig")
        .flatMap(logs -> refusal(visit, logs))
        .<Reply>map(fault -> fault)
        .orElseGet(() -> set(visit, List.of(configuration)));
  }

  private static Optional<Reply.Fault> refusal(Visit visit, Json.Obj logs) {
    var group = logs.text("logGroupName").orElse("");
    var role = logs.text("roleArn").orElse("");
    return visit
        .denied(new Guard.Wish("iam:PassRole", role, Map.of("iam:PassedToService", SERVICE)))
        .or(() ->
            mayWrite(visit, group, role)
                ? Optional.empty()
                : Optional.of(
                    Faults.invalid(
                        ("Failed to validate permissions for log group: %s, with role: %s. Verify"
                                + " the IAM role permissions are correct.")
                            .formatted(group, role))));
  }

  private static boolean mayWrite(Visit visit, String group, String roleArn) {
    var stream =
        "arn:aws:logs:%s:%s:log-group:%s:log-stream:aws/bedrock/modelinvocations"
            .formatted(visit.region(), visit.account().id(), group);
    return role(visit, roleArn)
        .filter(role -> trusts(visit, role))
        .filter(role -> WRITING.stream().allMatch(action -> may(visit, role, action, stream)))
        .isPresent();
  }

  private static Optional<Identity.Role> role(Visit visit, String arn) {
    return Arn.parse(arn)
        .map(Arn::resource)
        .map(resource -> resource.substring(resource.lastIndexOf('/') + 1))
        .flatMap(visit.account()::role)
        .filter(role -> visit.account().arnOf(role).equals(arn));
  }

  private static boolean trusts(Visit visit, Identity.Role role) {
    return visit
        .guard()
        .decideAssume(visit.realm(), SERVICE, visit.call(), visit.account(), role)
        .isAllowed();
  }

  private static boolean may(Visit visit, Identity.Role role, String action, String stream) {
    return visit
        .guard()
        .decide(
            visit.realm(),
            new Visitor(visit.account(), role, List.of()),
            visit.call(),
            visit.now(),
            Guard.Wish.of(action, stream))
        .isAllowed();
  }
}
