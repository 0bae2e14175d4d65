package io.outcrop.access.prediction;

import io.outcrop.access.body.MostTokens;
import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.models.quota.LeastCall;
import io.outcrop.models.quota.Quota.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the account's quotas will refuse.
public final class QuotaPrediction {
  /// The cause that a tiny quota is.
  public static final String SLUG = "throttle-quota-zero-or-low";

  private QuotaPrediction() {}

  /// What the quotas count that `slug` is about; nothing for a cause that is about none.
  public static Set<Kind> kinds(String slug) {
    return switch (slug) {
      case "throttle-requests-per-minute" -> Set.of(Kind.REQUESTS_PER_MINUTE);
      case "throttle-tokens-per-minute" -> Set.of(Kind.TOKENS_PER_MINUTE);
      case "throttle-tokens-per-day" -> Set.of(Kind.TOKENS_PER_DAY);
      case SLUG -> Set.of(Kind.values());
      default -> Set.of();
    };
  }

  /// The refusal of every call, where one of the quotas that it draws on is zero, or less than the
  /// smallest call counts for; or that of the caller's own body, which wants back more than a quota
  /// has. A call that was answered speaks against it.
  static Optional<Refusal> refusal(Observations seen, CalledModel called) {
    if (seen.asked().probing() == Probing.PAID && seen.plain() instanceof Observation.Succeeded) {
      return Optional.empty();
    }
    var closed =
        seen.account().quotas().seen().stream()
            .flatMap(List::stream)
            .filter(AppliedQuota::letsNothingThrough)
            .toList();
    return closed.isEmpty()
        ? seen.asked().body().stream()
            .flatMap(body -> MostTokens.output(body).stream())
            .flatMap(output -> ofBody(output, seen, called).stream())
            .findFirst()
        : Optional.of(of(closed, seen, called));
  }

  /// What the quotas lead to that have less than a body reserves which wants `output` tokens back.
  private static Optional<Refusal> ofBody(long output, Observations seen, CalledModel called) {
    var call = LeastCall.shipped().wanting(output);
    var exceeded =
        seen.account().quotas().seen().stream()
            .flatMap(List::stream)
            .filter(quota -> quota.isBelow(call))
            .sorted(Comparator.comparing(AppliedQuota::value))
            .toList();
    if (exceeded.isEmpty()) {
      return Optional.empty();
    }
    var least = exceeded.getFirst();
    return Optional.of(
        new Refusal(
            Gate.QUOTA,
            least.isLow() ? SLUG : slug(least.kind()),
            false,
            false,
            ("the body wants up to %,d tokens back, which are reserved when it begins, and the"
                    + " account may use %s over `%s`")
                .formatted(output, least.words(), route(called)),
            exceeded.stream().map(one -> read(one, seen.account().quotas().words())).toList(),
            new Ground.Exceeded(exceeded)));
  }

  private static String slug(Kind kind) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> "throttle-requests-per-minute";
      case TOKENS_PER_MINUTE -> "throttle-tokens-per-minute";
      case TOKENS_PER_DAY -> "throttle-tokens-per-day";
    };
  }

  private static String route(CalledModel called) {
    return called.wanted().orElse(called.route()).id();
  }

  /// What the quotas `limited` of the account lead to, which are zero or tiny.
  ///
  /// @param limited at least one of those that were seen
  public static Refusal of(List<AppliedQuota> limited, Observations seen, CalledModel called) {
    var sentence =
        "the account may use %s over `%s`"
                .formatted(
                    String.join(", ", limited.stream().map(AppliedQuota::words).toList()),
                    route(called))
            + (limited.stream().anyMatch(AppliedQuota::letsNothingThrough)
                ? ": every call is throttled" + least(limited)
                : ": even few calls are throttled");
    return new Refusal(
        Gate.QUOTA,
        SLUG,
        false,
        false,
        sentence,
        limited.stream().map(one -> read(one, seen.account().quotas().words())).toList(),
        new Ground.Limited(limited));
  }

  /// Why a quota that is not zero lets nothing through.
  private static String least(List<AppliedQuota> limited) {
    return limited.stream()
        .filter(quota -> quota.letsNothingThrough() && quota.value().signum() > 0)
        .map(quota ->
            ", since the smallest reserves %s when it begins"
                .formatted(LeastCall.shipped().counted(quota.kind()).toPlainString()))
        .findFirst()
        .orElse("");
  }

  /// `quota` as evidence.
  ///
  /// @param source the call that listed it
  public static Evidence read(AppliedQuota quota, String source) {
    return new Evidence(
        "read", "quota `%s` (%s): %s".formatted(quota.name(), quota.code(), quota.words()), source);
  }
}
