package io.outcrop.sandbox.quotas;

import io.outcrop.models.quota.Quota;
import io.outcrop.models.quota.Quotas;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.realm.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// The quotas that stand in the way of model calls.
public final class ModelQuotas {
  private ModelQuotas() {}

  /// How much `account` may use of the model of `route`, from the route's region and over routes of
  /// its kind, at `at`; nothing where AWS counts nothing of that kind.
  public static Optional<BigDecimal> applied(
      Account account, Route route, Quota.Kind kind, Instant at) {
    return Quotas.find(route.modelId(), Quota.Scope.of(route), kind)
        .map(quota -> value(account, route.region(), quota, at))
        .or(() ->
            kind == Quota.Kind.TOKENS_PER_DAY
                ? account.standing().quota(route.modelId())
                : Optional.empty());
  }

  /// How many tokens a day `account` may use in `region` of all models together.
  public static BigDecimal tokensPerDay(Account account, String region, Instant at) {
    return Quotas.find(Quota.ACCOUNT, Quota.Scope.ANY, Quota.Kind.TOKENS_PER_DAY)
        .map(quota -> value(account, region, quota, at))
        .orElseThrow();
  }

  /// The value of `quota` in force.
  static BigDecimal value(Account account, String region, Quota quota, Instant at) {
    var standing = account.standing();
    return standing
        .quotas()
        .value(region, quota.code(), at)
        .or(() ->
            quota.kind() == Quota.Kind.TOKENS_PER_DAY
                ? standing.quota(quota.model())
                : Optional.empty())
        .orElse(quota.value());
  }
}
