package io.outcrop.iam.edit;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for the smallest change that allows a request.
///
/// First every Deny that matches is narrowed: by action, resource, caller and the keys that it
/// tests itself, then by all keys that the policies test; the first that changes nothing else is
/// taken. What still does not allow gets a grant; where there is a choice of layers, all are tried.
/// Last, each new statement gives way to one more value in a statement that is there, if deciding
/// shows that this says the same.
final class AllowSearch {
  private static final int MOST_DOCUMENTS = 3;

  private final Question question;
  private final Vocabulary vocabulary;
  private final List<Draft> exact = new ArrayList<>();
  private final List<Draft> loose = new ArrayList<>();
  private final List<EditAnswer> open = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();
  private int tried;

  AllowSearch(Question question) {
    this.question = question;
    this.vocabulary = question.vocabulary();
  }

  EditAnswer answer() {
    var decision = question.decide(question.layers());
    if (decision.isAllowed()) {
      return new EditAnswer.AlreadyAllowed(decision);
    }
    if (decision.outcome() == Outcome.DEPENDS_ON_UNKNOWN) {
      return new EditAnswer.DependsOnUnknown(decision.unknown(), List.of());
    }
    var denies = new Lifting(question, decision);
    var trial = new Trial(question, denies.keys());
    for (var point : points(denies)) {
      var lifted = denies.lift(point, obstacles);
      if (lifted.isEmpty()) {
        continue;
      }
      var after = question.decide(lifted.get().layers());
      if (after.outcome() == Outcome.DEPENDS_ON_UNKNOWN) {
        return new EditAnswer.DependsOnUnknown(after.unknown(), lifted.get().edits());
      }
      tryGrants(lifted.get(), after, trial);
      if (!exact.isEmpty()) {
        break;
      }
    }
    return best(trial);
  }

  /// By what a Deny is narrowed, the fewest first.
  private List<Point> points(Lifting denies) {
    var whole = Point.whole(question.request(), denies.vocabulary());
    var all = Point.brought(question.request(), vocabulary);
    return denies.isEmpty()
        ? List.of(all.bare())
        : List.of(whole, new Point(all.request(), all.caller(), join(whole, all))).stream()
            .distinct()
            .toList();
  }

  private static List<Pin> join(Point one, Point other) {
    var pins = new ArrayList<>(one.pins());
    for (var pin : other.pins()) {
      if (pins.stream().noneMatch(there -> there.key().equalsIgnoreCase(pin.key()))) {
        pins.add(pin);
      }
    }
    return pins;
  }

  private void tryGrants(Draft lifted, Decision decision, Trial trial) {
    if (decision.isAllowed()) {
      judge(lifted, trial);
      return;
    }
    for (var way : ways(decision, lifted)) {
      tryWay(lifted, way, trial);
    }
  }

  private void tryWay(Draft lifted, List<Grant> way, Trial trial) {
    var point = Point.brought(question.request(), vocabulary);
    var granted = granted(lifted, way, point);
    if (granted.isEmpty()) {
      return;
    }
    var after = question.decide(granted.get().layers());
    if (after.outcome() == Outcome.DEPENDS_ON_UNKNOWN && open.isEmpty()) {
      open.add(new EditAnswer.DependsOnUnknown(after.unknown(), granted.get().edits()));
    }
    if (after.isAllowed() && judge(granted.get(), trial)) {
      widen(lifted, way, point, trial).ifPresent(exact::add);
    }
  }

  private Optional<Draft> granted(Draft lifted, List<Grant> way, Point point) {
    var draft = Optional.of(lifted);
    for (var grant : way) {
      var before = draft;
      draft = draft.flatMap(one -> grant.add(one, point));
      if (draft.isEmpty() && before.isPresent()) {
        obstacles.add("no " + grant.layer().words() + " there can be changed or added");
      }
    }
    return draft;
  }

  /// The same grants, with as many as can be put into statements that are there.
  private Optional<Draft> widen(Draft lifted, List<Grant> way, Point point, Trial trial) {
    var best = Optional.<Draft>empty();
    var start = lifted;
    for (var i = 0; i < way.size(); i++) {
      var rest = way.subList(i + 1, way.size());
      var next = Optional.<Draft>empty();
      for (var candidate : Widening.of(start, way.get(i), point)) {
        var whole = granted(candidate, rest, point).filter(this::allows);
        if (next.isEmpty() && whole.isPresent() && trial.isExact(whole.get()).isExact()) {
          next = Optional.of(candidate);
          best = whole;
        }
      }
      var grant = way.get(i);
      var here = start;
      var reached = next.or(() -> grant.add(here, point));
      if (reached.isEmpty()) {
        return best;
      }
      start = reached.get();
    }
    return best;
  }

