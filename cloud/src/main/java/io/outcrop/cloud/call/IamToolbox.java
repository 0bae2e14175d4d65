package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedClient;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;

/// IAM's Access Troubleshooter: what AWS itself found when it denied a request. The SDK in use has
/// no client for it, so that it is called through a signed client of our own. Source: IAM Toolbox
/// API Reference (preview), and the service's model of 2018-05-10 in botocore 1.43.107, read
/// 2026-11.
public final class IamToolbox {
  private static final int MOST_PAGES = 10;

  private final SdkService<SignedClient> service;

  /// The toolbox of the region that is called: an evaluation lies in the region of its denial.
  public IamToolbox(SdkSetup setup) {
    this.service =
        setup.service("iam-toolbox", setup.region(), place -> setup.signed(place, "iam"));
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
    return service.ask(
        "GetRequestAuthorizationDetails",
        client -> {
          var evaluations = new ArrayList<Evaluation>();
          var policies = new ArrayList<Policy>();
          var token = "";
          var id = "";
          for (var page = 0; page == 0 || (!token.isEmpty() && page < MOST_PAGES); page++) {
            var answer =
                client.get(
                    "/authorization-details/" + authorizationId,
                    token.isEmpty() ? List.of() : List.of("nextToken", token));
            id = answer.requestId();
            token = answer.body().text("nextToken").orElse("");
            objects(answer.body(), "evaluations").forEach(one -> evaluations.add(evaluation(one)));
            if (page == 0) {
              objects(answer.body(), "policies").forEach(one -> policies.add(policy(one)));
            }
          }
          return new Answer.Succeeded<>(new Evaluations(evaluations, policies), id);
        });
  }

  private static Evaluation evaluation(Json.Obj value) {
    return new Evaluation(
        value.text("action").orElse(""),
        value.text("resource").orElse(""),
        value.text("evaluatedEffect").orElse(""),
        objects(value, "matchedPolicies").stream()
            .map(matched ->
                new Matched(
                    matched.text("uri").orElse(""),
                    objects(matched, "matchedStatements").stream()
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
        objects(value, "attachedTo").stream().flatMap(one -> one.text("arn").stream()).toList());
  }

  private static List<Json.Obj> objects(Json.Obj value, String name) {
    return value.list(name).stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }
}
