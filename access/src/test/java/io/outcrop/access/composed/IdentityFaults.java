package io.outcrop.access.composed;

import static io.outcrop.access.composed.Statement.ALL_ALLOWED;
import static io.outcrop.access.composed.Statement.INVOKE;
import static io.outcrop.access.composed.Statement.STREAM;
import static io.outcrop.access.composed.Statement.allow;
import static io.outcrop.access.composed.Statement.allowAllBut;
import static io.outcrop.access.composed.Statement.condition;
import static io.outcrop.access.composed.Statement.deny;
import static io.outcrop.access.composed.Statement.denyOn;
import static io.outcrop.access.composed.Statement.when;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.route.Route;
import java.util.List;

/// What is wrong with the policies of the caller: what allows the call, what denies it, the
/// permissions boundary, and the session's policies.
final class IdentityFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.named("NO_ALLOW", "allow", "iam-no-identity-policy-allow")
              .by(draft -> draft.allows = false),
          Fault.named("NO_STREAM", "allow", "iam-missing-stream-action")
              .where(Draft::isOwn)
              .by(draft -> draft.allowsStreams = false),
          Fault.named("NO_PROFILE", "allow", "iam-missing-inference-profile-arn")
              .where(draft -> draft.isProfile() && draft.style == Style.EXACT)
              .by(draft -> draft.allowsProfile = false),
          Fault.named("NO_DESTINATION", "allow", "iam-missing-destination-region-fm-arn")
              .where(draft -> !draft.elsewhere().isEmpty() && draft.style == Style.EXACT)
              .by(draft -> draft.allowsDestinations = false),
          Fault.named("CONDITION", "allow", "iam-allow-conditional-not-met")
              .where(Draft::isOwn)
              .by((draft, dice) ->
                  draft.condition =
                      dice.of(
                          condition("IpAddress", "aws:SourceIp", "198.51.100.0/24"),
                          condition("StringEquals", "aws:PrincipalTag/team", "billing"),
                          condition("DateGreaterThan", "aws:CurrentTime", "2030-01-01T00:00:00Z"),
                          condition("Bool", "aws:MultiFactorAuthPresent", "true"),
                          condition("StringEquals", "aws:SourceVpce", "vpce-0f0f0f0f0f0fEXAMPLE"),
                          condition("NumericLessThan", "aws:EpochTime", "1700000000"),
                          condition("StringEquals", "aws:PrincipalTag/cost-center", "42"),
                          condition(
                              "StringLike", "aws:PrincipalArn", "arn:aws:iam::*:role/deploy-*"))),
          Fault.named("OUTDATED", "allow", "iam-no-identity-policy-allow")
              .where(draft ->
                  draft.olderVersions > 0
                      && draft.isOwn()
                      && (draft.place == Place.MANAGED || draft.place == Place.GROUP_MANAGED))
              .by(draft -> draft.outdated = true),
          Fault.named("DENY", "identity deny", "identity-explicit-deny")
              .by((draft, dice) -> guard(draft, dice, denial(dice, resource(draft, dice)))),
          Fault.named("DENY_BY_ADDRESS", "identity deny", "identity-explicit-deny")
              .by((draft, dice) ->
                  guard(
                      draft,
                      dice,
                      when(
                          condition("NotIpAddress", "aws:SourceIp", "192.0.2.0/24"),
                          denial(dice, "*")))),
          Fault.named("DENY_STREAM", "identity deny", "identity-explicit-deny")
              .by((draft, dice) -> guard(draft, dice, deny(STREAM))),
          Fault.named("DENY_BY_CONDITION", "identity deny", "identity-explicit-deny")
              .by((draft, dice) ->
                  guard(draft, dice, when(dice.of(met(draft)), denial(dice, "*")))),
          Fault.named("DENY_OTHER_MODELS", "identity deny", "identity-explicit-deny")
              .by((draft, dice) ->
                  guard(
                      draft,
                      dice,
                      "{\"Effect\": \"Deny\", \"Action\": \"bedrock:InvokeModel*\","
                          + " \"NotResource\": [\"arn:aws:bedrock:*::foundation-model/amazon.*\","
                          + " \"arn:aws:bedrock:*:*:inference-profile/*\"]}")),
          Fault.named("DENY_ELSEWHERE", "identity deny", "identity-deny-region-condition")
              .where(draft -> !draft.elsewhere().isEmpty())
              .by((draft, dice) -> guard(draft, dice, when(draft.outside(), denial(dice, "*")))),
          Fault.named("DENY_GLOBAL", "identity deny", "identity-deny-global-profile")
              .where(draft -> draft.route instanceof Route.Global)
              .by((draft, dice) ->
                  guard(
                      draft, dice, denial(dice, "arn:aws:bedrock:*:*:inference-profile/global.*"))),
          Fault.named("QUARANTINE", "identity deny", "key-quarantined")
              .where(draft -> !draft.role)
              .by((draft, dice) ->
                  draft.attached.add(
                      "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine" + dice.of("V2", "V3"))),
          Fault.named("BOUNDARY_EMPTY", "boundary", "permissions-boundary-no-allow")
              .by((draft, dice) ->
                  draft.boundary =
                      dice.of(allow("s3:*", "aws-marketplace:*"), allowAllBut("bedrock:Invoke*"))),
          Fault.named("BOUNDARY_DENIES", "boundary", "permissions-boundary-explicit-deny")
              .by(draft -> draft.boundary = ALL_ALLOWED + ", " + deny(INVOKE)),
          Fault.named(
                  "BOUNDARY_STREAM",
                  "boundary",
                  "permissions-boundary-explicit-deny",
                  "permissions-boundary-no-allow")
              .by((draft, dice) ->
                  draft.boundary = dice.of(ALL_ALLOWED + ", " + deny(STREAM), allowAllBut(STREAM))),
          Fault.named("SESSION_EMPTY", "session", "session-policy-no-allow")
              .where(Draft::hasSession)
              .by(draft -> {
                draft.sessionManaged = "";
                draft.session = allow("s3:*", "aws-marketplace:*");
              }),
          Fault.named("SESSION_DENIES", "session", "session-policy-explicit-deny")
              .where(Draft::hasSession)
              .by(draft -> draft.session = ALL_ALLOWED + ", " + deny(INVOKE)),
          Fault.named("SESSION_STREAM", "session", "session-policy-explicit-deny")
              .where(Draft::hasSession)
              .by(draft -> draft.sessionManaged = ALL_ALLOWED + ", " + deny(STREAM)));

  private IdentityFaults() {}

  /// Puts a statement that denies where one of the caller's policies can stand.
  static void guard(Draft draft, Dice dice, String statement) {
    var place =
        draft.role
            ? dice.of(Place.INLINE, Place.MANAGED)
            : dice.of(Place.INLINE, Place.MANAGED, Place.GROUP_INLINE, Place.GROUP_MANAGED);
    draft.extras.add(new Extra(place, "Guard", "{\"Sid\": \"Guard\", " + statement.substring(1)));
  }

  private static String denial(Dice dice, String resource) {
    return denyOn(resource, dice.of(INVOKE, "bedrock:*"));
  }

  private static String resource(Draft draft, Dice dice) {
    return switch (draft.route) {
      case Route.OnDemand _ -> dice.of("*", draft.modelArn());
      case Route.Geographic _ -> dice.of("*", draft.profileArn());
      case Route.Global _ -> "*";
    };
  }

  /// Conditions of a Deny that the call meets.
  private static List<String> met(Draft draft) {
    return List.of(
        condition("StringNotEquals", "aws:PrincipalTag/team", "billing", "data"),
        condition("StringEquals", "aws:PrincipalTag/team", "models"),
        condition("DateGreaterThan", "aws:CurrentTime", "2025-06-01T00:00:00Z"),
        condition("StringNotEquals", "aws:SourceVpce", "vpce-0f0f0f0f0f0fEXAMPLE"),
        condition("StringNotLike", "aws:SourceVpc", "vpc-0f0f*"),
        condition("Null", "aws:PrincipalTag/project", "true"),
        "{\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}, \"Bool\": {\"aws:SecureTransport\": \"true\"}}"
            .formatted(draft.account()),
        condition("BoolIfExists", "aws:MultiFactorAuthPresent", "false"));
  }
}
