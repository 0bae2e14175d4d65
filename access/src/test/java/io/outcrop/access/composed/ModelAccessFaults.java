package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import io.outcrop.models.retention.RetentionModes;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What is wrong with the model that is called, and with what AWS has given the account to call it:
/// the use case form, the Region, the mode of data retention, access, quotas, the agreement.
final class ModelAccessFaults {
  /// AWS says the same to both, and the account, that it has an agreement and is not entitled.
  static final Fault NOT_GRANTED =
      Fault.named(
              "NOT_GRANTED", "block", "model-restricted-for-account", "model-access-not-enabled")
          .where(draft -> draft.granted)
          .by(draft -> draft.granted = false);

  static final List<Fault> ALL =
      List.of(
          Fault.named("NO_FORM", "form", "anthropic-use-case-form").by(draft -> draft.form = false),
          Fault.named("FORM_ELSEWHERE", "form", "anthropic-use-case-form")
              .where(Draft::isOptIn)
              .by(draft -> draft.formElsewhere = true),
          Fault.named("REGION_OFF", "key", "region-not-opted-in")
              .where(Draft::isOptIn)
              .by(draft -> draft.regionOn = false),
          Fault.named("RETENTION", "retention", "data-retention-mode-required")
              .where(draft -> !RetentionModes.shipped().isEnough("none", draft.route.modelId()))
              .by((draft, dice) ->
                  draft.retention =
                      dice.of(
                          Stream.of("none", "default", "inherit", "")
                              .filter(mode ->
                                  !RetentionModes.shipped()
                                      .isEnough(
                                          mode.equals("none") ? mode : "default",
                                          draft.route.modelId()))
                              .toList())),
          NOT_GRANTED,
          Fault.named("NO_TOKENS_A_DAY", "quota", "throttle-quota-zero-or-low")
              .by((draft, dice) ->
                  draft.tokensPerDay =
                      dice.of("{\"*\": 0}", "{\"%s\": 0}".formatted(draft.route.modelId()))),
          Fault.named("NO_QUOTA", "quota", "throttle-quota-zero-or-low")
              .where(draft -> !Routes.quotaCodes(draft).isEmpty())
              .by((draft, dice) ->
                  draft.quotas =
                      "{\"applied\": {\"%s\": {\"%s\": 0}}}"
                          .formatted(
                              dice.of(draft.region(), "*"), dice.of(Routes.quotaCodes(draft)))),
          Fault.named("NEW_ACCOUNT", "quota", "throttle-quota-zero-or-low")
              .where(draft -> !Routes.quotaCodes(draft).isEmpty())
              .by(draft -> draft.quotas = "{\"newAccount\": true}"),
          Fault.named("ENDED", "model", "model-end-of-life")
              .where(draft -> draft.isWide() && !Routes.ended(draft).isEmpty())
              .by((draft, dice) -> draft.called = dice.of(Routes.ended(draft))),
          Fault.named("NOT_BOUGHT", "agreement", "marketplace-permissions")
              .where(Draft::isOwn)
              .by(draft -> {
                draft.agreement = "";
                draft.mayBuy = false;
              }),
          Fault.named("BUYING_DENIED", "agreement", "marketplace-permissions")
              .by(draft -> {
                draft.agreement = "\"NOT_AVAILABLE\"";
                draft.mayBuy = true;
                draft.extras.add(
                    new Extra(
                        Place.INLINE,
                        "NoMarketplace",
                        Statement.deny("aws-marketplace:Subscribe")));
              }),
          Fault.named("BUYING_DENIED_BY_SCP", "agreement", "marketplace-permissions")
              .where(draft -> draft.member)
              .by((draft, dice) -> {
                draft.agreement = "";
                draft.mayBuy = true;
                dice.of(draft.levels).statements.add(Statement.deny("aws-marketplace:*"));
              }),
          Fault.named("PENDING", "agreement", "marketplace-agreement-pending")
              .by(draft ->
                  draft.agreement =
                      "{\"status\": \"PENDING\", \"begun\": \"%s\"}"
                          .formatted(draft.clock.minus(Duration.ofHours(1)))),
          Fault.named("UNPAID", "agreement", "marketplace-payment-instrument")
              .by(draft ->
                  draft.agreement =
                      "{\"status\": \"ERROR\", \"message\": \"INVALID_PAYMENT_INSTRUMENT:A valid"
                          + " payment instrument must be provided.\"}"),
          Fault.named("VERIFIED_YET", "block", "account-being-verified")
              .by(draft -> draft.block = "BEING_VERIFIED"),
          Fault.named("NOT_ALLOWED", "block", "account-operation-not-allowed")
              .by(draft -> draft.block = "OPERATION_NOT_ALLOWED"),
          Fault.named("NOT_AUTHORIZED", "block", "account-not-authorized-api")
              .by(draft -> draft.block = "ACCOUNT_NOT_AUTHORIZED"),
          Fault.named("RISK", "block", "account-risk-score")
              .by(draft -> draft.block = "RISK_SCORE"),
          Fault.named("UNUSED", "life", "model-legacy-inactive")
              .where(draft -> !draft.lastUsed.isEmpty())
              .by(draft -> draft.lastUsed = draft.clock.minus(Duration.ofDays(90)).toString()),
          Fault.named("ON_DEMAND", "model", "on-demand-not-supported")
              .where(draft ->
                  draft.isProfile()
                      && draft.style != Style.THROUGH_PROFILE
                      && !Routes.onDemand(draft))
              .by(draft -> draft.called = draft.route.modelId()),
          Fault.named(
                  "SUFFIX", "model", "invalid-model-id-suffix", "invalid-model-id-not-on-bedrock")
              .where(Draft::isWide)
              .by(draft ->
                  draft.called =
                      draft.called.endsWith("-v1:0")
                          ? draft.called.replace("-v1:0", "-v7:0")
                          : draft.called + "-v1:0"),
          Fault.named(
                  "OTHER_GEOGRAPHY",
                  "model",
                  "profile-prefix-region-mismatch",
                  "model-not-in-region")
              .where(draft ->
                  draft.isWide()
                      && draft.route instanceof Route.Geographic
                      && draft.called.startsWith("us."))
              .by(draft -> draft.called = "eu" + draft.called.substring(2)),
          Fault.named(
                  "ALIAS",
                  "model",
                  "invalid-model-id-alias",
                  "invalid-model-id-suffix",
                  "invalid-model-id-not-on-bedrock")
              .where(Draft::isWide)
              .by(draft ->
                  draft.called =
                      draft
                          .route
                          .modelId()
                          .replaceFirst("^anthropic\\.", "")
                          .replaceFirst("-v\\d.*$", "")),
          Fault.named("MODEL_FAILS", "service", "model-error")
              .by(draft -> service(draft, "\"kind\": \"MODEL_ERROR\"")),
          Fault.named("UNSUBSCRIBED", "service", "service-not-subscribed")
              .by(draft ->
                  service(
                      draft,
                      "\"kind\": \"ERROR\", \"service\": \"bedrock-runtime\", \"error\":"
                          + " {\"status\": 403, \"code\": \"SubscriptionRequiredException\","
                          + " \"message\": \"The AWS Access Key Id needs a subscription for the"
                          + " service\"}")));

  private ModelAccessFaults() {}

  private static void service(Draft draft, String members) {
    draft.faults.add("{%s, \"principal\": \"%s\"}".formatted(members, draft.principal()));
  }
}
