package io.outcrop.access.evidence;

import io.outcrop.models.quota.LeastCall;
import io.outcrop.models.quota.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// One quota on which a call draws, as it applies to the account.
///
/// @param code `L-…`
/// @param name as Service Quotas shows it
/// @param kind what it counts
/// @param ofAccount whether it counts all models of the account together
/// @param value what the account may use
/// @param standard what AWS gives by default; none if it is not known
/// @param adjustable whether Service Quotas takes requests to raise it
public record AppliedQuota(
    String code,
    String name,
    Quota.Kind kind,
    boolean ofAccount,
    BigDecimal value,
    List<BigDecimal> standard,
    boolean adjustable) {
  /// AWS states no bound below which a quota is that of an account that it does not trust yet; this
  /// one is ours.
  private static final BigDecimal LOW = new BigDecimal("0.1");

  public AppliedQuota {
    standard = List.copyOf(standard);
  }

  /// Whether it lets nothing through: it is less than the smallest call counts for when it begins.
  public boolean letsNothingThrough() {
    return isBelow(LeastCall.shipped());
  }

  /// Whether it is less than `call` counts for when it begins.
  public boolean isBelow(LeastCall call) {
    return value.compareTo(call.counted(kind)) < 0;
  }

  /// Whether it is less than a tenth of AWS's default.
  public boolean isLow() {
    return standard.stream().anyMatch(one -> value.compareTo(one.multiply(LOW)) < 0);
  }

  /// In words: the value, what it counts, and AWS's default where that differs.
  public String words() {
    var counted = kind.words() + (ofAccount ? " of all models together" : "");
    return standard.stream()
        .filter(one -> one.compareTo(value) != 0)
        .findFirst()
        .map(one -> "%s %s (AWS's default: %s)".formatted(shown(value), counted, shown(one)))
        .orElseGet(() -> shown(value) + " " + counted);
  }

  private static String shown(BigDecimal number) {
    return String.format(Locale.ROOT, "%,f", number).replaceAll("\\.0+$", "");
  }
}
