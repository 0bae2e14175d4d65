package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.protocol.Pages;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// IAM's Access Troubleshooter: what AWS itself found when it denied a request. Source: IAM Toolbox
/// API Reference (preview), and the service's model of 2018-05-10 in botocore 1.43.107, read
/// 2026-11.
public final class IamToolbox {
  private final SignedService service;

  /// The toolbox of the region that is called: an evaluation lies in the region of its denial.
  public IamToolbox(SdkSetup setup) {
    this.service = setup.signed("iam-toolbox", setup.region(), "iam");
  }

  /// Everything that AWS weighed for one denied request.
  public record Evaluations(List<Evaluation> evaluations, List<Policy> policies) {
    public Evaluations {
      evaluations = List.copyOf(evaluations);
      policies = List.copyOf(policies);
    }
  }

  /// One action on one resource.
  ///
  /// @param effect `ALLOW`, `EXPLICIT_DENY`, `IMPLICIT_DENY`
  /// @param matched the policies that matched; none for an implicit denial
  public record Evaluation(String action, String resource, String effect, List<Matched> matched) {
    public Evaluation {
      matched = List.copyOf(matched);
    }
  }

  /// A policy that matched.
  ///
  /// @param policy its ARN, or an opaque name of an inline policy
  /// @param statements the statements that matched, each `Sid EFFECT`
  public record Matched(String policy, List<String> statements) {
    public Matched {
      statements = List.copyOf(statements);
    }
  }

  /// A policy that was weighed.
  ///
  /// @param uri its ARN, or an opaque name of an inline policy
  /// @param type `SERVICE_CONTROL_POLICY`, `IDENTITY_BASED_POLICY` …
  /// @param attachedTo the ARNs of what it is attached to
  public record Policy(String uri, String type, List<String> attachedTo) {
    public Policy {
      attachedTo = List.copyOf(attachedTo);
    }
  }

  /// What AWS found when it denied the request of this authorization id; not found at first, since
  /// AWS writes it down after the answer.
  public Answer<Evaluations> details(String authorizationId) {
    var policies = new ArrayList<Policy>();
    return Pages.<Evaluation>collect(token ->
            page(authorizationId, token)
                .map(found -> {
                  if (token.isEmpty()) {
                    Bodies.objects(found, "policies")
                        .map(IamToolbox::policy)
                        .forEach(policies::add);
                  }
                  return new Pages.Page<>(
                      Bodies.objects(found, "evaluations").map(IamToolbox::evaluation).toList(),
                      found.text("nextToken").orElse(""));
                }))
        .map(evaluations -> new Evaluations(evaluations, policies));
  }

  private Answer<Json.Obj> page(String authorizationId, String token) {
    return service.ask(
        "GetRequestAuthorizationDetails",
        new SignedService.Request(
                "GET",
                "/authorization-details/"
                    + Bodies.segment(authorizationId)
                    + (token.isEmpty() ? "" : "?nextToken=" + Bodies.segment(token)),
                Map.of("accept", "application/json"),
                "")
            .repeatable(),
        Bodies::object);
  }

  private static Evaluation evaluation(Json.Obj value) {
    return new Evaluation(
        value.text("action").orElse(""),
        value.text("resource").orElse(""),
        value.text("evaluatedEffect").orElse(""),
        Bodies.objects(value, "matchedPolicies")
            .map(matched ->
                new Matched(
                    matched.text("uri").orElse(""),
                    Bodies.objects(matched, "matchedStatements")
                        .map(IamToolbox::statement)
                        .toList()))
            .toList());
  }

  private static String statement(Json.Obj value) {
    return (value.text("sid").orElse("") + " " + value.text("evaluatedEffect").orElse("")).strip();
  }

  private static Policy policy(Json.Obj value) {
    return new Policy(
        value.text("uri").orElse(""),
        value.text("type").orElse(""),
        Bodies.objects(value, "attachedTo").flatMap(one -> one.text("arn").stream()).toList());
  }
}
