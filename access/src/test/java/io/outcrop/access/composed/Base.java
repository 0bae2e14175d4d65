package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Level;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes up accounts in which nothing is wrong.
final class Base {
  /// Models that want more than an agreement: chosen accounts, another data retention.
  private static final List<String> LEFT_OUT = List.of("mythos", "fable");

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
      if (LEFT_OUT.contains(model.family())) {
        continue;
      }
      for (var region : REGIONS) {
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
    draft.place =
        draft.role
            ? dice.of(Place.INLINE, Place.MANAGED)
            : dice.of(Place.INLINE, Place.MANAGED, Place.GROUP_INLINE, Place.GROUP_MANAGED);
    draft.style =
        dice.of(Style.EXACT, Style.EXACT, Style.PATTERN, Style.STAR, Style.THROUGH_PROFILE);
    if (draft.style == Style.THROUGH_PROFILE && !draft.isProfile()) {
      draft.style = Style.EXACT;
    }
    organization(draft, dice);
    draft.condition = dice.oneIn(2) ? "" : dice.of(met(draft));
    harmless(draft, dice);
    if (dice.oneIn(4)) {
      draft.boundary =
          dice.of(
              ALL,
              "{\"Effect\": \"Allow\", \"Action\": [\"bedrock:*\", \"aws-marketplace:*\","
                  + " \"s3:*\"], \"Resource\": \"*\"}");
    }
    if (draft.role && dice.oneIn(3)) {
      draft.session =
          dice.of(
              ALL,
              "{\"Effect\": \"Allow\", \"Action\": [\"bedrock:*\", \"aws-marketplace:*\"],"
                  + " \"Resource\": \"*\"}");
    }
    if (dice.oneIn(4)) {
      draft.agreement = "";
      draft.mayBuy = true;
    }
    return draft;
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
                      + " \"arn:aws:bedrock:*::foundation-model/amazon.*\"}"));
        }
        draft.levels.add(level);
      }
    }
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
                "{\"IpAddress\": {\"aws:SourceIp\": \"127.0.0.0/8\"}}",
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
                "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\","
                    + " \"Condition\": {\"NotIpAddress\": {\"aws:SourceIp\": \"127.0.0.0/8\"}}}",
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
