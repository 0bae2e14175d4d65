package io.outcrop.sandbox.realm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an account's quotas of Bedrock are, where they are not AWS's defaults.
///
/// @param fresh whether the account is new: what nobody has raised is zero
/// @param applied values by region (`*` for all others), then by quota code
/// @param increases what was asked, oldest first
/// @param review what AWS makes of requests
public record AccountQuotas(
    boolean fresh,
    Map<String, Map<String, BigDecimal>> applied,
    List<QuotaIncrease> increases,
    Review review) {
  /// Every value at its default, and requests that are approved.
  public static final AccountQuotas DEFAULT =
      new AccountQuotas(false, Map.of(), List.of(), Review.USUAL);

  public AccountQuotas {
    var copied = new LinkedHashMap<String, Map<String, BigDecimal>>();
    applied.forEach((region, values) -> copied.put(region, Realm.ordered(values)));
    applied = Realm.ordered(copied);
    increases = List.copyOf(increases);
  }

  /// What becomes of requests.
  ///
  /// @param opensAfter when a support case is opened
  /// @param decidesAfter when it is decided, counted from the request
  /// @param outcome how
  public record Review(Duration opensAfter, Duration decidesAfter, QuotaIncrease.Outcome outcome) {
    /// AWS promises no times; these are the sandbox's own.
    public static final Review USUAL =
        new Review(Duration.ofMinutes(1), Duration.ofMinutes(30), QuotaIncrease.Outcome.APPROVED);
  }

  /// The value in force at `at`, unless it is AWS's default: the last increase that was granted,
  /// else what the world says.
  public Optional<BigDecimal> value(String region, String code, Instant at) {
    for (var one : increases.reversed()) {
      if (one.region().equals(region) && one.code().equals(code) && one.isGranted(at)) {
        return Optional.of(one.desired());
      }
    }
    return stated(region, code).or(() -> fresh ? Optional.of(BigDecimal.ZERO) : Optional.empty());
  }

  private Optional<BigDecimal> stated(String region, String code) {
    return Optional.ofNullable(applied.getOrDefault(region, Map.of()).get(code))
        .or(() -> Optional.ofNullable(applied.getOrDefault(Standing.ANY, Map.of()).get(code)));
  }

  /// With one more request.
  public AccountQuotas asked(QuotaIncrease increase) {
    var changed = new ArrayList<>(increases);
    changed.add(increase);
    return new AccountQuotas(fresh, applied, changed, review);
  }
}
