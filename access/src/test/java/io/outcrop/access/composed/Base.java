package io.outcrop.access.composed;

import static io.outcrop.access.composed.Statement.ALL_ALLOWED;
import static io.outcrop.access.composed.Statement.INVOKE;
import static io.outcrop.access.composed.Statement.allow;
import static io.outcrop.access.composed.Statement.condition;
import static io.outcrop.access.composed.Statement.deny;
import static io.outcrop.access.composed.Statement.denyAllBut;
import static io.outcrop.access.composed.Statement.denyOn;
import static io.outcrop.access.composed.Statement.ofAnyone;
import static io.outcrop.access.composed.Statement.when;

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
  static final String PASS = ofAnyone(ALL_ALLOWED);

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
      draft.boundary = dice.of(ALL_ALLOWED, allow("bedrock:*", "aws-marketplace:*", "s3:*"));
    }
    if (draft.hasSession() && dice.oneIn(3)) {
      draft.session = dice.of(ALL_ALLOWED, allow("bedrock:*", "aws-marketplace:*"));
    }
    if (draft.hasSession() && dice.oneIn(4)) {
      draft.sessionManaged = ALL_ALLOWED;
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
              when(condition("StringEquals", "aws:PrincipalAccount", draft.account()), PASS));
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
                  deny("organizations:LeaveOrganization"),
                  denyOn("arn:aws:bedrock:*::foundation-model/amazon.*", "bedrock:*"),
                  when(
                      condition(
                          "StringEquals", "aws:RequestedRegion", "cn-north-1", "cn-northwest-1"),
                      deny("*")),
                  when(
                      condition(
                          "ArnNotLike",
                          "aws:PrincipalArn",
                          "arn:aws:iam::*:user/*",
                          "arn:aws:iam::*:role/*"),
                      deny("bedrock:*")),
                  when(
                      condition("StringEquals", "bedrock:ServiceTier", "priority"),
                      deny("bedrock:*"))));
        }
        draft.levels.add(level);
      }
      if (dice.oneIn(3)) {
        // RCPs say nothing of Bedrock: IAM User Guide, "Resource control policies", services.
        draft.rcps.add(
            dice.of(
                ofAnyone(deny("bedrock:*")),
                when(
                    condition("StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-otherorgid"),
                    ofAnyone(deny("s3:*")))));
      }
      if (dice.oneIn(3)) {
        draft.rootStatements.add(
            when(
                condition("StringEquals", "aws:PrincipalAccount", draft.account()),
                deny("bedrock:Delete*")));
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
                condition("Bool", "aws:SecureTransport", "true"),
                condition("DateLessThan", "aws:CurrentTime", "2030-01-01T00:00:00Z"),
                condition("StringEquals", "aws:PrincipalTag/team", "models"),
                condition("StringEquals", "aws:PrincipalAccount", draft.account()),
                condition("StringEquals", "aws:ResourceAccount", draft.account()),
                draft.endpoint.isEmpty()
                    ? condition("IpAddress", "aws:SourceIp", "127.0.0.0/8")
                    : condition("StringEquals", "aws:SourceVpce", "vpce-1a2b3c4d5e6fEXAMPLE"),
                condition("NumericGreaterThan", "aws:EpochTime", "1700000000"),
                "{\"StringEquals\": {\"aws:RequestedRegion\": %s}}".formatted(regions(draft)),
                condition("StringEqualsIfExists", "aws:PrincipalTag/team", "models", "data"),
                condition(
                    "BoolIfExists", "aws:MultiFactorAuthPresent", draft.role ? "false" : "true"),
                condition("Null", "aws:TokenIssueTime", draft.role ? "false" : "true"),
                condition(
                    "ArnLike",
                    "aws:PrincipalArn",
                    "arn:aws:iam::*:%s/application".formatted(draft.role ? "role" : "user"))));
    if (!draft.role) {
      conditions.add(condition("StringEquals", "aws:username", "application"));
    }
    if (draft.member) {
      conditions.add(condition("StringEquals", "aws:PrincipalOrgID", Draft.ORGANIZATION));
      conditions.add(
          condition("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", Draft.ORGANIZATION + "/*"));
    }
    return conditions;
  }

  /// Statements that have nothing to say to the call.
  private static void harmless(Draft draft, Dice dice) {
    var all =
        new ArrayList<>(
            List.of(
                allow("s3:Get*"),
                denyOn("arn:aws:bedrock:*::foundation-model/amazon.*", INVOKE),
                when(condition("Bool", "aws:SecureTransport", "false"), deny("*")),
                when(condition("StringEquals", "aws:PrincipalTag/suspended", "true"), deny("*")),
                when(
                    condition("StringNotEquals", "aws:PrincipalTag/team", "models"),
                    deny("bedrock:*")),
                when(
                    draft.endpoint.isEmpty()
                        ? condition("NotIpAddress", "aws:SourceIp", "127.0.0.0/8")
                        : condition(
                            "StringNotEquals", "aws:SourceVpce", "vpce-1a2b3c4d5e6fEXAMPLE"),
                    deny("bedrock:*")),
                when(
                    condition("DateLessThan", "aws:CurrentTime", "2025-01-01T00:00:00Z"),
                    deny("bedrock:*")),
                "{\"Effect\": \"Deny\", \"Action\": [\"bedrock:InvokeModel\","
                    + " \"bedrock:InvokeModelWithResponseStream\"], \"NotResource\":"
                    + " [\"arn:aws:bedrock:*::foundation-model/anthropic.*\","
                    + " \"arn:aws:bedrock:*:*:inference-profile/*\"]}",
                denyAllBut("bedrock:*", "aws-marketplace:*")));
    if (draft.member) {
      all.add(
          when(
              condition("StringNotEquals", "aws:PrincipalOrgID", Draft.ORGANIZATION),
              deny("bedrock:*")));
    }
    for (var i = dice.below(3); i > 0; i--) {
      var place =
          draft.role ? Place.INLINE : dice.of(Place.INLINE, Place.GROUP_INLINE, Place.MANAGED);
      draft.extras.add(new Extra(place, "Other" + i, dice.of(all)));
    }
  }
}
