package io.outcrop.access.composed;

import static io.outcrop.access.composed.Statement.INVOKE;
import static io.outcrop.access.composed.Statement.STREAM;
import static io.outcrop.access.composed.Statement.allow;
import static io.outcrop.access.composed.Statement.allowAllBut;
import static io.outcrop.access.composed.Statement.condition;
import static io.outcrop.access.composed.Statement.deny;
import static io.outcrop.access.composed.Statement.denyAllBut;
import static io.outcrop.access.composed.Statement.ofAnyone;
import static io.outcrop.access.composed.Statement.when;

import io.outcrop.models.route.Route;
import java.util.List;

/// What is wrong with the policies around the caller's account: the organization's SCPs, and the
/// VPC endpoint's policy.
final class PerimeterFaults {
  /// On a global profile AWS says to any SCP what it says to one against such profiles.
  private static final String[] BY_SCP = {"scp-explicit-deny", "scp-deny-global-profile"};

  static final List<Fault> ALL =
      List.of(
          Fault.named("SCP_DENIES", "scp deny", BY_SCP)
              .where(draft -> draft.member)
              .by((draft, dice) ->
                  dice.of(draft.levels).statements.add(deny(dice.of(INVOKE, "bedrock:Invoke*")))),
          Fault.named("SCP_STREAM", "scp deny", BY_SCP)
              .where(draft -> draft.member)
              .by((draft, dice) -> dice.of(draft.levels).statements.add(deny(STREAM))),
          Fault.named("SCP_REGION", "scp deny", "scp-explicit-deny")
              .where(draft -> draft.member && !(draft.route instanceof Route.Global))
              .by((draft, dice) ->
                  region(
                      draft,
                      dice,
                      condition("StringEquals", "aws:RequestedRegion", draft.region()))),
          Fault.named("SCP_AT_ROOT", "scp deny", BY_SCP)
              .where(draft -> draft.member)
              .by(draft ->
                  draft.rootStatements.add(
                      when(
                          condition("StringEquals", "aws:PrincipalAccount", draft.account()),
                          deny("bedrock:InvokeModel", STREAM)))),
          Fault.named("SCP_BY_PRINCIPAL", "scp deny", BY_SCP)
              .where(draft -> draft.member)
              .by((draft, dice) ->
                  dice.of(draft.levels)
                      .statements
                      .add(
                          when(
                              "{\"ArnNotLike\": {\"aws:PrincipalARN\":"
                                  + " [\"arn:aws:iam::*:role/PlatformAdmin\"]}}",
                              deny("bedrock:Invoke*")))),
          Fault.named("ENDPOINT_DENIES", "endpoint", "vpce-policy-explicit-deny")
              .where(draft -> !draft.endpoint.isEmpty())
              .by((draft, dice) ->
                  draft.endpoint =
                      Base.PASS + ", " + ofAnyone(deny(dice.of(INVOKE, "bedrock:*", STREAM)))),
          Fault.named("ENDPOINT_EMPTY", "endpoint", "vpce-policy-no-allow")
              .where(draft -> !draft.endpoint.isEmpty())
              .by((draft, dice) ->
                  draft.endpoint =
                      dice.of(
                          ofAnyone(allow("bedrock:List*")),
                          "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\","
                              + " \"Resource\": \"arn:aws:bedrock:*::foundation-model/amazon.*\"}",
                          "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\":"
                              + " \"arn:aws:iam::123456789012:root\"}, \"Action\": \"*\","
                              + " \"Resource\": \"*\"}",
                          when(
                              condition("StringEquals", "aws:PrincipalOrgID", "o-otherorgid"),
                              Base.PASS))),
          Fault.named("SCP_ELSEWHERE", "scp deny", "scp-region-block-cross-region")
              .where(draft ->
                  draft.member
                      && draft.route instanceof Route.Geographic
                      && !draft.elsewhere().isEmpty())
              .by((draft, dice) -> region(draft, dice, draft.outside())),
          Fault.named("SCP_GLOBAL", "scp deny", "scp-deny-global-profile")
              .where(draft -> draft.member && draft.route instanceof Route.Global)
              .by((draft, dice) -> region(draft, dice, draft.outside())),
          Fault.named("SCP_EMPTY", "scp allow", "scp-no-allow")
              .where(draft -> draft.member)
              .by((draft, dice) -> {
                var level = dice.of(draft.levels);
                level.full = false;
                level.statements.add(allowAllBut("bedrock:Invoke*"));
              }));

  private PerimeterFaults() {}

  /// Denies all but what is of no Region, under a condition on the Region.
  private static void region(Draft draft, Dice dice, String condition) {
    dice.of(draft.levels)
        .statements
        .add(when(condition, denyAllBut("iam:*", "sts:*", "organizations:*")));
  }
}
