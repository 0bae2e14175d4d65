package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.util.ArrayList;
import java.util.List;

/// Cures on the client side: which profile signs, which model is called.
final class EnvironmentCures {
  private static final String MODEL = "BEDROCK_MODEL_ID";
  private static final String PROFILE = "AWS_PROFILE";

  private final Observations seen;

  EnvironmentCures(Observations seen) {
    this.seen = seen;
  }

  /// Makes a profile sign that has credentials; automatic if there is only one to choose.
  List<Cure> profile() {
    var profiles = seen.sources().usableProfiles();
    if (profiles.isEmpty()) {
      return List.of();
    }
    var change = set(PROFILE, profiles.getFirst());
    var changes = List.<Change>of(change);
    var single = profiles.size() == 1;
    return List.of(
        new Cure(
            single ? Applicability.AUTOMATIC : Applicability.NEEDS_VALUES,
            single
                ? "use the profile `%s`, which has credentials".formatted(profiles.getFirst())
                : "choose one of the profiles " + quoted(profiles) + " that have credentials",
            single ? changes : List.of(),
            List.of("export %s=%s".formatted(PROFILE, profiles.getFirst())),
            "calls are made as that profile's principal; restart what reads `.env`"));
  }

  /// Makes `modelId` be called; automatic where the id comes from `.env` or from nowhere that a
  /// person has set.
  ///
  /// @param warning what to think of first; empty if nothing
  /// @param besides changes without which the other id would be refused
  Cure model(String modelId, String warning, List<Change> besides) {
    var origin = seen.asked().model().origin();
    var mendable = origin.equals(".env") || origin.equals("world") || origin.isEmpty();
    var changes = new ArrayList<Change>(besides);
    changes.add(set(MODEL, modelId));
    var effect =
        (warning.isEmpty() ? "the same model is reached by another id" : warning)
            + (besides.isEmpty() ? "" : "; access is given for exactly this route");
    return new Cure(
        mendable ? Applicability.AUTOMATIC : Applicability.NEEDS_VALUES,
        mendable
            ? "call `%s`".formatted(modelId)
            : "call `%s`: set it where `%s` comes from (%s)"
                .formatted(modelId, seen.asked().model().value(), origin),
        mendable ? changes : List.of(),
        Commands.of(changes),
        effect);
  }

  private Change set(String name, String value) {
    return new Change.SetEnvVariable(
        seen.asked().workingDirectory().resolve(".env"),
        name,
        seen.sources().envLines().getOrDefault(name, ""),
        value);
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }
}
