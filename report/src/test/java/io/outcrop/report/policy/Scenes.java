package io.outcrop.report.policy;

import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.Ownership;
import io.outcrop.iam.edit.SmallestEdits;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.report.policy.Simulation.Ruling;
import java.util.List;
import java.util.Map;

/// Policies and requests to render, decided for real.
final class Scenes {
  private static final String ACCOUNT = "111122223333";
  private static final String MODEL = "foundation-model/anthropic.claude-sonnet-4-6";
  private static final String DEVELOPER =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Models",
            "Effect": "Allow",
            "Action": "bedrock:InvokeModel",
            "Resource": "arn:aws:bedrock:*::foundation-model/anthropic.*"
          },
          {
            "Effect": "Allow",
            "Action": "bedrock:InvokeModelWithResponseStream",
            "Resource": "*",
            "Condition": { "StringEquals": { "aws:PrincipalTag/team": ["ml", "ops"] } }
          }
        ]
      }
      """;
  private static final String REGIONS =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "DenyOutsideEast",
          "Effect": "Deny",
          "Action": "bedrock:*",
          "Resource": "*",
          "Condition": { "StringNotEquals": { "aws:RequestedRegion": "us-east-1" } }
        }
      }
      """;
  private static final String FULL =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}\
      """;

  private static final NamedPolicy DEV = policy("dev.json", "", DEVELOPER, PolicyKind.IDENTITY);
  private static final NamedPolicy SCP = policy("regions.json", "root", REGIONS, PolicyKind.SCP);

  static final Whereabouts FILES =
      new Whereabouts(
          Map.of(
              Whereabouts.Policy.of(LayerName.IDENTITY, DEV),
              "policies/dev.json",
              Whereabouts.Policy.of(LayerName.SCP, SCP),
              "policies/regions.json"),
          "");

  private Scenes() {}

  /// A call of which one destination is denied by an SCP.
  static Simulation call() {
    return new Simulation(
        List.of(
            new Simulation.Call("Converse", "us.anthropic.claude-sonnet-4-6", "us-east-1", "", "")),
        List.of(
            ruling(request("us-east-1", "bedrock:InvokeModel"), "the model in the called region"),
            ruling(
                request("us-west-2", "bedrock:InvokeModel"), "the model in destination us-west-2")),
        FILES,
        List.of());
  }

  /// Two requests, of which one is not allowed for want of a tag.
  static Simulation requests() {
    return new Simulation(
        List.of(),
        List.of(
            ruling(request("us-east-1", "bedrock:InvokeModel"), ""),
            ruling(request("us-east-1", "bedrock:InvokeModelWithResponseStream"), "")),
        FILES,
        List.of("taken as called over the public endpoint, where no VPC endpoint policy is"));
  }

  /// One request whose SCPs nobody could look at.
  static Simulation undecided() {
    var request = request("us-east-1", "bedrock:InvokeModel");
    return new Simulation(
        List.of(),
        List.of(
            new Ruling(
                request,
                Authorizer.decide(request, layers(new Organization.Unknown("SCPs: no permission"))),
                "")),
        Whereabouts.nowhere(),
        List.of());
  }

  static LayersExplained explicit() {
    return explained(request("us-west-2", "bedrock:InvokeModel"));
  }

  static LayersExplained implicit() {
    return explained(request("us-east-1", "bedrock:InvokeModelWithResponseStream"));
  }

  static LayersExplained allowed() {
    return explained(request("us-east-1", "bedrock:InvokeModel"));
  }

  /// One request whose tag nobody knows.
  static LayersExplained depending() {
    var knowledge = Knowledge.COMPLETE.with("aws:PrincipalTag/team", Knowledge.Doubt.BOTH);
    return explained(
        request("us-east-1", "bedrock:InvokeModelWithResponseStream").known(knowledge));
  }

  private static LayersExplained explained(AuthorizationRequest request) {
    var decision = Authorizer.decide(request, layers(scps()));
    return new LayersExplained(
        ruling(request, ""),
        Authorizer.prepare(layers(scps())).explain(request),
        decision.isAllowed()
            ? SmallestEdits.deny(layers(scps()), request, Ownership.ofAccount())
            : SmallestEdits.find(layers(scps()), request, Ownership.ofAccount()),
        FILES,
        List.of());
  }

  private static Ruling ruling(AuthorizationRequest request, String purpose) {
    return new Ruling(request, Authorizer.decide(request, layers(scps())), purpose);
  }

  private static AuthorizationRequest request(String region, String action) {
    return new AuthorizationRequest(
        Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow(),
        action,
        "arn:aws:bedrock:" + region + "::" + MODEL,
        ACCOUNT,
        RequestContext.of(Map.of("aws:RequestedRegion", region)));
  }

  private static Organization scps() {
    var full = policy("FullAWSAccess", "root", FULL, PolicyKind.SCP);
    return new Organization.Levels(List.of(new Level("root", List.of(full, SCP))));
  }

  private static PolicyLayers layers(Organization scps) {
    return new PolicyLayers(
        new Layer.Known(List.of(DEV)),
        new Layer.Absent(),
        new Layer.Absent(),
        scps,
        new Organization.None(),
        new Layer.Absent(),
        new Layer.Absent());
  }

  private static NamedPolicy policy(String name, String attachedTo, String text, PolicyKind kind) {
    return switch (PolicyParser.parse(text, kind)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy(name, "", attachedTo, document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }
}
