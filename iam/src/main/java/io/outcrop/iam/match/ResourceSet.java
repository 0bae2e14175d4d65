package io.outcrop.iam.match;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement.Patterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The resources that a statement is about. The parts of an ARN are matched one by one, so that a
/// wildcard never swallows a colon before the last part; variables are known in the last part only.
/// Source: IAM User Guide, "IAM JSON policy elements: Resource".
///
/// ARNs with too few parts are filled up with stars in policies of principals, and match nothing in
/// others unless they hold a wildcard (at the end, in an SCP); no AWS page says so, it is what
/// others have observed.
public final class ResourceSet {
  private static final int PARTS = 6;

  private final boolean negated;
  private final boolean everything;
  private final List<Resource> resources;

  private ResourceSet(boolean negated, boolean everything, List<Resource> resources) {
    this.negated = negated;
    this.everything = everything;
    this.resources = List.copyOf(resources);
  }

  /// One pattern: the first five parts, and the last.
  private record Resource(List<Glob> head, Template<Glob> last) {
    private Truth matches(RequestView request) {
      var parts = request.resourceParts();
      if (parts.isEmpty()) {
        return Truth.NO;
      }
      for (var i = 0; i < PARTS - 1; i++) {
        if (!head.get(i).matches(parts.get(i))) {
          return Truth.NO;
        }
      }
      var text = parts.getLast();
      return last.resolve(request).truth(glob -> glob.matches(text));
    }
  }

  /// Prepares `Resource` or `NotResource` of a policy of `kind`. Where the element may be left out
  /// and is, the statement is about the resource that has the policy.
  public static ResourceSet of(Patterns patterns, PolicyKind kind, boolean variables) {
    var resources = new ArrayList<Resource>();
    var everything = !patterns.negated() && patterns.values().isEmpty();
    for (var pattern : patterns.values()) {
      var text = pattern.text();
      if (!text.isEmpty() && text.chars().allMatch(c -> c == '*')) {
        everything = true;
      } else {
        complete(text, kind).map(arn -> resource(arn, variables)).ifPresent(resources::add);
      }
    }
    return new ResourceSet(patterns.negated(), everything, resources);
  }

  /// The six parts of a pattern; empty if it matches nothing.
  private static Optional<List<String>> complete(String text, PolicyKind kind) {
    var parts = new ArrayList<>(Arrays.asList(text.split(":", PARTS)));
    if (!parts.getFirst().equals("arn")
        || (parts.size() > 2 && parts.get(2).chars().anyMatch(c -> c == '*' || c == '?'))) {
      return Optional.empty();
    }
    if (parts.size() < PARTS && !fillsUp(text, kind)) {
      return Optional.empty();
    }
    while (parts.size() < PARTS) {
      parts.add("*");
    }
    return Optional.of(parts);
  }

  private static boolean fillsUp(String text, PolicyKind kind) {
    return switch (kind) {
      case IDENTITY, SESSION, BOUNDARY -> true;
      case RESOURCE, TRUST, ENDPOINT -> text.contains("*") || text.contains("?");
      case SCP -> text.endsWith("*");
      case RCP -> false;
    };
  }

  private static Resource resource(List<String> parts, boolean variables) {
    var head = parts.stream().limit(PARTS - 1).map(Glob::of).toList();
    return new Resource(head, Template.pattern(parts.getLast(), variables));
  }

  /// Whether the request's resource is meant.
  public Truth matches(RequestView request) {
    if (everything) {
      return Truth.of(!negated);
    }
    var found = new ArrayList<Truth>();
    for (var resource : resources) {
      var truth = resource.matches(request);
      if (truth.equals(Truth.YES)) {
        return Truth.of(!negated);
      }
      if (truth.isOpen()) {
        found.add(truth);
      }
    }
    var any = found.isEmpty() ? Truth.NO : Truth.any(found);
    return negated ? any.not() : any;
  }
}
