package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.models.retention.RetentionModes;
import java.util.List;
import java.util.Optional;

/// What changes the account's own standing: its regions, keys, agreements, and what it lets happen
/// to its prompts.
final class StandingCures {
  private final Observations seen;
  private final Optional<Prediction> prediction;

  StandingCures(Observations seen, Optional<Prediction> prediction) {
    this.seen = seen;
    this.prediction = prediction;
  }

  /// What lets happen to prompts what the model asks for.
  List<Cure> retention() {
    var region = seen.asked().region().value();
    var model = prediction.flatMap(one -> one.called().modelId()).orElse("");
    var mode = seen.account().retention().seen();
    var least = RetentionModes.shipped().least(model);
    if (mode.isEmpty() || least.isEmpty()) {
      return List.of();
    }
    return List.of(
        automatic(
            "set the account's mode of data retention in %s to `%s`, if the owner of the data agrees"
                .formatted(region, least.get()),
            List.of(new Change.SetDataRetention(region, mode.get(), least.get())),
            "holds for every model in this region: what is sent and answered may be kept and looked"
                + " at as `%s` says, and what was kept stays kept when the mode is set back"
                    .formatted(least.get())));
  }

  /// What switches the region on.
  List<Cure> region() {
    var region = seen.asked().region().value();
    return region.isEmpty()
        ? List.of()
        : List.of(
            automatic(
                "switch on the region `" + region + "` for the account",
                List.of(new Change.EnableRegion(region)),
                "takes minutes, for some regions hours; IAM's data is spread there, every principal"
                    + " of the account that IAM lets through can use the region, and what runs in"
                    + " it is billed"));
  }

  /// What switches an inactive key on again.
  List<Cure> inactiveKey() {
    return seen.key().seen().stream()
        .filter(key -> key.status().equals("Inactive"))
        .map(key ->
            automatic(
                "switch the key of user `%s` on again".formatted(key.userName()),
                List.of(new Change.ActivateAccessKey(key.userName(), key.keyId())),
                "whoever holds the key can use it again with all that the user may do: ask"
                    + " first why it was switched off"))
        .toList();
  }

  /// Whether the account has signed already: then what is missing is nobody's to sign.
  boolean isSigned() {
    return seen.account().availability().seen().stream()
        .anyMatch(one -> one.agreement().equals("AVAILABLE"));
  }

  /// What makes the account's agreement for the model.
  List<Cure> agreement() {
    return prediction.stream()
        .flatMap(one -> one.called().modelId().stream())
        .map(model ->
            automatic(
                "accept the agreement for `%s` for the whole account".formatted(model),
                List.of(new Change.SignAgreement(model)),
                "a Marketplace subscription without fixed cost: every principal of the account"
                    + " that IAM lets through can then use the model, and use is billed"))
        .toList();
  }

  /// A cure that `fix` can make.
  static Cure automatic(String title, List<Change> changes, String effect) {
    return new Cure(Applicability.AUTOMATIC, title, changes, Commands.of(changes), effect);
  }
}