  private boolean allows(Draft draft) {
    return question.decide(draft.layers()).isAllowed();
  }

  private boolean judge(Draft draft, Trial trial) {
    if (draft.changes().size() > MOST_DOCUMENTS) {
      obstacles.add("more than three policies would have to change: " + draft.names());
      return false;
    }
    var result = trial.isExact(draft);
    if (result.isExact() && !draft.cutsWide()) {
      tried = Math.max(tried, result.tried());
      exact.add(draft);
      return true;
    }
    loose.add(draft);
    return false;
  }

  /// Sets of layers in which a grant each could allow the request.
  private List<List<Grant>> ways(Decision decision, Draft lifted) {
    var blocked = EnumSet.noneOf(LayerName.class);
    blocked.addAll(decision.blockedBy());
    var ways = new LinkedHashSet<Set<LayerName>>();
    ways.add(EnumSet.copyOf(blocked));
    if (question.layers().resource() instanceof Layer.Known(var policies) && !policies.isEmpty()) {
      var byResource = EnumSet.copyOf(blocked);
      byResource.add(LayerName.RESOURCE);
      byResource.remove(LayerName.IDENTITY);
      ways.add(EnumSet.copyOf(byResource));
      byResource.remove(LayerName.BOUNDARY);
      byResource.remove(LayerName.SESSION);
      ways.add(byResource);
    }
    if (blocked.contains(LayerName.RESOURCE) && !blocked.contains(LayerName.IDENTITY)) {
      var both = EnumSet.copyOf(blocked);
      both.add(LayerName.IDENTITY);
      ways.add(both);
    }
    return ways.stream().map(way -> grants(way, lifted)).toList();
  }

  private List<Grant> grants(Set<LayerName> layers, Draft lifted) {
    var grants = new ArrayList<Grant>();
    for (var layer : layers) {
      if (layer == LayerName.SCP
          && lifted.layers().scps() instanceof Organization.Levels(var levels)) {
        for (var i = 0; i < levels.size(); i++) {
          if (isBlockedAt(lifted.layers(), levels.get(i))) {
            grants.add(new Grant(layer, i, "Allow"));
          }
        }
      } else {
        grants.add(new Grant(layer, 0, "Allow"));
      }
    }
    return grants;
  }

  private boolean isBlockedAt(PolicyLayers layers, PolicyLayers.Level level) {
    var alone =
        new PolicyLayers(
            layers.identity(),
            layers.boundary(),
            layers.session(),
            new Organization.Levels(List.of(level)),
            layers.rcps(),
            layers.resource(),
            layers.endpoint());
    return question.decide(alone).blockedBy().contains(LayerName.SCP);
  }

  private EditAnswer best(Trial trial) {
    var best =
        exact.stream()
            .min(
                Comparator.<Draft>comparingLong(this::foreign)
                    .thenComparingInt(draft -> draft.changes().size())
                    .thenComparingInt(Draft::operations)
                    .thenComparingInt(Draft::length));
    if (best.isEmpty() && !open.isEmpty()) {
      return open.getFirst();
    }
    if (best.isEmpty()) {
      return new EditAnswer.NotFound(why(), trial.closest(loose));
    }
    var edits = best.get().edits();
    var asks =
        edits.stream()
            .filter(edit -> !question.owns(edit.layer()))
            .map(edit -> new Ask(Words.whoOwns(edit.layer(), edit.target(), question), edit))
            .toList();
    var own = edits.stream().filter(edit -> question.owns(edit.layer())).toList();
    return asks.isEmpty()
        ? new EditAnswer.Found(own, tried)
        : new EditAnswer.SomeoneElse(asks, own, tried);
  }

  private long foreign(Draft draft) {
    return draft.changes().keySet().stream().filter(place -> !question.owns(place.layer())).count();
  }

  private String why() {
    return obstacles.isEmpty()
        ? "no change of at most three policies allows this request and nothing else"
        : obstacles.getFirst();
  }
}
