package io.outcrop.iam.sample;

import io.outcrop.aws.Principal;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Draws policies and requests as people write them, from small pools, so that they meet often.
public final class RandomSituations {
  private static final String FM = "arn:aws:bedrock:us-east-1::foundation-model/";
  private static final List<String> ACTIONS =
      List.of(
          "bedrock:InvokeModel",
          "bedrock:InvokeModelWithResponseStream",
          "bedrock:GetFoundationModel",
          "s3:GetObject",
          "s3:PutObject");
  private static final List<String> ACTION_PATTERNS =
      List.of(
          "bedrock:InvokeModel",
          "bedrock:InvokeModel",
          "bedrock:InvokeModelWithResponseStream",
          "bedrock:InvokeModel*",
          "bedrock:*",
          "s3:GetObject",
          "s3:Get*",
          "*");
  private static final List<String> RESOURCES =
      List.of(
          FM + "anthropic.claude-a",
          FM + "anthropic.claude-b",
          FM + "amazon.nova",
          "arn:aws:s3:::reports/a",
          "arn:aws:s3:::reports/b/c");
  private static final List<String> RESOURCE_PATTERNS =
      List.of(
          "*",
          FM + "anthropic.claude-a",
          FM + "anthropic.claude-b",
          FM + "anthropic.*",
          "arn:aws:bedrock:*::foundation-model/*",
          "arn:aws:s3:::reports/*",
          "arn:aws:s3:::reports/${aws:PrincipalTag/team}");
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "aws:RequestedRegion", List.of("us-east-1", "eu-west-1", "us-west-2"),
          "aws:PrincipalTag/team", List.of("a", "blue", "red"),
          "aws:SourceIp", List.of("203.0.113.9", "198.51.100.1"),
          "aws:SecureTransport", List.of("true", "false"),
          "aws:TagKeys", List.of("team", "env"));
  private static final List<String> NAMES = KEYS.keySet().stream().sorted().toList();
  private static final List<String> CALLERS =
      List.of(
          "arn:aws:iam::111122223333:user/alice", "arn:aws:sts::111122223333:assumed-role/app/s1");

  private final Random random;

  public RandomSituations(long seed) {
    this.random = new Random(seed);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public AuthorizationRequest request() {
    var principal = Principal.parse(pick(CALLERS)).orElseThrow();
    return new AuthorizationRequest(
        principal, pick(ACTIONS), pick(RESOURCES), "111122223333", context());
  }

  /// Another request of the same caller.
  public AuthorizationRequest another(AuthorizationRequest request) {
    return new AuthorizationRequest(
        request.principal(),
        chance(50) ? request.action() : pick(ACTIONS),
        chance(50) ? request.resource() : pick(RESOURCES) + (chance(20) ? "x" : ""),
        request.resourceAccount(),
        chance(50) ? request.context() : context());
  }

  private RequestContext context() {
    var context = RequestContext.empty();
    for (var key : NAMES) {
      if (chance(70)) {
        var values = KEYS.getOrDefault(key, List.of());
        context =
            key.equals("aws:TagKeys")
                ? context.withAll(key, List.of(pick(values)))
                : context.with(key, pick(values));
      }
    }
    return context;
  }

  public PolicyLayers layers() {
    return new PolicyLayers(
        new Layer.Known(policies(PolicyKind.IDENTITY, 3)),
        chance(80) ? new Layer.Absent() : new Layer.Known(List.of(policy(PolicyKind.BOUNDARY, 0))),
        chance(85) ? new Layer.Absent() : new Layer.Known(List.of(policy(PolicyKind.SESSION, 0))),
        chance(70) ? new Organization.None() : organization(PolicyKind.SCP),
        chance(90) ? new Organization.None() : organization(PolicyKind.RCP),
        chance(70) ? new Layer.Absent() : new Layer.Known(List.of(policy(PolicyKind.RESOURCE, 0))),
        chance(90) ? new Layer.Absent() : new Layer.Known(List.of(policy(PolicyKind.ENDPOINT, 0))));
  }

  private Organization organization(PolicyKind kind) {
    return new Organization.Levels(
        IntStream.range(0, 1 + random.nextInt(2))
            .mapToObj(i -> new Level("level" + i, policies(kind, 2)))
            .toList());
  }

  private List<NamedPolicy> policies(PolicyKind kind, int most) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> policy(kind, i)).toList();
  }

  public NamedPolicy policy(PolicyKind kind, int number) {
    var statements = new ArrayList<Json>();
    for (var i = 0; i <= random.nextInt(3); i++) {
      statements.add(statement(kind, i));
    }
    var members = new LinkedHashMap<String, Json>();
    members.put(
        "Version", Json.of(kind == PolicyKind.RCP || chance(90) ? "2012-10-17" : "2008-10-17"));
    members.put(
        "Statement",
        statements.size() == 1 && chance(50) ? statements.getFirst() : Json.array(statements));
    return switch (PolicyParser.parse(Json.object(members), kind)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy("p" + number, "", "", document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private Json statement(PolicyKind kind, int number) {
    return statement(kind, number, kind == PolicyKind.RCP || chance(40));
  }

  /// A statement, denying or allowing.
  public Json statement(PolicyKind kind, int number, boolean deny) {
    var members = new LinkedHashMap<String, Json>();
    if (chance(50)) {
      members.put("Sid", Json.of("S" + number));
    }
    members.put("Effect", Json.of(deny ? "Deny" : "Allow"));
    switch (kind) {
      case RCP -> members.put("Principal", Json.of("*"));
      case RESOURCE, ENDPOINT ->
          members.put(
              "Principal",
              chance(50) ? Json.of("*") : Json.object(Map.of("AWS", Json.of(named()))));
      case IDENTITY, BOUNDARY, SESSION, SCP, TRUST -> {}
    }
    members.put(chance(85) ? "Action" : "NotAction", oneOrMore(ACTION_PATTERNS));
    members.put(chance(85) ? "Resource" : "NotResource", oneOrMore(RESOURCE_PATTERNS));
    if (chance(45)) {
      members.put("Condition", condition());
    }
    return Json.object(members);
  }

  private String named() {
    return pick(
        List.of(
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:role/app"));
  }

  private Json oneOrMore(List<String> pool) {
    return chance(50)
        ? Json.of(pick(pool))
        : Json.ofTexts(List.of(pick(pool), pick(pool)).stream().distinct().toList());
  }

  private Json condition() {
    var key = pick(NAMES);
    var values = oneOrMore(KEYS.getOrDefault(key, List.of()));
    var operator =
        switch (key) {
          case "aws:SecureTransport" -> "Bool";
          case "aws:SourceIp" -> pick(List.of("IpAddress", "NotIpAddress"));
          case "aws:TagKeys" ->
              pick(List.of("ForAnyValue:StringEquals", "ForAllValues:StringEquals"));
          default ->
              pick(
                  List.of(
                      "StringEquals",
                      "StringNotEquals",
                      "StringLike",
                      "StringEqualsIfExists",
                      "StringNotEqualsIfExists"));
        };
    return Json.object(Map.of(operator, Json.object(Map.of(key, values))));
  }
}
