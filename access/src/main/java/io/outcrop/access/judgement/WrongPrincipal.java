package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.aws.Principal;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.SourceTried;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether another principal calls than the one that is meant. Then nothing that this one may not
/// do is a cause: it was never meant to.
final class WrongPrincipal {
  private WrongPrincipal() {}

  /// The root where another one calls; none where nobody said who is meant, or nobody knows who
  /// calls.
  static Optional<Lead> of(Observations seen) {
    return seen.asked().scope().expected().stream()
        .flatMap(expected -> lead(expected, seen).stream())
        .findFirst();
  }

  private static Optional<Lead> lead(ExpectedPrincipal expected, Observations seen) {
    return seen.identity() instanceof Observation.Succeeded<Identity>(var identity, var source)
            && Principal.parse(identity.arn()).filter(one -> !expected.isMet(one)).isPresent()
        ? Optional.of(lead(expected.text(), identity, source, seen))
        : Optional.empty();
  }

  private static Lead lead(String expected, Identity identity, String source, Observations seen) {
    var supplied = seen.sources().winner();
    var role = seen.asked().scope().role();
    var evidence = new ArrayList<Evidence>();
    evidence.add(new Evidence("observed", "AWS says that the caller is " + identity.arn(), source));
    evidence.add(
        new Evidence(
            "read",
            role.isEmpty()
                ? "its credentials come from " + supplied
                : "it is the role that was asked for, entered with credentials from " + supplied,
            "client side"));
    seen.sources().tried().stream()
        .filter(one -> one.outcome() == SourceTried.Outcome.SHADOWED)
        .map(one ->
            new Evidence("read", "it has credentials, and comes after " + supplied, one.name()))
        .forEach(evidence::add);
    return new Lead(
        "wrong-principal-used",
        Confidence.CERTAIN,
        "`%s` calls, by credentials from %s, and `%s` was meant"
            .formatted(identity.arn(), supplied, expected),
        List.copyOf(evidence),
        Optional.empty());
  }

  /// What AWS answers this one besides, in words.
  static List<String> notes(List<Lead> others) {
    return others.stream()
        .limit(1)
        .map(other ->
            "as this principal the call would also meet: %s [%s]; nothing is cured for it, since it"
                    .formatted(other.sentence(), other.slug())
                + " is not the one that was meant")
        .toList();
  }
}
