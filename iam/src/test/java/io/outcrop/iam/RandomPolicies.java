package io.outcrop.iam;

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

/// Draws requests and policies from small pools, so that they meet often.
final class RandomPolicies {
  private static final String ACCOUNT = "111122223333";
  private static final List<String> ARNS =
      List.of(
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:federated-user/alice",
          "arn:aws:iam::111122223333:role/app",
          "arn:aws:iam::111122223333:root");
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "S3:putobject", "kms:Decrypt", "sts:GetCallerIdentity", "s3:List");
  private static final List<String> ACTION_PATTERNS =
      List.of("*", "s3:*", "s3:Get*", "s3:?etObject", "S3:PUTOBJECT", "kms:*", "s3:*t*t*", "x");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/alice/x",
          "arn:aws:s3:::bucket/a*",
          "arn:aws:kms:us-east-1:111122223333:key/k1",
          "*");
  private static final List<String> RESOURCE_PATTERNS =
      List.of(
          "*",
          "*",
          "arn:aws:s3:::bucket/*",
          "arn:aws:s3:::bucket/${aws:username}/*",
          "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'alice'}/?",
          "arn:aws:s3:::bucket/a${*}",
          "arn:aws:s3",
          "arn:aws:s3:*",
          "arn:*:s3:*:*:b*/x",
          "arn:aws:*:::bucket/*",
          "arn:aws:kms:*:111122223333:key/*",
          "nonsense");
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "111122223333",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:role/app",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:federated-user/alice",
          "arn:aws:iam::444455556666:root");
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "aws:username", List.of("alice", "bob", "a*"),
          "aws:PrincipalTag/team", List.of("alice", "red", "Red"),
          "aws:TagKeys", List.of("team", "env"),
          "s3:max-keys", List.of("1", "10", "10.0", "-3"),
          "aws:CurrentTime",
              List.of("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "1767225601"),
          "aws:SecureTransport", List.of("true", "false", "TRUE"),
          "aws:SourceIp", List.of("203.0.113.9", "198.51.100.1", "2001:db8::1"),
          "aws:SourceArn",
              List.of("arn:aws:sns:us-east-1:111122223333:t", "arn:aws:s3:::bucket/alice"));

  /// The condition keys, in an order that is the same in every run.
  static final List<String> NAMES = KEYS.keySet().stream().sorted().toList();

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "String",
              List.of(
                  "alice", "ALICE", "a*", "${aws:username}", "r?d", "team", "${*}", "*", "a${*}"),
          "Numeric", List.of("1", "10", "10.00", "0"),
          "Date", List.of("2026-01-01T00:00:00Z", "1767225600", "2025-12-31T23:59:59Z"),
          "Bool", List.of("true", "false"),
          "Ip", List.of("203.0.113.0/24", "203.0.113.9", "0.0.0.0/0", "2001:db8::/32"),
          "Arn",
              List.of("arn:aws:sns:*:*:t", "arn:*:*:*:*:*", "arn:aws:s3:::bucket/${aws:username}"));
  private static final Map<String, List<String>> OPERATORS =
      Map.of(
          "String",
              List.of(
                  "StringEquals",
                  "StringNotEquals",
                  "StringEqualsIgnoreCase",
                  "StringNotEqualsIgnoreCase",
                  "StringLike",
                  "StringNotLike"),
          "Numeric",
              List.of(
                  "NumericEquals",
                  "NumericNotEquals",
                  "NumericLessThan",
                  "NumericLessThanEquals",
                  "NumericGreaterThan",
                  "NumericGreaterThanEquals"),
          "Date",
              List.of(
                  "DateEquals",
                  "DateNotEquals",
                  "DateLessThan",
                  "DateLessThanEquals",
                  "DateGreaterThan",
                  "DateGreaterThanEquals"),
          "Bool", List.of("Bool"),
          "Ip", List.of("IpAddress", "NotIpAddress"),
          "Arn", List.of("ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"));

  private final Random random;

  RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  AuthorizationRequest request() {
    var owner = chance(80) ? ACCOUNT : "444455556666";
    return new AuthorizationRequest(principal(), pick(ACTIONS), pick(RESOURCES), owner, context());
  }

  private Principal principal() {
    if (chance(90)) {
      return Principal.parse(pick(ARNS)).orElseThrow();
    }
    return pick(
        List.of(
            new Principal.Service("lambda.amazonaws.com"),
            new Principal.WebIdentity("accounts.google.com"),
            new Principal.Anonymous()));
  }

  private RequestContext context() {
    var context = RequestContext.empty();
    for (var key : NAMES) {
      if (chance(60)) {
        context =
            key.equals("aws:TagKeys")
                ? context.withAll(key, some(KEYS.getOrDefault(key, List.of())))
                : context.with(key, value(key));
      }
    }
    return context;
  }

  String value(String key) {
    return pick(KEYS.getOrDefault(key, List.of("x")));
  }

  private List<String> some(List<String> list) {
    return list.stream().filter(_ -> chance(50)).toList();
  }

  PolicyLayers layers(boolean withUnknown) {
    return new PolicyLayers(
        new Layer.Known(policies(PolicyKind.IDENTITY, 3)),
        chance(70) ? new Layer.Absent() : new Layer.Known(policies(PolicyKind.BOUNDARY, 1)),
        chance(70) ? new Layer.Absent() : new Layer.Known(policies(PolicyKind.SESSION, 2)),
        withUnknown && chance(30)
            ? new Organization.Unknown("not permitted")
            : organization(PolicyKind.SCP),
        organization(PolicyKind.RCP),
        resource(withUnknown),
        chance(80) ? new Layer.Absent() : new Layer.Known(policies(PolicyKind.ENDPOINT, 1)));
  }

  private Layer resource(boolean withUnknown) {
    if (withUnknown && chance(30)) {
      return new Layer.Unknown("not permitted");
    }
    return chance(40) ? new Layer.Absent() : new Layer.Known(policies(PolicyKind.RESOURCE, 1));
  }

  private Organization organization(PolicyKind kind) {
    return chance(70)
        ? new Organization.None()
        : new Organization.Levels(
            IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> new Level("level" + i, policies(kind, 2)))
                .toList());
  }

  private List<NamedPolicy> policies(PolicyKind kind, int most) {
    return IntStream.range(0, 1 + random.nextInt(most))
        .mapToObj(i ->
            policy(
                kind,
                "p" + i,
                IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> statement(kind)).toList()))
        .toList();
  }

  static NamedPolicy policy(PolicyKind kind, String name, List<Json> statements) {
    var members = new LinkedHashMap<String, Json>();
    members.put("Version", Json.of("2012-10-17"));
    members.put("Statement", Json.array(statements));
    return switch (PolicyParser.parse(Json.object(members), kind)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy(name, "", "", document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  Json statement(PolicyKind kind) {
    return statement(kind, kind == PolicyKind.RCP || chance(30) ? "Deny" : "Allow");
  }

  Json statement(PolicyKind kind, String effect) {
    var members = new LinkedHashMap<String, Json>();
    members.put("Effect", Json.of(effect));
    switch (kind) {
      case RCP -> members.put("Principal", Json.of("*"));
      case RESOURCE, ENDPOINT -> {
        var negated = effect.equals("Deny") && chance(20);
        members.put(negated ? "NotPrincipal" : "Principal", principals());
      }
      case IDENTITY, BOUNDARY, SESSION, SCP, TRUST -> {}
    }
    members.put(chance(85) ? "Action" : "NotAction", oneOrMore(ACTION_PATTERNS));
    members.put(chance(85) ? "Resource" : "NotResource", oneOrMore(RESOURCE_PATTERNS));
    if (chance(50)) {
      members.put("Condition", conditions());
    }
    return Json.object(members);
  }

  private Json principals() {
    if (chance(20)) {
      return Json.of("*");
    }
    var names = new LinkedHashMap<String, Json>();
    names.put("AWS", oneOrMore(PRINCIPALS));
    if (chance(20)) {
      names.put("Service", Json.of(chance(50) ? "lambda.amazonaws.com" : "ec2.amazonaws.com"));
    }
    if (chance(20)) {
      names.put("Federated", Json.of("accounts.google.com"));
    }
    return Json.object(names);
  }

  private Json oneOrMore(List<String> pool) {
    if (chance(60)) {
      return Json.of(pick(pool));
    }
    var texts = new ArrayList<String>();
    for (var i = 0; i <= random.nextInt(4); i++) {
      texts.add(pick(pool));
    }
    return Json.ofTexts(texts);
  }

  private Json conditions() {
    var operators = new LinkedHashMap<String, Json>();
    for (var i = 0; i <= random.nextInt(2); i++) {
      var key = pick(NAMES);
      if (chance(10)) {
        operators.put("Null", Json.object(Map.of(key, Json.of(chance(50) ? "true" : "false"))));
      } else {
        var family = family(key);
        var name = pick(OPERATORS.getOrDefault(family, List.of()));
        var prefix = pick(List.of("", "", "ForAllValues:", "ForAnyValue:"));
        var suffix = chance(20) ? "IfExists" : "";
        operators.put(
            prefix + name + suffix,
            Json.object(Map.of(key, oneOrMore(VALUES.getOrDefault(family, List.of())))));
      }
    }
    return Json.object(operators);
  }

  private static String family(String key) {
    return switch (key) {
      case "s3:max-keys" -> "Numeric";
      case "aws:CurrentTime" -> "Date";
      case "aws:SecureTransport" -> "Bool";
      case "aws:SourceIp" -> "Ip";
      case "aws:SourceArn" -> "Arn";
      default -> "String";
    };
  }
}
