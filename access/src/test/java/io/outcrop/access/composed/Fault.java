package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Login;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.retention.RetentionModes;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One thing that is wrong: where it can be, what it does to an account, and how the doctor may
/// name it. Leaving it out mends it. Two of one group are never in one account, since AWS would say
/// the same to both.
@SuppressWarnings("ImmutableEnumChecker") // its members are lambdas that hold nothing
enum Fault {
  NO_ALLOW("allow", "iam-no-identity-policy-allow", _ -> true, (draft, _) -> draft.allows = false),
  NO_STREAM(
      "allow",
      "iam-missing-stream-action",
      Fault::isOwn,
      (draft, _) -> draft.allowsStreams = false),
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
      Fault::isOwn,
      (draft, dice) ->
          draft.condition =
              dice.of(
                  "{\"IpAddress\": {\"aws:SourceIp\": \"198.51.100.0/24\"}}",
                  "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"billing\"}}",
                  "{\"DateGreaterThan\": {\"aws:CurrentTime\": \"2030-01-01T00:00:00Z\"}}",
                  "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}",
                  "{\"StringEquals\": {\"aws:SourceVpce\": \"vpce-0f0f0f0f0f0fEXAMPLE\"}}",
                  "{\"NumericLessThan\": {\"aws:EpochTime\": \"1700000000\"}}",
                  "{\"StringEquals\": {\"aws:PrincipalTag/cost-center\": \"42\"}}",
                  "{\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/deploy-*\"}}")),
  OUTDATED(
      "allow",
      "iam-no-identity-policy-allow",
      draft ->
          draft.olderVersions > 0
              && isOwn(draft)
              && (draft.place == Place.MANAGED || draft.place == Place.GROUP_MANAGED),
      (draft, _) -> draft.outdated = true),
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
  DENY_STREAM(
      "identity deny",
      "identity-explicit-deny",
      _ -> true,
      (draft, dice) ->
          guard(
              draft,
              dice,
              "{\"Sid\": \"Guard\", \"Effect\": \"Deny\", \"Action\":"
                  + " \"bedrock:InvokeModelWithResponseStream\", \"Resource\": \"*\"}")),
  DENY_BY_CONDITION(
      "identity deny",
      "identity-explicit-deny",
      _ -> true,
      (draft, dice) ->
          deny(
              draft,
              dice,
              "*",
              ", \"Condition\": "
                  + dice.of(
                      "{\"StringNotEquals\": {\"aws:PrincipalTag/team\": [\"billing\", \"data\"]}}",
                      "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"models\"}}",
                      "{\"DateGreaterThan\": {\"aws:CurrentTime\": \"2025-06-01T00:00:00Z\"}}",
                      "{\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0f0f0f0f0f0fEXAMPLE\"}}",
                      "{\"StringNotLike\": {\"aws:SourceVpc\": \"vpc-0f0f*\"}}",
                      "{\"Null\": {\"aws:PrincipalTag/project\": \"true\"}}",
                      "{\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}, \"Bool\": {\"aws:SecureTransport\": \"true\"}}"
                          .formatted(draft.account()),
                      "{\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}}"))),
  DENY_OTHER_MODELS(
      "identity deny",
      "identity-explicit-deny",
      _ -> true,
      (draft, dice) ->
          guard(
              draft,
              dice,
              "{\"Sid\": \"Guard\", \"Effect\": \"Deny\", \"Action\": \"bedrock:InvokeModel*\","
                  + " \"NotResource\": [\"arn:aws:bedrock:*::foundation-model/amazon.*\","
                  + " \"arn:aws:bedrock:*:*:inference-profile/*\"]}")),
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
  BOUNDARY_STREAM(
      "boundary",
      Set.of("permissions-boundary-explicit-deny", "permissions-boundary-no-allow"),
      _ -> true,
      (draft, dice) ->
          draft.boundary =
              dice.of(
                  "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\":"
                      + " \"Deny\", \"Action\": \"bedrock:InvokeModelWithResponseStream\","
                      + " \"Resource\": \"*\"}",
                  "{\"Effect\": \"Allow\", \"NotAction\":"
                      + " \"bedrock:InvokeModelWithResponseStream\", \"Resource\": \"*\"}")),
  SESSION_EMPTY(
      "session",
      "session-policy-no-allow",
      draft -> draft.role && !draft.isChained(),
      (draft, _) -> {
        draft.sessionManaged = "";
        draft.session =
            "{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"aws-marketplace:*\"], \"Resource\":"
                + " \"*\"}";
      }),
  SESSION_DENIES(
      "session",
      "session-policy-explicit-deny",
      draft -> draft.role && !draft.isChained(),
      (draft, _) ->
          draft.session =
              "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\":"
                  + " \"Deny\", \"Action\": \"bedrock:InvokeModel*\", \"Resource\": \"*\"}"),
  SESSION_STREAM(
      "session",
      "session-policy-explicit-deny",
      draft -> draft.role && !draft.isChained(),
      (draft, _) ->
          draft.sessionManaged =
              "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\":"
                  + " \"Deny\", \"Action\": \"bedrock:InvokeModelWithResponseStream\","
                  + " \"Resource\": \"*\"}"),
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
  SCP_STREAM(
      "scp deny",
      Set.of("scp-explicit-deny", "scp-deny-global-profile"),
      draft -> draft.member,
      (draft, dice) ->
          dice.of(draft.levels)
              .statements
              .add(
                  "{\"Effect\": \"Deny\", \"Action\": \"bedrock:InvokeModelWithResponseStream\","
                      + " \"Resource\": \"*\"}")),
  SCP_REGION(
      "scp deny",
      Set.of("scp-explicit-deny"),
      draft -> draft.member && !(draft.route instanceof Route.Global),
      (draft, dice) ->
          dice.of(draft.levels)
              .statements
              .add(
                  "{\"Effect\": \"Deny\", \"NotAction\": [\"iam:*\", \"sts:*\","
                      + " \"organizations:*\"], \"Resource\": \"*\", \"Condition\":"
                      + " {\"StringEquals\": {\"aws:RequestedRegion\": \"%s\"}}}"
                          .formatted(draft.region()))),
  SCP_AT_ROOT(
      "scp deny",
      Set.of("scp-explicit-deny", "scp-deny-global-profile"),
      draft -> draft.member,
      (draft, _) ->
          draft.rootStatements.add(
              "{\"Effect\": \"Deny\", \"Action\": [\"bedrock:InvokeModel\","
                  + " \"bedrock:InvokeModelWithResponseStream\"], \"Resource\": \"*\","
                  + " \"Condition\": {\"StringEquals\": {\"aws:PrincipalAccount\": \"%s\"}}}"
                      .formatted(draft.account()))),
  SCP_BY_PRINCIPAL(
      "scp deny",
      Set.of("scp-explicit-deny", "scp-deny-global-profile"),
      draft -> draft.member,
      (draft, dice) ->
          dice.of(draft.levels)
              .statements
              .add(
                  "{\"Effect\": \"Deny\", \"Action\": \"bedrock:Invoke*\", \"Resource\": \"*\","
                      + " \"Condition\": {\"ArnNotLike\": {\"aws:PrincipalARN\":"
                      + " [\"arn:aws:iam::*:role/PlatformAdmin\"]}}}")),
  ENDPOINT_DENIES(
      "endpoint",
      "vpce-policy-explicit-deny",
      draft -> !draft.endpoint.isEmpty(),
      (draft, dice) ->
          draft.endpoint =
              Base.PASS
                  + ", {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"%s\", \"Resource\": \"*\"}"
                      .formatted(
                          dice.of(
                              "bedrock:InvokeModel*",
                              "bedrock:*",
                              "bedrock:InvokeModelWithResponseStream"))),
  ENDPOINT_EMPTY(
      "endpoint",
      "vpce-policy-no-allow",
      draft -> !draft.endpoint.isEmpty(),
      (draft, dice) ->
          draft.endpoint =
              dice.of(
                  "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"bedrock:List*\","
                      + " \"Resource\": \"*\"}",
                  "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\":"
                      + " \"arn:aws:bedrock:*::foundation-model/amazon.*\"}",
                  "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\":"
                      + " \"arn:aws:iam::123456789012:root\"}, \"Action\": \"*\", \"Resource\":"
                      + " \"*\"}",
                  "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\":"
                      + " \"*\", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\":"
                      + " \"o-otherorgid\"}}}")),
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
  FORM_ELSEWHERE(
      "form", "anthropic-use-case-form", Draft::isOptIn, (draft, _) -> draft.formElsewhere = true),
  REGION_OFF("key", "region-not-opted-in", Draft::isOptIn, (draft, _) -> draft.regionOn = false),
  RETENTION(
      "retention",
      "data-retention-mode-required",
      draft -> !RetentionModes.shipped().isEnough("none", draft.route.modelId()),
      (draft, dice) ->
          draft.retention =
              dice.of(
                  Stream.of("none", "default", "inherit", "")
                      .filter(mode ->
                          !RetentionModes.shipped()
                              .isEnough(
                                  mode.equals("none") ? mode : "default", draft.route.modelId()))
                      .toList())),
  /// AWS says the same to both, and the account, that it has an agreement and is not entitled.
  NOT_GRANTED(
      "block",
      Set.of("model-restricted-for-account", "model-access-not-enabled"),
      draft -> draft.granted,
      (draft, _) -> draft.granted = false),
  NO_TOKENS_A_DAY(
      "quota",
      "throttle-quota-zero-or-low",
      _ -> true,
      (draft, dice) ->
          draft.tokensPerDay =
              dice.of("{\"*\": 0}", "{\"%s\": 0}".formatted(draft.route.modelId()))),
  NO_QUOTA(
      "quota",
      "throttle-quota-zero-or-low",
      draft -> !Routes.quotaCodes(draft).isEmpty(),
      (draft, dice) ->
          draft.quotas =
              "{\"applied\": {\"%s\": {\"%s\": 0}}}"
                  .formatted(dice.of(draft.region(), "*"), dice.of(Routes.quotaCodes(draft)))),
  NEW_ACCOUNT(
      "quota",
      "throttle-quota-zero-or-low",
      draft -> !Routes.quotaCodes(draft).isEmpty(),
      (draft, _) -> draft.quotas = "{\"newAccount\": true}"),
  ENDED(
      "model",
      "model-end-of-life",
      draft -> isWide(draft) && !Routes.ended(draft).isEmpty(),
      (draft, dice) -> draft.called = dice.of(Routes.ended(draft))),
  NOT_BOUGHT(
      "agreement",
      "marketplace-permissions",
      draft -> draft.style != Style.OF_AWS,
      (draft, _) -> {
        draft.agreement = "";
        draft.mayBuy = false;
      }),
  BUYING_DENIED(
      "agreement",
      "marketplace-permissions",
      _ -> true,
      (draft, _) -> {
        draft.agreement = "\"NOT_AVAILABLE\"";
        draft.mayBuy = true;
        draft.extras.add(
            new Extra(
                Place.INLINE,
                "NoMarketplace",
                "{\"Effect\": \"Deny\", \"Action\": \"aws-marketplace:Subscribe\", \"Resource\":"
                    + " \"*\"}"));
      }),
  BUYING_DENIED_BY_SCP(
      "agreement",
      "marketplace-permissions",
      draft -> draft.member,
      (draft, dice) -> {
        draft.agreement = "";
        draft.mayBuy = true;
        dice.of(draft.levels)
            .statements
            .add("{\"Effect\": \"Deny\", \"Action\": \"aws-marketplace:*\", \"Resource\": \"*\"}");
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
      "key",
      "credentials-invalid",
      draft -> (!draft.role && !draft.isApiKey()) || draft.isChained(),
      (draft, _) -> draft.keyActive = false),
  SESSION_ENDED(
      "key",
      Set.of("expired-token", "api-key-expired"),
      draft -> draft.role && !draft.isChained(),
      (draft, _) -> draft.sessionEnded = true),
  WRONG_SECRET(
      "key",
      "signature-wrong-secret-key",
      draft -> !draft.isApiKey(),
      (draft, _) -> draft.secretRight = false),
  NO_TOKEN(
      "key",
      "missing-session-token",
      draft -> draft.role && !draft.isApiKey() && !draft.isChained(),
      (draft, _) -> draft.tokenGiven = false),
  API_KEY_OFF(
      "key",
      "api-key-invalid",
      draft -> draft.isApiKey() && !draft.role,
      (draft, _) -> draft.keyActive = false),
  API_KEY_OLD("key", "api-key-expired", Draft::isApiKey, (draft, _) -> draft.keyExpired = true),
  API_KEY_NOT_ALLOWED(
      "bearer",
      "api-key-call-denied",
      draft -> draft.isApiKey() && isOwn(draft) && draft.style != Style.STAR,
      (draft, _) -> draft.bearerAllowed = false),
  API_KEY_DENIED(
      "identity deny",
      Set.of("identity-explicit-deny", "api-key-call-denied"),
      Draft::isApiKey,
      (draft, dice) ->
          guard(
              draft,
              dice,
              "{\"Sid\": \"Guard\", \"Effect\": \"Deny\", \"Action\":"
                  + " \"bedrock:CallWithBearerToken\", \"Resource\": \"*\"}")),
  NOT_TRUSTED("key", "assume-role-denied", Draft::isChained, (draft, _) -> draft.trusted = false),
  MAY_NOT_ENTER(
      "key", "assume-role-denied", Draft::isChained, (draft, _) -> draft.mayEnter = false),
  CLOCK(
      "key",
      "clock-skew",
      draft -> !draft.isApiKey(),
      (draft, dice) -> draft.clockOffset = Duration.ofMinutes(dice.of(-45, -20, 20, 45))),
  NO_KEYS(
      "client",
      "no-credentials",
      _ -> true,
      (draft, _) -> {
        draft.dropped.addAll(
            List.of(
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "AWS_PROFILE",
                "AWS_BEARER_TOKEN_BEDROCK"));
        draft.environment.put("AWS_EC2_METADATA_DISABLED", "true");
      }),
  HALF_A_KEY(
      "client",
      "partial-credentials",
      draft -> draft.login == Login.KEYS,
      (draft, _) -> draft.dropped.add("AWS_SECRET_ACCESS_KEY")),
  NO_REGION(
      "client",
      "no-region",
      draft -> draft.login == Login.KEYS,
      (draft, _) -> draft.dropped.add("AWS_REGION"));

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
  /// entitled to nothing, be the model open to all or not.
  boolean isSaidAs(String slug) {
    return causes.contains(slug) || (group.equals("block") && NOT_GRANTED.causes.contains(slug));
  }

  void inject(Draft draft, long seed) {
    does.accept(draft, new Dice(seed ^ (0x9E3779B97F4A7C15L * name().hashCode())));
  }

  private static boolean isWide(Draft draft) {
    return draft.style == Style.STAR || draft.style == Style.PATTERN || draft.style == Style.OF_AWS;
  }

  /// Whether the policy that allows the call is the account's own.
  private static boolean isOwn(Draft draft) {
    return draft.style != Style.OF_AWS;
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
    guard(
        draft,
        dice,
        "{\"Sid\": \"Guard\", \"Effect\": \"Deny\", \"Action\": \"%s\", \"Resource\": \"%s\"%s}"
            .formatted(dice.of("bedrock:InvokeModel*", "bedrock:*"), resource, condition));
  }

  private static void guard(Draft draft, Dice dice, String statement) {
    var place =
        draft.role
            ? dice.of(Place.INLINE, Place.MANAGED)
            : dice.of(Place.INLINE, Place.MANAGED, Place.GROUP_INLINE, Place.GROUP_MANAGED);
    draft.extras.add(new Extra(place, "Guard", statement));
  }

  private static void service(Draft draft, String members) {
    draft.faults.add("{%s, \"principal\": \"%s\"}".formatted(members, draft.principal()));
  }
}
