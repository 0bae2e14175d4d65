package io.outcrop.iam.difference;

import io.outcrop.iam.match.Glob;
import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ResourceType;
import io.outcrop.iam.reference.ServiceReference;
import java.util.List;
import java.util.Optional;

/// Which actions and resources there are, for examples that mean something to a reader. Safe for
/// many threads.
final class Reality {
  private static final int ARN_PARTS = 6;

  private final Optional<ServiceReference> reference;

  private Reality(Optional<ServiceReference> reference) {
    this.reference = reference;
  }

  /// As `reference` tells it.
  static Reality of(ServiceReference reference) {
    return new Reality(Optional.of(reference));
  }

  /// Where nobody knows: every request counts as one that there is.
  static Reality unknown() {
    return new Reality(Optional.empty());
  }

  /// The actions that the pattern `text` covers; none for `*`, of which too many are.
  List<String> actions(String text) {
    return text.equals("*")
        ? List.of()
        : reference.stream()
            .flatMap(known -> known.matching(text).stream())
            .map(Action::id)
            .toList();
  }

  /// A resource of the kind that `action` is about.
  Optional<String> resource(String action) {
    return reference
        .flatMap(known -> known.action(action))
        .flatMap(known -> known.types().stream().findFirst())
        .map(Reality::example);
  }

  private static String example(ResourceType type) {
    return type.arn()
        .replace("${Partition}", "aws")
        .replace("${Region}", "us-east-1")
        .replace("${Account}", "111122223333")
        .replaceAll("\\$\\{[^}]*\\}", "example");
  }

  /// Whether there are requests for `action` on a resource like `resource`: AWS sends none for an
  /// action on what is of another kind.
  ///
  /// @param named whether a policy names the action itself, which may be newer than what is known
  boolean has(String action, String resource, boolean named) {
    if (reference.isEmpty()) {
      return true;
    }
    return reference
        .get()
        .action(action)
        .map(known ->
            known.types().isEmpty()
                ? resource.equals("*")
                : known.types().stream().anyMatch(type -> isOf(type, resource)))
        .orElse(named);
  }

  private static boolean isOf(ResourceType type, String resource) {
    var parts = resource.split(":", ARN_PARTS);
    if (parts.length != type.parts().size()) {
      return false;
    }
    for (var i = 0; i < parts.length; i++) {
      if (!Glob.of(type.parts().get(i)).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
