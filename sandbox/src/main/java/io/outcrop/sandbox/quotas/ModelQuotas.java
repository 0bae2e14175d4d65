package io.outcrop.sandbox.quotas;

import io.outcrop.models.route.Route;
import io.outcrop.sandbox.realm.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The quotas that stand in the way of model calls.
public final class ModelQuotas {
  private ModelQuotas() {}

  /// How much `account` may use of the model of `route`, from the route's region and over routes of
  /// its kind, at `at`; nothing where AWS counts nothing of that kind.
  public static Optional<BigDecimal> applied(
      Account account, Route route, Quota.Kind kind, Instant at) {
    return QuotaList.find(route.modelId(), scope(route), kind)
        .map(quota -> value(account, route.region(), quota, at))
        .or(() ->
            kind == Quota.Kind.TOKENS_PER_DAY
                ? account.standing().quota(route.modelId())
                : Optional.empty());
  }

  /// How many tokens a day `account` may use in `region` of all models together.
  public static BigDecimal tokensPerDay(Account account, String region, Instant at) {
    return QuotaList.find(Quota.ACCOUNT, Quota.Scope.ANY, Quota.Kind.TOKENS_PER_DAY)
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

  /// An application inference profile shares the quotas of what it was copied from; a copy of a
  /// model leads to the called region only.
  private static Quota.Scope scope(Route route) {
    return switch (route) {
      case Route.OnDemand _ -> Quota.Scope.ON_DEMAND;
      case Route.Geographic(var id, _, var region, var destinations)
          when id.startsWith("arn:") && destinations.equals(List.of(region)) ->
          Quota.Scope.ON_DEMAND;
      case Route.Geographic _ -> Quota.Scope.GEOGRAPHIC;
      case Route.Global _ -> Quota.Scope.GLOBAL;
    };
  }
}
