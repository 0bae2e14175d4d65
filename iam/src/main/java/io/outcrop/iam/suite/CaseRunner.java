package io.outcrop.iam.suite;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.suite.AuthorizationCase.Expected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks the engine the question of a case and compares the answers. Unless a case says otherwise,
/// its context is complete: a key that is not there is missing. Where it is not, `allowed` is what
/// may be allowed. Stateless and safe for many threads.
public final class CaseRunner {
  private static final Set<LayerName> GRANTING =
      EnumSet.of(LayerName.IDENTITY, LayerName.RESOURCE, LayerName.SESSION);

  private CaseRunner() {}

  /// Runs one case.
  public static CaseOutcome run(AuthorizationCase question) {
    if (!question.beyond().isEmpty()) {
      return new CaseOutcome.Skipped(question.beyond());
    }
    var explanation = Authorizer.prepare(question.layers()).explainAsGiven(question.request());
    var got = new ArrayList<String>();
    var want = new ArrayList<String>();
    differences(question, explanation)
        .forEach((name, pair) -> {
          got.add(name + " " + pair.getFirst());
          want.add(name + " " + pair.getLast());
        });
    return got.isEmpty()
        ? new CaseOutcome.Agrees()
        : new CaseOutcome.Disagrees(String.join(", ", got), String.join(", ", want));
  }

  /// What differs: name, then what the engine says and what is expected.
  private static Map<String, List<String>> differences(
      AuthorizationCase question, Explanation explanation) {
    var decision = explanation.decision();
    var expected = question.expected();
    var differences = new TreeMap<String, List<String>>();
    var outcome = word(decision.outcome());
    if (!outcome.equals(expected.decision())
        && !(isPartial(question) && mayBeAllowed(decision, expected))) {
      differences.put("decision", List.of(outcome, expected.decision()));
    }
    compareRequirements(explanation.requirement(), expected, differences);
    if (expected.deniedBy().isPresent()) {
      compare("deniedBy", deniedBy(question, decision), expected.deniedBy(), differences);
    }
    compare("decidedBy", decidedBy(decision), expected.decidedBy(), differences);
    compare(
        "missingKeys",
        lowerCase(decision.missingKeys()),
        expected.missingKeys().map(CaseRunner::lowerCase),
        differences);
    compare("unknown", Set.copyOf(decision.unknown()), expected.unknown(), differences);
    return differences;
  }

  private static boolean isPartial(AuthorizationCase question) {
    return !question.request().context().knowledge().isOfAllKeys();
  }

  private static boolean mayBeAllowed(Decision decision, Expected expected) {
    return decision.outcome() == Outcome.DEPENDS_ON_UNKNOWN
        && expected.decision().equals("allowed");
  }

  private static void compareRequirements(
      Requirement requirement, Expected expected, Map<String, List<String>> differences) {
    var got = RequirementReader.normal(requirement);
    var want = expected.requirement();
    if (want.isPresent() && !Requirement.agree(got, RequirementReader.normal(want.get()))) {
      differences.put("residual", List.of(got.toString(), want.get().toString()));
    }
    var asksForSession =
        requirement.unknowns().stream().anyMatch(Unknown.OfSessionName.class::isInstance);
    if (expected.sessionNameUnknown().orElse(asksForSession) != asksForSession) {
      differences.put(
          "sessionNameUnknown",
          List.of(Boolean.toString(asksForSession), Boolean.toString(!asksForSession)));
    }
  }

  private static void compare(
      String name,
      Set<String> got,
      Optional<Set<String>> want,
      Map<String, List<String>> differences) {
    if (want.isPresent() && !want.get().equals(got)) {
      differences.put(
          name, List.of(new TreeSet<>(got).toString(), new TreeSet<>(want.get()).toString()));
    }
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The layers that keep from the caller what identity, resource and session policies grant; none
  /// if those do not grant. A policy of the first two that denies grants nothing by what else it
  /// says, and takes away what the other grants.
  private static Set<String> deniedBy(AuthorizationCase question, Decision decision) {
    var layers = EnumSet.noneOf(LayerName.class);
    layers.addAll(decision.blockedBy());
    layers.removeAll(GRANTING);
    if (decision.outcome() == Outcome.EXPLICITLY_DENIED) {
      decision.decidedBy().forEach(ref -> layers.add(ref.layer()));
    }
    return layers.isEmpty() || layers.contains(LayerName.SESSION) || !grants(question, layers)
        ? Set.of()
        : layers.stream().map(LayerName::id).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether what grants would grant if nothing else took part and `denying` layers were silent.
  private static boolean grants(AuthorizationCase question, Set<LayerName> denying) {
    var layers = question.layers();
    var alone =
        new PolicyLayers(
            denying.contains(LayerName.IDENTITY) ? new Layer.Known(List.of()) : layers.identity(),
            new Layer.Absent(),
            layers.session(),
            new Organization.None(),
            new Organization.None(),
            denying.contains(LayerName.RESOURCE) ? new Layer.Absent() : layers.resource(),
            new Layer.Absent());
    return Authorizer.prepare(alone).decideAsGiven(question.request()).isAllowed();
  }

  private static Set<String> decidedBy(Decision decision) {
    return decision.decidedBy().stream()
        .map(ref ->
            Expected.statement(ref.layer().id(), ref.policy().name(), ref.statement().index()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> lowerCase(Collection<String> keys) {
    return keys.stream()
        .map(key -> key.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
