package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.Evidence;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.inspection.Hint;
import io.outcrop.cloud.credentials.SourceTried;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps a call from being sent at all.
final class ClientLeads {
  private ClientLeads() {}

  static List<Lead> of(Observations seen) {
    var leads = new ArrayList<Lead>();
    if (!seen.sources().found()) {
      leads.add(noCredentials(seen.sources()));
    }
    if (!seen.asked().region().isSet()) {
      var sentence = "no region is set: neither an option, nor `AWS_REGION`, nor the profile";
      leads.add(
          lead("no-region", sentence, List.of(new Evidence("read", sentence, "client side"))));
    }
    return leads;
  }

  private static Lead noCredentials(Sources sources) {
    var evidence =
        sources.tried().stream()
            .filter(source -> source.outcome() != SourceTried.Outcome.SKIPPED)
            .map(source -> new Evidence("read", source.why(), source.name()))
            .toList();
    var all =
        evidence.isEmpty()
            ? List.of(new Evidence("read", "no source was asked", "client side"))
            : evidence;
    if (!sources.missingProfile().isEmpty()) {
      return lead(
          "profile-not-found",
          "the profile `%s` does not exist".formatted(sources.missingProfile()),
          all);
    }
    var half =
        sources.hints().stream().filter(hint -> hint.kind() == Hint.Kind.HALF_KEYS).findFirst();
    return half.isPresent()
        ? lead("partial-credentials", half.get().text(), all)
        : lead("no-credentials", "no credential source has credentials", all);
  }

  private static Lead lead(String slug, String sentence, List<Evidence> evidence) {
    return new Lead(slug, Confidence.CERTAIN, sentence, evidence, Optional.empty());
  }
}
