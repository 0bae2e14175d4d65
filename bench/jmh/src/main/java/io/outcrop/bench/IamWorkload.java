package io.outcrop.bench;

import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Policies and requests to decide, the same for every engine; all of it follows from one seed.
///
/// @param identity texts of identity policies
/// @param boundary the text of the permissions boundary; null if there is none
/// @param scps texts of service control policies by level, root first
/// @param requests at least 1,000 that differ, allowed and denied mixed
public record IamWorkload(
    List<String> identity,
    @Nullable String boundary,
    Map<String, List<String>> scps,
    List<AuthorizationRequest> requests) {
  static final String PRINCIPAL = "arn:aws:sts::111122223333:assumed-role/AppRole/session-1";
  private static final String ACCOUNT = "111122223333";
  private static final int REQUESTS = 2_048;
  private static final List<String> REGIONS =
      List.of("us-east-1", "us-east-1", "us-west-2", "eu-west-1", "ap-southeast-1");
  private static final List<String> ACTIONS =
      List.of(
          "bedrock:InvokeModel",
          "bedrock:InvokeModel",
          "bedrock:InvokeModelWithResponseStream",
          "bedrock:ListFoundationModels",
          "bedrock:GetFoundationModel",
          "bedrock:ApplyGuardrail",
          "s3:GetObject",
          "dynamodb:Query");

  /// Writes both workloads with our answers to a file, for other engines to run.
  public static void main(String[] arguments) throws IOException {
    var all = new LinkedHashMap<String, Json>();
    all.put("small", small().toJson());
    all.put("heavy", heavy().toJson());
    Files.writeString(Path.of(arguments[0]), JsonWriter.compact(Json.object(all)));
  }

  /// One policy of three statements.
  static IamWorkload small() {
    var policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "Invoke", "Effect": "Allow",
           "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
           "Resource": ["arn:aws:bedrock:*::foundation-model/anthropic.claude-*",
             "arn:aws:bedrock:*:111122223333:inference-profile/*"]},
          {"Sid": "List", "Effect": "Allow", "Action": ["bedrock:List*", "bedrock:Get*"],
           "Resource": "*"},
          {"Sid": "Region", "Effect": "Deny", "Action": "bedrock:*", "Resource": "*",
           "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["us-east-1", "us-west-2"]}}}]}
        """;
    return new IamWorkload(List.of(policy), null, Map.of(), requests(7));
  }

  /// 50 identity policies of 20 statements, a boundary of 20, three levels of SCPs with 11 each.
  static IamWorkload heavy() {
    var policies = new HeavyPolicies(42);
    var identity = new ArrayList<String>();
    for (var i = 0; i < 50; i++) {
      identity.add(policies.identity(i == 49));
    }
    var scps = new LinkedHashMap<String, List<String>>();
    for (var level : List.of("r-root", "ou-1", ACCOUNT)) {
      scps.put(level, List.of(HeavyPolicies.FULL, policies.scp()));
    }
    return new IamWorkload(identity, policies.boundary(), scps, requests(11));
  }

  private static List<AuthorizationRequest> requests(long seed) {
    var random = new Random(seed);
    var requests = new ArrayList<AuthorizationRequest>();
    for (var i = 0; i < REQUESTS; i++) {
      var action = ACTIONS.get(random.nextInt(ACTIONS.size()));
      var region = REGIONS.get(random.nextInt(REGIONS.size()));
      var context =
          RequestContext.of(
              Map.of(
                  "aws:RequestedRegion",
                  region,
                  "aws:PrincipalTag/team",
                  i % 3 == 0 ? "search" : "t-" + i + "-x",
                  "aws:PrincipalTag/env",
                  i % 2 == 0 ? "prod" : "test",
                  "aws:SecureTransport",
                  "true",
                  "aws:SourceIp",
                  "10.2." + i % 256 + ".4",
                  "aws:CurrentTime",
                  "2026-06-%02dT00:00:00Z".formatted(1 + i % 30),
                  "aws:PrincipalArn",
                  "arn:aws:iam::" + ACCOUNT + ":role/AppRole"));
      requests.add(
          new AuthorizationRequest(
              Principal.parse(PRINCIPAL).orElseThrow(),
              action,
              resource(action, region, i, random),
              ACCOUNT,
              context));
    }
    return requests;
  }

  private static String resource(String action, String region, int i, Random random) {
    return switch (action) {
      case "bedrock:ListFoundationModels" -> "*";
      case "bedrock:ApplyGuardrail" ->
          "arn:aws:bedrock:" + region + ":" + ACCOUNT + ":guardrail/g" + i;
      case "s3:GetObject" -> "arn:aws:s3:::team-" + random.nextInt(1_100) + "-a/data/" + i;
      case "dynamodb:Query" ->
          "arn:aws:dynamodb:" + region + ":" + ACCOUNT + ":table/t-" + i + "-x";
      default ->
          action.contains("Invoke") && random.nextInt(4) == 0
              ? "arn:aws:bedrock:" + region + ":" + ACCOUNT + ":inference-profile/p" + i
              : "arn:aws:bedrock:" + region + "::foundation-model/anthropic.claude-v" + i + "-1:0";
    };
  }

  /// The layers, read anew.
  PolicyLayers layers() {
    return new PolicyLayers(
        new Layer.Known(named(identity, PolicyKind.IDENTITY)),
        boundary == null
            ? new Layer.Absent()
            : new Layer.Known(named(List.of(boundary), PolicyKind.BOUNDARY)),
        new Layer.Absent(),
        scps.isEmpty()
            ? new Organization.None()
            : new Organization.Levels(
                scps.entrySet().stream()
                    .map(
                        level -> new Level(level.getKey(), named(level.getValue(), PolicyKind.SCP)))
                    .toList()),
        new Organization.None(),
        new Layer.Absent(),
        new Layer.Absent());
  }

  private static List<NamedPolicy> named(List<String> texts, PolicyKind kind) {
    var policies = new ArrayList<NamedPolicy>();
    for (var text : texts) {
      if (!(PolicyParser.parse(text, kind) instanceof PolicyParsing.Parsed(var document))) {
        throw new IllegalStateException("not a policy: " + text);
      }
      policies.add(new NamedPolicy("p" + policies.size(), "", "", document));
    }
    return policies;
  }

  private Json toJson() {
    var prepared = Authorizer.prepare(layers());
    var asked = new ArrayList<Json>();
    for (var request : requests) {
      var context = new TreeMap<String, Json>();
      for (var key : request.context().keys()) {
        var value = request.context().get(key).orElseThrow();
        context.put(value.name(), Json.of(value.texts().getFirst()));
      }
      asked.add(
          Json.object()
              .with("action", Json.of(request.action()))
              .with("resource", Json.of(request.resource()))
              .with("context", Json.object(context))
              .with("allowed", Json.of(prepared.decideAsGiven(request).isAllowed())));
    }
    var levels = new LinkedHashMap<String, Json>();
    scps.forEach((level, texts) -> levels.put(level, Json.ofTexts(texts)));
    return Json.object()
        .with("principal", Json.of(PRINCIPAL))
        .with("account", Json.of(ACCOUNT))
        .with("identity", Json.ofTexts(identity))
        .with("boundary", boundary == null ? Json.ofNull() : Json.of(boundary))
        .with("scps", Json.object(levels))
        .with("requests", Json.array(asked));
  }
}
