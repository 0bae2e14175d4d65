package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// One thing that is wrong: where it can be, what it does to an account, and how the doctor may
/// name it. Leaving it out mends it. Two of one group are never in one account, since AWS would say
/// the same to both.
@SuppressWarnings("ImmutableEnumChecker") // its members are lambdas that hold nothing
enum Fault {
  NO_ALLOW("allow", "iam-no-identity-policy-allow", _ -> true, (draft, _) -> draft.allows = false),
  NO_STREAM(
      "allow", "iam-missing-stream-action", _ -> true, (draft, _) -> draft.allowsStreams = false),
  NO_PROFILE(
      "allow",
      "iam-missing-inference-profile-arn",
      draft -> draft.isProfile() && draft.style == Style.EXACT,
      (draft, _) -> draft.allowsProfile = false),
  NO_DESTINATION(
      "allow",
      "iam-missing-destination-region-fm-arn",
      draft -> !draft.elsewhere().isEmpty() && draft.style == Style.EXACT,
      (draft, _) -> draft.allowsDestinations = false),
  CONDITION(
      "allow",
      "iam-allow-conditional-not-met",
      _ -> true,
      (draft, dice) ->
          draft.condition =
              dice.of(
                  "{\"IpAddress\": {\"aws:SourceIp\": \"198.51.100.0/24\"}}",
                  "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"billing\"}}",
                  "{\"DateGreaterThan\": {\"aws:CurrentTime\": \"2030-01-01T00:00:00Z\"}}",
                  "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}")),
  DENY(
      "identity deny",
      "identity-explicit-deny",
      _ -> true,
      (draft, dice) -> deny(draft, dice, resource(draft, dice), "")),
  DENY_BY_ADDRESS(
      "identity deny",
      "identity-explicit-deny",
      _ -> true,
      (draft, dice) ->
          deny(
              draft,
              dice,
              "*",
              ", \"Condition\": {\"NotIpAddress\": {\"aws:SourceIp\": \"192.0.2.0/24\"}}")),
  DENY_ELSEWHERE(
      "identity deny",
      "identity-deny-region-condition",
      draft -> !draft.elsewhere().isEmpty(),
      (draft, dice) -> deny(draft, dice, "*", outside(draft))),
  DENY_GLOBAL(
      "identity deny",
      "identity-deny-global-profile",
      draft -> draft.route instanceof Route.Global,
      (draft, dice) -> deny(draft, dice, "arn:aws:bedrock:*:*:inference-profile/global.*", "")),
  QUARANTINE(
      "identity deny",
      "key-quarantined",
      draft -> !draft.role,
      (draft, dice) ->
          draft.attached.add(
              "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine" + dice.of("V2", "V3"))),
  BOUNDARY_EMPTY(
      "boundary",
      "permissions-boundary-no-allow",
      _ -> true,
      (draft, dice) ->
          draft.boundary =
              dice.of(
                  "{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"aws-marketplace:*\"],"
                      + " \"Resource\": \"*\"}",
                  "{\"Effect\": \"Allow\", \"NotAction\": \"bedrock:Invoke*\", \"Resource\":"
                      + " \"*\"}")),
  BOUNDARY_DENIES(
      "boundary",
      "permissions-boundary-explicit-deny",
      _ -> true,
      (draft, _) ->
          draft.boundary =
              "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\":"
                  + " \"Deny\", \"Action\": \"bedrock:InvokeModel*\", \"Resource\": \"*\"}"),
  SESSION_EMPTY(
      "session",
      "session-policy-no-allow",
      draft -> draft.role,
      (draft, _) ->
          draft.session =
              "{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"aws-marketplace:*\"], \"Resource\":"
                  + " \"*\"}"),
  SESSION_DENIES(
      "session",
      "session-policy-explicit-deny",
      draft -> draft.role,
      (draft, _) ->
          draft.session =
              "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\":"
                  + " \"Deny\", \"Action\": \"bedrock:InvokeModel*\", \"Resource\": \"*\"}"),
  /// On a global profile AWS says to this what it says to an SCP against such profiles.
  SCP_DENIES(
      "scp deny",
      Set.of("scp-explicit-deny", "scp-deny-global-profile"),
      draft -> draft.member,
      (draft, dice) ->
          dice.of(draft.levels)
              .statements
              .add(
                  "{\"Effect\": \"Deny\", \"Action\": \"%s\", \"Resource\": \"*\"}"
                      .formatted(dice.of("bedrock:InvokeModel*", "bedrock:Invoke*")))),
  SCP_ELSEWHERE(
      "scp deny",
      "scp-region-block-cross-region",
      draft ->
          draft.member && draft.route instanceof Route.Geographic && !draft.elsewhere().isEmpty(),
      (draft, dice) -> scpOutside(draft, dice)),
  SCP_GLOBAL(
      "scp deny",
      "scp-deny-global-profile",
      draft -> draft.member && draft.route instanceof Route.Global,
      (draft, dice) -> scpOutside(draft, dice)),
  SCP_EMPTY(
      "scp allow",
      "scp-no-allow",
      draft -> draft.member,
      (draft, dice) -> {
        var level = dice.of(draft.levels);
        level.full = false;
        level.statements.add(
            "{\"Effect\": \"Allow\", \"NotAction\": \"bedrock:Invoke*\", \"Resource\": \"*\"}");
      }),
  NO_FORM("form", "anthropic-use-case-form", _ -> true, (draft, _) -> draft.form = false),
  NOT_BOUGHT(
      "agreement",
      "marketplace-permissions",
      draft -> draft.style != Style.STAR,
      (draft, _) -> {
        draft.agreement = "";
        draft.mayBuy = false;
      }),
  PENDING(
      "agreement",
      "marketplace-agreement-pending",
      _ -> true,
      (draft, _) ->
          draft.agreement =
              "{\"status\": \"PENDING\", \"begun\": \"%s\"}"
                  .formatted(draft.clock.minus(Duration.ofHours(1)))),
  UNPAID(
      "agreement",
      "marketplace-payment-instrument",
      _ -> true,
      (draft, _) ->
          draft.agreement =
              "{\"status\": \"ERROR\", \"message\": \"INVALID_PAYMENT_INSTRUMENT:A valid payment"
                  + " instrument must be provided.\"}"),
  VERIFIED_YET(
      "block", "account-being-verified", _ -> true, (draft, _) -> draft.block = "BEING_VERIFIED"),
  NOT_ALLOWED(
      "block",
      "account-operation-not-allowed",
      _ -> true,
      (draft, _) -> draft.block = "OPERATION_NOT_ALLOWED"),
  NOT_AUTHORIZED(
      "block",
      "account-not-authorized-api",
      _ -> true,
      (draft, _) -> draft.block = "ACCOUNT_NOT_AUTHORIZED"),
  RISK("block", "account-risk-score", _ -> true, (draft, _) -> draft.block = "RISK_SCORE"),
  UNUSED(
      "life",
      "model-legacy-inactive",
      draft -> !draft.lastUsed.isEmpty(),
      (draft, _) -> draft.lastUsed = draft.clock.minus(Duration.ofDays(90)).toString()),
  ON_DEMAND(
      "model",
      "on-demand-not-supported",
      draft -> draft.isProfile() && draft.style != Style.THROUGH_PROFILE && !Routes.onDemand(draft),
      (draft, _) -> draft.called = draft.route.modelId()),
  SUFFIX(
      "model",
      Set.of("invalid-model-id-suffix", "invalid-model-id-not-on-bedrock"),
      Fault::isWide,
      (draft, _) ->
          draft.called =
              draft.called.endsWith("-v1:0")
                  ? draft.called.replace("-v1:0", "-v7:0")
                  : draft.called + "-v1:0"),
  OTHER_GEOGRAPHY(
      "model",
      Set.of("profile-prefix-region-mismatch", "model-not-in-region"),
      draft ->
          isWide(draft)
              && draft.route instanceof Route.Geographic
              && draft.called.startsWith("us."),
      (draft, _) -> draft.called = "eu" + draft.called.substring(2)),
  ALIAS(
      "model",
      Set.of(
          "invalid-model-id-alias", "invalid-model-id-suffix", "invalid-model-id-not-on-bedrock"),
      Fault::isWide,
      (draft, _) ->
          draft.called =
              draft.route.modelId().replaceFirst("^anthropic\\.", "").replaceFirst("-v\\d.*$", "")),
  MODEL_FAILS(
      "service",
      "model-error",
      _ -> true,
      (draft, _) -> service(draft, "\"kind\": \"MODEL_ERROR\"")),
  UNSUBSCRIBED(
      "service",
      "service-not-subscribed",
      _ -> true,
      (draft, _) ->
          service(
              draft,
              "\"kind\": \"ERROR\", \"service\": \"bedrock-runtime\", \"error\": {\"status\": 403,"
                  + " \"code\": \"SubscriptionRequiredException\", \"message\": \"The AWS Access"
                  + " Key Id needs a subscription for the service\"}")),
  KEY_OFF(
      "key", "credentials-invalid", draft -> !draft.role, (draft, _) -> draft.keyActive = false),
  ENDED("key", "expired-token", draft -> draft.role, (draft, _) -> draft.sessionEnded = true),
  WRONG_SECRET(
      "key", "signature-wrong-secret-key", _ -> true, (draft, _) -> draft.secretRight = false),
  NO_TOKEN(
      "key", "missing-session-token", draft -> draft.role, (draft, _) -> draft.tokenGiven = false),
  CLOCK(
      "key",
      "clock-skew",
      _ -> true,
      (draft, dice) -> draft.clockOffset = Duration.ofMinutes(dice.of(-45, -20, 20, 45))),
  NO_KEYS(
      "client",
      "no-credentials",
      _ -> true,
      (draft, _) -> {
        draft.dropped.addAll(
            List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"));
        draft.environment.put("AWS_EC2_METADATA_DISABLED", "true");
      }),
  HALF_A_KEY(
      "client",
      "partial-credentials",
      _ -> true,
      (draft, _) -> draft.dropped.add("AWS_SECRET_ACCESS_KEY")),
  NO_REGION("client", "no-region", _ -> true, (draft, _) -> draft.dropped.add("AWS_REGION"));

  final String group;
  final Set<String> causes;
  private final Predicate<Draft> fits;
  private final BiConsumer<Draft, Dice> does;

  Fault(String group, String cause, Predicate<Draft> fits, BiConsumer<Draft, Dice> does) {
    this(group, Set.of(cause), fits, does);
  }

  Fault(String group, Set<String> causes, Predicate<Draft> fits, BiConsumer<Draft, Dice> does) {
    this.group = group;
    this.causes = causes;
    this.fits = fits;
    this.does = does;
  }

  /// Whether a healthy account can have it.
  boolean fits(Draft draft) {
    return fits.test(draft);
  }

  /// Whether the doctor may say this of it, first or later. An account that AWS holds back is also
  /// entitled to nothing.
  boolean isSaidAs(String slug) {
    return causes.contains(slug)
        || (group.equals("block") && slug.equals("model-access-not-enabled"));
  }

  void inject(Draft draft, long seed) {
    does.accept(draft, new Dice(seed ^ (0x9E3779B97F4A7C15L * name().hashCode())));
  }

  private static boolean isWide(Draft draft) {
    return draft.style == Style.STAR || draft.style == Style.PATTERN;
  }

  private static String resource(Draft draft, Dice dice) {
    return switch (draft.route) {
      case Route.OnDemand _ -> dice.of("*", draft.modelArn());
      case Route.Geographic _ -> dice.of("*", draft.profileArn());
      case Route.Global _ -> "*";
    };
  }

  private static String outside(Draft draft) {
    return ", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": \"%s\"}}"
        .formatted(draft.region());
  }

  private static void scpOutside(Draft draft, Dice dice) {
    dice.of(draft.levels)
        .statements
        .add(
            "{\"Effect\": \"Deny\", \"NotAction\": [\"iam:*\", \"sts:*\", \"organizations:*\"], \"Resource\": \"*\"%s}"
                .formatted(outside(draft)));
  }

  private static void deny(Draft draft, Dice dice, String resource, String condition) {
    var place =
        draft.role
            ? dice.of(Place.INLINE, Place.MANAGED)
            : dice.of(Place.INLINE, Place.MANAGED, Place.GROUP_INLINE, Place.GROUP_MANAGED);
    draft.extras.add(
        new Extra(
            place,
            "Guard",
            "{\"Sid\": \"Guard\", \"Effect\": \"Deny\", \"Action\": \"%s\", \"Resource\": \"%s\"%s}"
                .formatted(dice.of("bedrock:InvokeModel*", "bedrock:*"), resource, condition)));
  }

  private static void service(Draft draft, String members) {
    draft.faults.add("{%s, \"principal\": \"%s\"}".formatted(members, draft.principal()));
  }
}
