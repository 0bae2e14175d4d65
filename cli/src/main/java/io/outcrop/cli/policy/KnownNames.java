package io.outcrop.cli.policy;

import io.outcrop.iam.match.Glob;
import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.models.ModelCatalogue;
import java.util.List;

/// The names that patterns of policies cover, as far as they are known: actions, and foundation
/// models. Reads what it knows when it is first asked.
final class KnownNames {
  private static final String MODEL = ":foundation-model/";

  /// The actions or ARNs that `pattern` covers; none if nothing is known of its kind, or if it is
  /// about everything.
  List<String> covered(String pattern) {
    if (!pattern.startsWith("arn:")) {
      return pattern.equals("*")
          ? List.of()
          : ServiceReference.shipped().matching(pattern).stream().map(Action::id).toList();
    }
    var at = pattern.indexOf(MODEL);
    if (at < 0) {
      return List.of();
    }
    var name = Glob.of(pattern.substring(at + MODEL.length()));
    return ModelCatalogue.shipped().models().stream()
        .map(model -> model.id())
        .filter(name::matches)
        .map(id -> pattern.substring(0, at) + MODEL + id)
        .toList();
  }
}
