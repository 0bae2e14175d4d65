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
  private final Resource[] resources;

  private ResourceSet(boolean negated, boolean everything, List<Resource> resources) {
    this.negated = negated;
    this.everything = everything;
    this.resources = resources.toArray(Resource[]::new);
  }

  /// One pattern.
  ///
  /// @param index its place in the element
  /// @param head the parts between `arn:` and the last
  /// @param last the last part
  private record Resource(int index, List<Glob> head, Template<Glob> last) {
    /// The last part goes first: it is the one that most often differs.
    private Truth matches(RequestView request) {
      var truth = last.truth(request, glob -> request.resourcePartMatches(PARTS - 1, glob));
      if (truth.isNever()) {
        return Truth.NO;
      }
      for (var i = head.size() - 1; i >= 0; i--) {
        if (!request.resourcePartMatches(i + 1, head.get(i))) {
          return Truth.NO;
        }
      }
      return truth;
    }

    private int agreeing(RequestView request) {
      for (var i = 0; i < head.size(); i++) {
        if (!request.resourcePartMatches(i + 1, head.get(i))) {
          return i + 1;
        }
      }
      return matches(request).holds() ? PARTS : PARTS - 1;
    }

    /// How many parts agree, wherever they stand.
    private int together(RequestView request) {
      var truth = last.truth(request, glob -> request.resourcePartMatches(PARTS - 1, glob));
      var count = truth.holds() ? 1 : 0;
      for (var i = 0; i < head.size(); i++) {
        count += request.resourcePartMatches(i + 1, head.get(i)) ? 1 : 0;
      }
      return count;
    }
  }

  /// The pattern that comes nearest to a request's resource.
  ///
  /// @param index its place in the element
  /// @param agreeing how many of the six parts agree, from the first on
  public record Nearest(int index, int agreeing) {}

  /// Prepares `Resource` or `NotResource` of a policy of `kind`. Where the element may be left out
  /// and is, the statement is about the resource that has the policy.
  public static ResourceSet of(Patterns patterns, PolicyKind kind, boolean variables) {
    var resources = new ArrayList<Resource>();
    var everything = !patterns.negated() && patterns.values().isEmpty();
    for (var i = 0; i < patterns.values().size(); i++) {
      var index = i;
      var text = patterns.values().get(i).text();
      if (ActionSet.isStars(text)) {
        everything = true;
      } else {
        complete(text, kind).map(arn -> resource(index, arn, variables)).ifPresent(resources::add);
      }
    }
    return new ResourceSet(patterns.negated(), everything, resources);
  }

  /// The six parts of a pattern; empty if it matches nothing.
  private static Optional<List<String>> complete(String text, PolicyKind kind) {
    var parts = new ArrayList<>(Arrays.asList(text.split(":", PARTS)));
    if (!parts.getFirst().equals("arn") || (parts.size() > 2 && hasWildcard(parts.get(2)))) {
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

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static boolean fillsUp(String text, PolicyKind kind) {
    return switch (kind) {
      case IDENTITY, SESSION, BOUNDARY -> true;
      case RESOURCE, TRUST, ENDPOINT -> hasWildcard(text);
      case SCP -> text.endsWith("*");
      case RCP -> false;
    };
  }

  private static Resource resource(int index, List<String> parts, boolean variables) {
    var head = parts.subList(1, PARTS - 1).stream().map(Glob::of).toList();
    return new Resource(index, head, Template.pattern(parts.getLast(), variables));
  }

  /// Whether the request's resource is meant.
  public Truth matches(RequestView request) {
    if (everything || resources.length == 0 || !request.hasArn()) {
      return Truth.of(everything != negated);
    }
    Truth first = Truth.NO;
    List<Truth> others = List.of();
    for (var resource : resources) {
      var truth = resource.matches(request);
      if (truth.isAlways()) {
        return Truth.of(!negated);
      }
      if (!truth.isNever()) {
        if (first.isNever()) {
          first = truth;
        } else {
          others = others.isEmpty() ? new ArrayList<>(List.of(first)) : others;
          others.add(truth);
        }
      }
    }
    var any = others.isEmpty() ? first : Truth.any(others);
    return negated ? any.not() : any;
  }

  /// The pattern that agrees with the request's resource in most parts, of several in most from the
  /// first on; none if either is no ARN.
  public Optional<Nearest> nearest(RequestView request) {
    var best = Optional.<Nearest>empty();
    var most = -1;
    if (request.hasArn()) {
      for (var resource : resources) {
        var agreeing = resource.agreeing(request);
        var score = resource.together(request) * PARTS + agreeing;
        if (score > most) {
          most = score;
          best = Optional.of(new Nearest(resource.index(), agreeing));
        }
      }
    }
    return best;
  }
}
