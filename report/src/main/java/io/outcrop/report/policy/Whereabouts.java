package io.outcrop.report.policy;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.request.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// In which file each policy stands, as far as it stands in one.
///
/// @param files file names as the user gave them
/// @param otherwise the file in which all others stand; empty if they stand in none
public record Whereabouts(Map<Policy, String> files, String otherwise) {
  public Whereabouts {
    files = Map.copyOf(files);
  }

  /// No policy stands in a file.
  public static Whereabouts nowhere() {
    return new Whereabouts(Map.of(), "");
  }

  /// What tells policies apart. Its equality is written out, as what a record makes by itself is
  /// made anew in each process, and takes longer than a decision.
  public record Policy(LayerName layer, String name, String attachedTo) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Policy policy
          && layer == policy.layer
          && name.equals(policy.name)
          && attachedTo.equals(policy.attachedTo);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + attachedTo.hashCode() + layer.hashCode();
    }

    /// The policy where it was given.
    public static Policy of(LayerName layer, NamedPolicy policy) {
      return new Policy(layer, policy.name(), policy.attachedTo());
    }
  }

  /// The file of the statement's policy.
  Optional<String> file(StatementRef ref) {
    return file(ref.layer(), ref.policy());
  }

  /// The file of a policy of `layer`.
  Optional<String> file(LayerName layer, NamedPolicy policy) {
    var file = files.getOrDefault(Policy.of(layer, policy), otherwise);
    return file.isEmpty() ? Optional.empty() : Optional.of(file);
  }

  /// The files of a layer, sorted.
  List<String> files(LayerName layer) {
    var found = new TreeSet<String>();
    files.forEach((policy, file) -> {
      if (policy.layer() == layer) {
        found.add(file);
      }
    });
    return List.copyOf(found);
  }
}
