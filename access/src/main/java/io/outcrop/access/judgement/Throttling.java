package io.outcrop.access.judgement;

import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.access.prediction.QuotaPrediction;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.models.quota.Quota.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What quotas and metrics say of a call that AWS throttled: AWS's sentence tells what was counted,
/// the applied value whether anything could be counted at all.
final class Throttling {
  private final Observations seen;
  private final CalledModel called;

  Throttling(Observations seen, CalledModel called) {
    this.seen = seen;
    this.called = called;
  }

  /// `diagnoses` without a quota of zero or nearly so, where the quotas were read and are not.
  List<Diagnosis> standing(List<Diagnosis> diagnoses) {
    return diagnoses.stream().filter(one -> !refutes(one.cause().slug())).toList();
  }

  /// Whether `slug` says that a quota is tiny, and the quotas that were read are not.
  boolean refutes(String slug) {
    return slug.equals(QuotaPrediction.SLUG) && !mayBeTiny();
  }

  private boolean mayBeTiny() {
    return quotas().isEmpty() || quotas().stream().anyMatch(Throttling::isTiny);
  }

  private static boolean isTiny(AppliedQuota quota) {
    return quota.isLow() || quota.letsNothingThrough();
  }

  /// The tiny quota behind AWS's words, if they are about one and there is one.
  Optional<Refusal> tiny(Diagnosis best) {
    var kinds = kinds(best);
    var tiny =
        quotas().stream()
            .filter(quota -> kinds.contains(quota.kind()))
            .filter(Throttling::isTiny)
            .toList();
    return tiny.isEmpty() ? Optional.empty() : Optional.of(QuotaPrediction.of(tiny, seen, called));
  }

  /// What was read of what `cause` counts, and of the last hour; nothing for other causes.
  List<Evidence> evidence(Cause cause) {
    var kinds = QuotaPrediction.kinds(cause.slug());
    if (kinds.isEmpty()) {
      return List.of();
    }
    var evidence = new ArrayList<Evidence>();
    quotas().stream()
        .filter(quota -> kinds.contains(quota.kind()))
        .map(quota -> QuotaPrediction.read(quota, seen.account().quotas().words()))
        .forEach(evidence::add);
    lastHour()
        .map(words -> new Evidence("read", words, seen.account().throttles().words()))
        .ifPresent(evidence::add);
    return List.copyOf(evidence);
  }

  /// What was throttled in the last hour, in words; nothing if nothing was.
  Optional<String> lastHour() {
    return seen.account()
        .throttles()
        .seen()
        .filter(count -> count > 0)
        .map(count ->
            "in the last hour %d %s throttled%s"
                .formatted(
                    count,
                    count == 1 ? "call to this model was" : "calls to this model were",
                    seen.account()
                        .invocations()
                        .seen()
                        .map(answered -> ", %d answered".formatted(answered))
                        .orElse("")));
  }

  /// Whether `slug` is a cause about which quotas say something.
  static boolean isThrottle(String slug) {
    return !QuotaPrediction.kinds(slug).isEmpty();
  }

  /// Words that could mean any throttling are about whatever is tiny.
  private static Set<Kind> kinds(Diagnosis best) {
    var kinds = QuotaPrediction.kinds(best.cause().slug());
    return kinds.isEmpty() || best.confidence() != Confidence.POSSIBLE
        ? kinds
        : Set.copyOf(Arrays.asList(Kind.values()));
  }

  private List<AppliedQuota> quotas() {
    return seen.account().quotas().seen().orElse(List.of());
  }
}
