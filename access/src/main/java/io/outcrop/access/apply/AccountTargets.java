package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.QuotaRequests;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an account has besides policies: the form, agreements, keys, quotas, regions.
final class AccountTargets {
  private static final Set<String> AGREED = Set.of("AVAILABLE", "PENDING");
  private static final Set<String> ON = Set.of("ENABLED", "ENABLING", "ENABLED_BY_DEFAULT");

  private final AwsAccount account;

  AccountTargets(AwsAccount account) {
    this.account = account;
  }

  /// What a look sees is the form's state: `filed` or `not there`.
  Target<String> form(Change.SubmitUseCaseForm submit) {
    return new Target<>(
        "the use-case form",
        () ->
            switch (account.bedrock().useCaseForm()) {
              case Answer.Refused<Json.Obj> refused when refused.error().status() == 404 ->
                  new Answer.Succeeded<>("not there", "");
              case Answer<Json.Obj> answer -> answer.map(_ -> "filed");
            },
        state -> Map.of("form", state),
        state -> state.equals("filed") ? new Standing.Reached() : new Standing.AsPlanned(),
        _ -> account.bedrock().putUseCaseForm(submit.form()));
  }

  /// What a look sees is the agreement's state in AWS's words.
  Target<String> agreement(String model, boolean wanted) {
    return new Target<>(
        "the agreement for `" + model + "`",
        () -> account.bedrock().availability(model).map(Bedrock.Availability::agreement),
        state -> Map.of("agreement", state),
        state ->
            AGREED.contains(state) == wanted ? new Standing.Reached() : new Standing.AsPlanned(),
        _ -> wanted ? accept(model) : account.bedrock().deleteAgreement(model));
  }

  private Answer<?> accept(String model) {
    return switch (account.bedrock().agreementOffers(model)) {
      case Answer.Succeeded<List<Bedrock.Offer>>(var offers, var _) when offers.isEmpty() ->
          new Answer.Refused<>(
              "bedrock:ListFoundationModelAgreementOffers",
              new AwsError(404, "NoOffer", "AWS offers no agreement for it", ""),
              "");
      case Answer.Succeeded<List<Bedrock.Offer>>(var offers, var _) ->
          account.bedrock().createAgreement(model, offers.getFirst().token());
      case Answer<List<Bedrock.Offer>> failed -> failed;
    };
  }

  /// What a look sees is the key's status in AWS's words. The key may be named by its two ends.
  Target<String> key(Change.ActivateAccessKey key, String wanted, String other) {
    return new Target<>(
        "the access key of user `" + key.userName() + "`",
        () -> find(key).map(found -> found.map(Iam.AccessKey::status).orElse("not there")),
        state -> Map.of("status", state),
        state -> {
          if (state.equals(wanted)) {
            return new Standing.Reached();
          }
          return state.equals(other)
              ? new Standing.AsPlanned()
              : new Standing.Different("it is " + state);
        },
        _ ->
            switch (find(key)) {
              case Answer.Succeeded<Optional<Iam.AccessKey>>(var found, var _) ->
                  account
                      .iam()
                      .setAccessKeyStatus(
                          key.userName(),
                          found.map(Iam.AccessKey::id).orElse(key.accessKeyId()),
                          wanted);
              case Answer<Optional<Iam.AccessKey>> failed -> failed;
            });
  }

  private Answer<Optional<Iam.AccessKey>> find(Change.ActivateAccessKey key) {
    return account
        .iam()
        .accessKeys(key.userName())
        .map(keys ->
            keys.stream()
                .filter(one ->
                    one.id().equals(key.accessKeyId())
                        || new AccessKeyId(one.id()).masked().equals(key.accessKeyId()))
                .findFirst());
  }

  /// What a look sees is the value that applies, and `asked` behind it where a request for as much
  /// is open.
  Target<String> quota(Change.RequestQuota quota) {
    return new Target<>(
        "the quota `" + quota.name() + "`",
        () -> look(quota),
        state -> Map.of("value", state),
        state ->
            state.endsWith("asked")
                    || new BigDecimal(state).compareTo(new BigDecimal(quota.desired())) >= 0
                ? new Standing.Reached()
                : new Standing.AsPlanned(),
        _ -> account.quotaRequests().request(quota.code(), new BigDecimal(quota.desired())));
  }

  private Answer<String> look(Change.RequestQuota quota) {
    var requests = account.quotaRequests().requests(quota.code());
    if (requests instanceof Answer.Succeeded<List<QuotaRequests.Request>>(var made, var _)
        && made.stream()
            .anyMatch(one ->
                one.isOpen() && one.desired().compareTo(new BigDecimal(quota.desired())) >= 0)) {
      return new Answer.Succeeded<>("asked", "");
    }
    return account.quotas().applied(quota.code()).map(one -> one.value().toPlainString());
  }

  /// What a look sees is the mode of data retention in Bedrock's words.
  Target<String> retention(String from, String to) {
    return new Target<>(
        "the mode of data retention",
        () -> account.settled().dataRetention(),
        state -> Map.of("mode", state),
        state -> {
          if (state.equals(to)) {
            return new Standing.Reached();
          }
          return state.equals(from)
              ? new Standing.AsPlanned()
              : new Standing.Different("it is `" + state + "`");
        },
        _ -> account.settled().setDataRetention(to));
  }

  /// What a look sees is the region's state in AWS's words.
  Target<String> region(String region, boolean wanted) {
    return new Target<>(
        "the region `" + region + "`",
        () -> account.settled().regionStatus(region),
        state -> Map.of("status", state),
        state -> ON.contains(state) == wanted ? new Standing.Reached() : new Standing.AsPlanned(),
        _ ->
            wanted
                ? account.regionSwitch().enable(region)
                : account.regionSwitch().disable(region));
  }
}
