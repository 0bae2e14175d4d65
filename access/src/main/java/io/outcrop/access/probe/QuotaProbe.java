package io.outcrop.access.probe;

import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.AppliedQuotas;
import io.outcrop.cloud.call.Metrics;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.QuotaName;
import io.outcrop.models.quota.Quotas;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at how much of a model the account may use over a route, and at what was throttled.
final class QuotaProbe {
  private static final String LIST = "servicequotas:ListServiceQuotas";
  private static final String STANDARD = "servicequotas:GetAWSDefaultServiceQuota";
  private static final String METRICS = "cloudwatch:GetMetricStatistics";

  private final AwsAccount account;
  private final Asked asked;
  private final ModelCatalogue catalogue;
  private final Optional<CalledModel> called;

  QuotaProbe(
      AwsAccount account, Asked asked, ModelCatalogue catalogue, Optional<CalledModel> called) {
    this.account = account;
    this.asked = asked;
    this.catalogue = catalogue;
    this.called = called;
  }

  /// What goes on; asking waits.
  record Looks(
      Together.Look<List<AppliedQuota>> drawnOn,
      Together.Look<Long> answered,
      Together.Look<Long> throttled) {
    Observation<List<AppliedQuota>> quotas() {
      return drawnOn.seen();
    }

    Observation<Long> invocations() {
      return answered.seen();
    }

    Observation<Long> throttles() {
      return throttled.seen();
    }

    /// Where nothing else of the account is asked for.
    AccountSeen alone() {
      var none = AccountSeen.skipped(Probes.NOT_ASKED);
      return new AccountSeen(
          none.models(),
          none.profiles(),
          none.availability(),
          none.form(),
          none.retention(),
          none.optIn(),
          none.guardrail(),
          quotas(),
          invocations(),
          throttles());
    }
  }

  /// Begins to look.
  Looks begin(Round round) {
    if (!asked.scope().has("quota") || called.isEmpty()) {
      var why = called.isEmpty() ? "no model is named" : Probes.NOT_ASKED;
      return new Looks(
          round.look("quotas", () -> new Observation.Skipped<>(why)),
          round.look("invocations", () -> new Observation.Skipped<>(why)),
          round.look("throttles", () -> new Observation.Skipped<>(why)));
    }
    var all = round.once(account, LIST, () -> Observation.of(LIST, account.quotas().list()));
    return new Looks(
        round.look("quotas", () -> drawnOn(all.seen(), round)),
        counted(Metrics.Count.INVOCATIONS, round),
        counted(Metrics.Count.THROTTLES, round));
  }

  /// Metrics name a profile or model by its id, whether it was called by its id or by its ARN.
  private Together.Look<Long> counted(Metrics.Count count, Round round) {
    var id = called.orElseThrow().route().id();
    var modelId = id.substring(id.lastIndexOf('/') + 1);
    return round.once(
        List.of(account, modelId),
        METRICS + count,
        () -> Observation.of(METRICS, account.metrics().lastHour(count, modelId, asked.at())));
  }

  private Observation<List<AppliedQuota>> drawnOn(
      Observation<List<AppliedQuotas.Quota>> all, Round round) {
    var model = called.flatMap(CalledModel::modelId).flatMap(catalogue::find);
    return model.isEmpty()
        ? new Observation.Skipped<>("it is not known which model is meant")
        : all.map(quotas -> drawnOn(quotas, model.get(), round));
  }

  private List<AppliedQuota> drawnOn(List<AppliedQuotas.Quota> all, Model model, Round round) {
    var route = called.flatMap(CalledModel::wanted).orElseGet(() -> called.orElseThrow().route());
    var drawn = QuotaName.drawnOn(all, AppliedQuotas.Quota::name, route, model.displayName());
    var standards = new ArrayList<Together.Look<BigDecimal>>();
    drawn.forEach(one -> standards.add(standard(one.quota(), round)));
    var applied = new ArrayList<AppliedQuota>();
    for (var i = 0; i < drawn.size(); i++) {
      var one = drawn.get(i);
      applied.add(
          new AppliedQuota(
              one.quota().code(),
              one.quota().name(),
              one.name().kind(),
              one.name().model().isEmpty(),
              one.quota().value(),
              standards.get(i).seen().seen().stream().toList(),
              one.quota().adjustable()));
    }
    return applied;
  }

  /// AWS is asked for its default where the account has less than the default that is known.
  private Together.Look<BigDecimal> standard(AppliedQuotas.Quota quota, Round round) {
    var known = Quotas.ofCode(quota.code()).map(Quota::value);
    if (known.filter(value -> value.compareTo(quota.value()) <= 0).isPresent()) {
      return round.look(
          STANDARD, () -> new Observation.Succeeded<>(known.get(), "the list of known quotas"));
    }
    return round.once(
        List.of(account, quota.code()),
        STANDARD,
        () ->
            Observation.of(
                STANDARD, account.quotas().standard(quota.code()).map(AppliedQuotas.Quota::value)));
  }
}
