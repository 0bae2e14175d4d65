package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Settled;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.retention.RetentionModes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Looks at the account's standing with a model.
final class AccountProbe {
  private static final String LIST_PROFILES = "bedrock:ListInferenceProfiles";
  private static final String UNKNOWN_MODEL = "it is not known which model is meant";

  private final AwsAccount account;
  private final Asked asked;
  private final ModelCatalogue catalogue;
  private final Optional<CalledModel> called;

  /// @param account what is the same for one account and region is looked at once for it
  AccountProbe(
      AwsAccount account, Asked asked, ModelCatalogue catalogue, Optional<CalledModel> called) {
    this.account = account;
    this.asked = asked;
    this.catalogue = catalogue;
    this.called = called;
  }

  /// Begins to look; asking what was seen waits.
  Supplier<AccountSeen> begin(Round round) {
    var scope = asked.scope();
    var account = scope.has("account") || scope.has("model");
    if (!account && !scope.has("quota")) {
      return () -> AccountSeen.skipped(Probes.NOT_ASKED);
    }
    var quotas = new QuotaProbe(this.account, asked, catalogue, called).begin(round);
    return account ? begin(round, quotas) : quotas::alone;
  }

  private Supplier<AccountSeen> begin(Round round, QuotaProbe.Looks quotas) {
    var bedrock = account.bedrock();
    var models =
        round.once(
            account,
            "bedrock:ListFoundationModels",
            () -> Observation.of("bedrock:ListFoundationModels", bedrock.listFoundationModels()));
    var profiles =
        round.once(
            account,
            LIST_PROFILES,
            () -> Observation.of(LIST_PROFILES, bedrock.listSystemProfiles()));
    var own =
        round.once(
            account,
            "the account's own inference profiles",
            () -> Observation.of(LIST_PROFILES, bedrock.listApplicationProfiles()));
    var availability =
        round.once(
            List.of(account, modelId()),
            "bedrock:GetFoundationModelAvailability",
            this::availability);
    var form = round.once(account, "bedrock:GetUseCaseForModelAccess", this::form);
    var optIn = round.once(account, "account:GetRegionOptStatus", this::optIn);
    var guardrail = round.look("bedrock:GetGuardrail", this::guardrail);
    var retention =
        asksForRetention()
            ? round.once(account, "bedrock:GetAccountDataRetention", this::retention)
            : round.<String>look(
                "data retention",
                () -> new Observation.Skipped<>("the model takes every mode of data retention"));
    return () ->
        new AccountSeen(
            models.seen(),
            together(profiles.seen(), own.seen()),
            availability.seen(),
            form.seen(),
            retention.seen(),
            optIn.seen(),
            guardrail.seen(),
            quotas.quotas(),
            quotas.invocations(),
            quotas.throttles());
  }

  /// Both lists as one; the first that could not be read speaks for both.
  private static <T> Observation<List<T>> together(
      Observation<List<T>> first, Observation<List<T>> second) {
    var head = first.seen();
    return head.isEmpty()
        ? first
        : second.map(tail -> Stream.concat(head.get().stream(), tail.stream()).toList());
  }

  private String modelId() {
    return called.map(one -> one.modelId().orElseGet(() -> one.reference().id())).orElse("");
  }

  private Observation<Bedrock.Availability> availability() {
    return modelId().isEmpty()
        ? new Observation.Skipped<>(UNKNOWN_MODEL)
        : Observation.of(
            "bedrock:GetFoundationModelAvailability", account.bedrock().availability(modelId()));
  }

  private Observation<Boolean> form() {
    var operation = "bedrock:GetUseCaseForModelAccess";
    var form = Observation.of(operation, account.bedrock().useCaseForm());
    if (form instanceof Observation.Refused<?>(var called, AwsError error, var _)
        && error.code().startsWith("ResourceNotFound")) {
      return new Observation.Succeeded<>(false, called);
    }
    return form.map(_ -> true);
  }

  private Observation<String> optIn() {
    return Observation.of(
        "account:GetRegionOptStatus", account.settled().regionStatus(asked.region().value()));
  }

  private Observation<Settled.Guardrail> guardrail() {
    return asked
        .guardrail()
        .map(named ->
            Observation.of(
                "bedrock:GetGuardrail", account.settled().guardrail(named.id(), named.version())))
        .orElseGet(() -> new Observation.Skipped<>("the request names no guardrail"));
  }

  /// Whether the model is one that asks for more than an account lets happen by default, or one of
  /// which that is not known.
  private boolean asksForRetention() {
    return RetentionModes.shipped().least(modelId()).isPresent()
        || catalogue.find(modelId()).isEmpty();
  }

  private Observation<String> retention() {
    return Observation.of("bedrock:GetAccountDataRetention", account.settled().dataRetention());
  }
}
