package io.outcrop.access.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A quota for which Service Quotas takes a request, once somebody says how much is wanted. Source:
/// Amazon Bedrock User Guide, "Request an increase for Amazon Bedrock quotas", read 2026-10: no
/// less than AWS's default is taken.
///
/// @param code `L-…`
/// @param name as Service Quotas shows it
/// @param applied what the account may use
/// @param standard what AWS gives by default; none if it is not known
public record QuotaOffer(String code, String name, BigDecimal applied, List<BigDecimal> standard) {
  public QuotaOffer {
    standard = List.copyOf(standard);
  }

  /// Why `wanted` cannot be asked for; nothing if it can.
  public Optional<String> refusal(BigDecimal wanted) {
    if (wanted.compareTo(applied) <= 0) {
      return Optional.of(
          "`%s` (%s) is %s already, which is no less than %s"
              .formatted(name, code, applied.toPlainString(), wanted.toPlainString()));
    }
    return standard.stream()
        .filter(least -> wanted.compareTo(least) < 0)
        .findFirst()
        .map(least ->
            "of `%s` (%s) Service Quotas takes requests for AWS's default and more, %s, and %s is less"
                .formatted(name, code, least.toPlainString(), wanted.toPlainString()));
  }

  /// The request for `wanted`.
  ///
  /// @throws IllegalArgumentException if it cannot be asked for
  public Change.RequestQuota of(BigDecimal wanted) {
    refusal(wanted)
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    return new Change.RequestQuota(code, name, applied.toPlainString(), wanted.toPlainString());
  }
}
