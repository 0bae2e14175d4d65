package io.outcrop.iam.edit;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.EditAnswer.Loose;
import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides the requests around the one in question, before and after an edit.
///
/// For other actions and resources, and for other values of the keys that a narrowed Deny tests,
/// the outcome may not change at all: what was denied explicitly stays so. For other values of
/// other keys, and for other callers, allowed stays allowed and denied stays denied. Other callers
/// are asked only where a policy changes that is about many; their own policies are taken to allow
/// all, so that nothing else hides the change. A resource's policy that names no resource is about
/// the one that has it: then other resources are not asked.
final class Trial {
  private static final int MOST_COUNTED = 8;
  private static final NamedPolicy EVERYTHING = everything();

  private final List<Neighbour> neighbours;
  private final List<Outcome> before = new ArrayList<>();
  private final Set<String> strictKeys;

  /// @param strictKeys the keys that the narrowed statements test, in lower case
  Trial(Question question, Set<String> strictKeys) {
    this.neighbours = Neighbourhood.of(question.request(), question.vocabulary());
    this.strictKeys = Set.copyOf(strictKeys);
    var layers = Both.of(question.layers());
    neighbours.forEach(one -> before.add(layers.outcome(one)));
  }

  /// Layers as the caller has them, and as another caller has them.
  private record Both(PreparedLayers own, PreparedLayers others) {
    private static Both of(PolicyLayers layers) {
      return new Both(Authorizer.prepare(layers), Authorizer.prepare(ofOthers(layers)));
    }

    private static PolicyLayers ofOthers(PolicyLayers layers) {
      return new PolicyLayers(
          new Layer.Known(List.of(EVERYTHING)),
          new Layer.Absent(),
          new Layer.Absent(),
          layers.scps(),
          layers.rcps(),
          layers.resource(),
          layers.endpoint());
    }

    private Outcome outcome(Neighbour one) {
      var layers = one.differs().contains(Aspect.CALLER) ? others : own;
      return layers.decide(one.request()).outcome();
    }
  }

  /// What a trial found: the neighbours that change, in order.
  record Result(int tried, List<Neighbour> changed) {
    boolean isExact() {
      return changed.isEmpty();
    }
  }

  /// Whether nothing but the request changes; stops at the first that does.
  Result isExact(Draft draft) {
    return run(draft, 1);
  }

  /// The narrowest of `drafts` with what else they change.
  List<Loose> closest(List<Draft> drafts) {
    return drafts.stream()
        .distinct()
        .limit(MOST_COUNTED)
        .flatMap(draft -> loose(draft).stream())
        .sorted(Comparator.comparingInt(Loose::others))
        .limit(3)
        .toList();
  }

  private Optional<Loose> loose(Draft draft) {
    var changed = run(draft, neighbours.size()).changed();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Loose(draft.edits(), changed.getFirst().request(), changed.size()));
  }

  private Result run(Draft draft, int most) {
    var after = Both.of(draft.layers());
    var manyCallers =
        List.of(LayerName.SCP, LayerName.RCP, LayerName.ENDPOINT, LayerName.RESOURCE).stream()
            .anyMatch(draft::touches);
    var changed = new ArrayList<Neighbour>();
    var tried = 0;
    for (var i = 0; i < neighbours.size() && changed.size() < most; i++) {
      var one = neighbours.get(i);
      if (isAsked(one, manyCallers, isBound(draft))) {
        tried++;
        if (differs(before.get(i), after.outcome(one), one)) {
          changed.add(one);
        }
      }
    }
    return new Result(tried, List.copyOf(changed));
  }

  /// A key that the request lacks is left open, unless a narrowed Deny asks whether it is there.
  private boolean isAsked(Neighbour one, boolean manyCallers, boolean bound) {
    if ((one.differs().contains(Aspect.CALLER) && !manyCallers)
        || (one.differs().contains(Aspect.RESOURCE) && bound)) {
      return false;
    }
    return !one.differs().equals(Set.of(Aspect.PRESENCE)) || strictKeys.containsAll(one.keys());
  }

  private boolean differs(Outcome before, Outcome after, Neighbour one) {
    var strict =
        one.differs().contains(Aspect.ACTION)
            || one.differs().contains(Aspect.RESOURCE)
            || (!one.differs().contains(Aspect.CALLER)
                && one.keys().stream().anyMatch(strictKeys::contains));
    return strict ? before != after : isDenied(before) != isDenied(after);
  }

  private static boolean isDenied(Outcome outcome) {
    return outcome == Outcome.EXPLICITLY_DENIED || outcome == Outcome.IMPLICITLY_DENIED;
  }

  private static boolean isBound(Draft draft) {
    return Place.held(draft.layers(), LayerName.RESOURCE).stream()
        .filter(held -> draft.changes().containsKey(held.place()))
        .flatMap(held -> held.policy().document().statements().stream())
        .anyMatch(statement -> statement.resources().values().isEmpty());
  }

  private static NamedPolicy everything() {
    var text =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    return switch (PolicyParser.parse(text, PolicyKind.IDENTITY)) {
      case PolicyParsing.Parsed(var document) -> new NamedPolicy("everything", "", "", document);
      case PolicyParsing.Rejected(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }
}
