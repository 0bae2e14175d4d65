package io.outcrop.iam.random;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Draws policies of one theme.
final class RandomPolicies {
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "111122223333",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:role/app",
          "arn:aws:iam::111122223333:role/team/app",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:federated-user/alice",
          "arn:aws:iam::111122223333:user/*",
          "arn:aws:iam::444455556666:root",
          "arn:aws:iam::444455556666:user/bob");

  private static final List<String> EXCEPTED =
      List.of(
          "111122223333",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:role/app",
          "arn:aws:sts::111122223333:assumed-role/app/s1",
          "arn:aws:sts::111122223333:federated-user/alice");

  private final Draw draw;
  private final Theme theme;
  private final RandomConditions conditions;

  RandomPolicies(Draw draw, Theme theme) {
    this.draw = draw;
    this.theme = theme;
    this.conditions = new RandomConditions(draw);
  }

  /// One to `most` policies; an open one allows everything, as FullAWSAccess does.
  List<NamedPolicy> policies(PolicyKind kind, int most, String prefix) {
    return IntStream.range(0, draw.upTo(most)).mapToObj(i -> policy(kind, prefix + i)).toList();
  }

  private NamedPolicy policy(PolicyKind kind, String name) {
    var limits =
        switch (kind) {
          case SCP, BOUNDARY, SESSION, ENDPOINT -> true;
          case IDENTITY, RESOURCE, TRUST, RCP -> false;
        };
    if (limits && draw.chance(55)) {
      return policy(kind, name, List.of(everything(kind), statement(kind, "Deny")));
    }
    var most = kind == PolicyKind.IDENTITY ? 3 : 2;
    return policy(
        kind, name, IntStream.range(0, draw.upTo(most)).mapToObj(_ -> statement(kind)).toList());
  }

  NamedPolicy policy(PolicyKind kind, String name, List<Json> statements) {
    var members = new LinkedHashMap<String, Json>();
    if (kind == PolicyKind.RCP || draw.chance(85)) {
      members.put(
          "Version",
          Json.of(kind == PolicyKind.RCP || draw.chance(90) ? "2012-10-17" : "2008-10-17"));
    }
    var single = statements.size() == 1 && draw.chance(20);
    members.put("Statement", single ? statements.getFirst() : Json.array(statements));
    return switch (PolicyParser.parse(Json.object(members), kind)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy(name, "", "", document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static Json everything(PolicyKind kind) {
    var members = new LinkedHashMap<String, Json>();
    members.put("Effect", Json.of("Allow"));
    if (kind == PolicyKind.ENDPOINT) {
      members.put("Principal", Json.of("*"));
    }
    members.put("Action", Json.of("*"));
    members.put("Resource", Json.of("*"));
    return Json.object(members);
  }

  private Json statement(PolicyKind kind) {
    return statement(kind, kind == PolicyKind.RCP || draw.chance(25) ? "Deny" : "Allow");
  }

  Json statement(PolicyKind kind, String effect) {
    var denies = effect.equals("Deny");
    var members = new LinkedHashMap<String, Json>();
    if (draw.chance(20)) {
      members.put("Sid", Json.of("S" + draw.upTo(1_000_000_000)));
    }
    members.put("Effect", Json.of(effect));
    switch (kind) {
      case RCP -> members.put("Principal", Json.of("*"));
      case TRUST -> members.put("Principal", principals(denies));
      case RESOURCE, ENDPOINT -> {
        if (draw.chance(denies ? 25 : 5)) {
          members.put("NotPrincipal", exceptions());
        } else {
          members.put("Principal", principals(denies));
        }
      }
      case IDENTITY, BOUNDARY, SESSION, SCP -> {}
    }
    elements(kind, denies, members);
    if (draw.chance(denies ? 75 : 30)) {
      members.put("Condition", conditions.conditions());
    }
    return Json.object(members);
  }

  private void elements(PolicyKind kind, boolean denies, Map<String, Json> members) {
    var wide = denies ? 5 : 30;
    if (draw.chance(wide)) {
      members.put("Action", Json.of(draw.of("*", "*", "*:*")));
    } else {
      members.put(draw.chance(85) ? "Action" : "NotAction", draw.oneOrMore(theme.actionPatterns()));
    }
    var resource = kind == PolicyKind.TRUST || (kind == PolicyKind.RESOURCE && draw.chance(10));
    if (!resource && draw.chance(wide)) {
      members.put("Resource", Json.of("*"));
    } else if (!resource) {
      members.put(
          draw.chance(85) ? "Resource" : "NotResource", draw.oneOrMore(theme.resourcePatterns()));
    }
  }

  /// Whoever is excepted has to be listed with role and account: the pool holds little else.
  private Json exceptions() {
    return draw.chance(80)
        ? Json.object(Map.of("AWS", Json.ofTexts(draw.some(EXCEPTED))))
        : principals(true);
  }

  private Json principals(boolean denies) {
    if (draw.chance(denies ? 10 : 20)) {
      return Json.of("*");
    }
    var names = new LinkedHashMap<String, Json>();
    names.put(
        "AWS",
        draw.chance(20) ? Json.ofTexts(PRINCIPALS.subList(1, 9)) : draw.oneOrMore(PRINCIPALS));
    if (draw.chance(30)) {
      names.put("Service", Json.of(draw.of("lambda.amazonaws.com", "ec2.amazonaws.com")));
    }
    if (draw.chance(30)) {
      names.put(
          "Federated", Json.of(draw.of("accounts.google.com", "cognito-identity.amazonaws.com")));
    }
    return Json.object(names);
  }
}
