package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Level;
import io.outcrop.access.composed.Draft.Login;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.retention.RetentionModes;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes up accounts in which nothing is wrong.
final class Base {
  /// Regions that accounts have to switch on.
  static final List<String> OPT_IN =
      List.of("eu-south-1", "ap-southeast-3", "me-central-1", "ca-west-1", "il-central-1");

  private static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-2",
          "eu-central-1",
          "eu-west-1",
          "eu-west-2",
          "ap-northeast-1",
          "ap-southeast-2",
          "sa-east-1",
          "ca-central-1");
  private static final List<String> RESTRICTED =
      List.of(
          "anthropic.claude-mythos-5-1",
          "anthropic.claude-mythos-5",
          "anthropic.claude-mythos-preview");

  /// What a VPC endpoint has that nobody has given a policy.
  static final String PASS =
      "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}";

  private static final String ALL =
      "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";

  private static final Map<Instant, List<Callable>> ROUTES = new HashMap<>();

  private Base() {}

  private record Callable(Route route, boolean legacy) {}

  private static synchronized List<Callable> routes(Instant clock) {
    return ROUTES.computeIfAbsent(clock, Base::alive);
  }

  private static List<Callable> alive(Instant clock) {
    var all = new ArrayList<Callable>();
    for (var model : ModelCatalogue.shipped().models()) {
      for (var region : Stream.of(REGIONS, OPT_IN).flatMap(List::stream).toList()) {
        model
            .in(region)
            .ifPresent(here -> {
              var stage = here.lifecycle().stage(clock);
              if (stage == Stage.ACTIVE || stage == Stage.LEGACY) {
                here.routes().forEach(route -> all.add(new Callable(route, stage == Stage.LEGACY)));
              }
            });
      }
    }
    return List.copyOf(all);
  }

  static Draft draft(int number, long seed, Instant clock) {
    var dice = new Dice(seed);
    var callable = dice.of(routes(clock));
    var draft = new Draft(number, clock, callable.route());
    if (callable.legacy()) {
      draft.lastUsed = clock.minus(Duration.ofDays(3)).toString();
    }
    draft.role = dice.oneIn(3);
    draft.login =
        draft.role
            ? dice.of(
                Login.KEYS,
                Login.KEYS,
                Login.PROFILE,
                Login.SHORT_API_KEY,
                Login.CHAIN,
                Login.LONG_CHAIN)
            : dice.of(
                Login.KEYS,
                Login.KEYS,
                Login.KEYS,
                Login.PROFILE,
                Login.API_KEY,
                Login.SHORT_API_KEY);
    draft.granted = RESTRICTED.contains(draft.route.modelId());
    retention(draft, dice);
    draft.olderVersions = dice.oneIn(2) ? dice.below(4) : 0;
    draft.place =
        draft.role
            ? dice.of(Place.INLINE, Place.MANAGED)
            : dice.of(Place.INLINE, Place.MANAGED, Place.GROUP_INLINE, Place.GROUP_MANAGED);
    draft.style =
        dice.of(
            Style.EXACT,
            Style.EXACT,
            Style.PATTERN,
            Style.STAR,
            Style.THROUGH_PROFILE,
            Style.OF_AWS);
    if (draft.style == Style.THROUGH_PROFILE && !draft.isProfile()) {
      draft.style = Style.EXACT;
    }
    organization(draft, dice);
    endpoint(draft, dice);
    draft.condition = dice.oneIn(2) || draft.style == Style.OF_AWS ? "" : dice.of(met(draft));
    harmless(draft, dice);
    if (dice.oneIn(4)) {
      draft.boundary =
          dice.of(
              ALL,
              "{\"Effect\": \"Allow\", \"Action\": [\"bedrock:*\", \"aws-marketplace:*\","
                  + " \"s3:*\"], \"Resource\": \"*\"}");
    }
    if (draft.role && !draft.isChained() && dice.oneIn(3)) {
      draft.session =
          dice.of(
              ALL,
              "{\"Effect\": \"Allow\", \"Action\": [\"bedrock:*\", \"aws-marketplace:*\"],"
                  + " \"Resource\": \"*\"}");
    }
    if (draft.role && !draft.isChained() && dice.oneIn(4)) {
      draft.sessionManaged = ALL;
    }
    if (dice.oneIn(4)) {
      draft.agreement = dice.of("", "\"NOT_AVAILABLE\"", "\"EXPIRED\"", "\"CANCELLED\"");
      draft.mayBuy = true;
    }
    if (dice.oneIn(4)) {
      draft.quotas =
          dice.of(
              "{\"applied\": {\"%s\": {}}}".formatted(elsewhere(draft)),
              "{\"applied\": {\"*\": {}}}",
              "{\"review\": {\"opensAfter\": \"PT1M\", \"decidesAfter\": \"PT2H\", \"outcome\":"
                  + " \"APPROVED\"}}");
    }
    return draft;
  }

  private static String elsewhere(Draft draft) {
    return draft.region().equals("us-west-2") ? "us-east-1" : "us-west-2";
  }

  /// Modes with which the model answers.
  private static void retention(Draft draft, Dice dice) {
    var modes = RetentionModes.shipped();
    var enough =
        modes.modes().stream().filter(mode -> modes.isEnough(mode, draft.route.modelId())).toList();
    if (!enough.contains(RetentionModes.DEFAULT) || dice.oneIn(3)) {
      draft.retention = dice.of(enough);
    }
  }

  private static void endpoint(Draft draft, Dice dice) {
    if (dice.oneIn(12)) {
      draft.endpoint =
          dice.of(
              PASS,
              "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}, \"Action\":"
                  + " [\"bedrock:*\"], \"Resource\": \"*\"}",
              "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\":"
                  + " \"*\","
                  + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}}}"
                      .formatted(draft.account()));
    }
  }

  private static void organization(Draft draft, Dice dice) {
    draft.member = dice.oneIn(2);
    if (draft.member) {
      for (var depth = dice.below(3); depth >= 0; depth--) {
        var level = new Level();
        if (dice.oneIn(3)) {
          level.statements.add(
              dice.of(
                  "{\"Effect\": \"Deny\", \"Action\": \"organizations:LeaveOrganization\","
                      + " \"Resource\": \"*\"}",
                  "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\":"
                      + " \"arn:aws:bedrock:*::foundation-model/amazon.*\"}",
                  "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\":"
                      + " {\"StringEquals\": {\"aws:RequestedRegion\": [\"cn-north-1\","
                      + " \"cn-northwest-1\"]}}}",
                  "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                      + " \"Condition\": {\"ArnNotLike\": {\"aws:PrincipalArn\":"
                      + " [\"arn:aws:iam::*:user/*\", \"arn:aws:iam::*:role/*\"]}}}",
                  "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                      + " \"Condition\": {\"StringEquals\": {\"bedrock:ServiceTier\":"
                      + " \"priority\"}}}"));
        }
        draft.levels.add(level);
      }
      if (dice.oneIn(3)) {
        // RCPs say nothing of Bedrock: IAM User Guide, "Resource control policies", services.
        draft.rcps.add(
            dice.of(
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"bedrock:*\","
                    + " \"Resource\": \"*\"}",
                "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\","
                    + " \"Resource\": \"*\", \"Condition\": {\"StringNotEqualsIfExists\":"
                    + " {\"aws:PrincipalOrgID\": \"o-otherorgid\"}}}"));
      }
      if (dice.oneIn(3)) {
        draft.rootStatements.add(
            "{\"Effect\": \"Deny\", \"Action\": \"bedrock:Delete*\", \"Resource\": \"*\","
                + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}}}"
                    .formatted(draft.account()));
      }
    }
  }

  /// Every region in which the call may be answered; of a global profile that is none too.
  private static String regions(Draft draft) {
    return Stream.concat(Stream.of(draft.region()), draft.elsewhere().stream())
        .map(one -> '"' + (one.isEmpty() ? "unspecified" : one) + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// Conditions of an Allow that the call meets.
  private static List<String> met(Draft draft) {
    var conditions =
        new ArrayList<>(
            List.of(
                "{\"Bool\": {\"aws:SecureTransport\": \"true\"}}",
                "{\"DateLessThan\": {\"aws:CurrentTime\": \"2030-01-01T00:00:00Z\"}}",
                "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"models\"}}",
                "{\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}}".formatted(draft.account()),
                "{\"StringEquals\": {\"aws:ResourceAccount\": \"%s\"}}".formatted(draft.account()),
                draft.endpoint.isEmpty()
                    ? "{\"IpAddress\": {\"aws:SourceIp\": \"127.0.0.0/8\"}}"
                    : "{\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1a2b3c4d5e6fEXAMPLE\"}}",
                "{\"NumericGreaterThan\": {\"aws:EpochTime\": \"1700000000\"}}",
                "{\"StringEquals\": {\"aws:RequestedRegion\": %s}}".formatted(regions(draft)),
                "{\"StringEqualsIfExists\": {\"aws:PrincipalTag/team\": [\"models\", \"data\"]}}",
                "{\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"%s\"}}"
                    .formatted(draft.role ? "false" : "true"),
                "{\"Null\": {\"aws:TokenIssueTime\": \"%s\"}}".formatted(!draft.role),
                "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:%s/application\"}}"
                    .formatted(draft.role ? "role" : "user")));
    if (!draft.role) {
      conditions.add("{\"StringEquals\": {\"aws:username\": \"application\"}}");
    }
    if (draft.member) {
      conditions.add(
          "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"%s\"}}".formatted(Draft.ORGANIZATION));
      conditions.add(
          "{\"ForAnyValue:StringLike\": {\"aws:PrincipalOrgPaths\": \"%s/*\"}}"
              .formatted(Draft.ORGANIZATION));
    }
    return conditions;
  }

  /// Statements that have nothing to say to the call.
  private static void harmless(Draft draft, Dice dice) {
    var all =
        new ArrayList<>(
            List.of(
                "{\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"*\"}",
                "{\"Effect\": \"Deny\", \"Action\": \"bedrock:InvokeModel*\", \"Resource\":"
                    + " \"arn:aws:bedrock:*::foundation-model/amazon.*\"}",
                "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\":"
                    + " {\"Bool\": {\"aws:SecureTransport\": \"false\"}}}",
                "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\":"
                    + " {\"StringEquals\": {\"aws:PrincipalTag/suspended\": \"true\"}}}",
                "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                    + " \"Condition\": {\"StringNotEquals\": {\"aws:PrincipalTag/team\":"
                    + " \"models\"}}}",
                draft.endpoint.isEmpty()
                    ? "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                        + " \"Condition\": {\"NotIpAddress\": {\"aws:SourceIp\":"
                        + " \"127.0.0.0/8\"}}}"
                    : "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                        + " \"Condition\": {\"StringNotEquals\": {\"aws:SourceVpce\":"
                        + " \"vpce-1a2b3c4d5e6fEXAMPLE\"}}}",
                "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                    + " \"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\":"
                    + " \"2025-01-01T00:00:00Z\"}}}",
                "{\"Effect\": \"Deny\", \"Action\": [\"bedrock:InvokeModel\","
                    + " \"bedrock:InvokeModelWithResponseStream\"], \"NotResource\":"
                    + " [\"arn:aws:bedrock:*::foundation-model/anthropic.*\","
                    + " \"arn:aws:bedrock:*:*:inference-profile/*\"]}",
                "{\"Effect\": \"Deny\", \"NotAction\": [\"bedrock:*\", \"aws-marketplace:*\"],"
                    + " \"Resource\": \"*\"}"));
    if (draft.member) {
      all.add(
          "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"%s\"}}}"
              .formatted(Draft.ORGANIZATION));
    }
    for (var i = dice.below(3); i > 0; i--) {
      var place =
          draft.role ? Place.INLINE : dice.of(Place.INLINE, Place.GROUP_INLINE, Place.MANAGED);
      draft.extras.add(new Extra(place, "Other" + i, dice.of(all)));
    }
  }
}
