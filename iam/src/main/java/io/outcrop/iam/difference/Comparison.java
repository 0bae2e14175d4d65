package io.outcrop.iam.difference;

import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.difference.AccessChange.Example;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Compares two versions: by their atoms, then by requests drawn from the statements whose atoms
/// the other version does not contain. Each request that is decided differently is put down to the
/// statements that decide it; those with one cause become one change.
final class Comparison {
  private final Setting setting;
  private final List<PolicyDocument> before;
  private final List<PolicyDocument> after;
  private final Reality reality;
  private final Map<Cause, List<Atom>> onlyHere = new LinkedHashMap<>();
  private final Map<Group, List<Example>> groups = new LinkedHashMap<>();
  private final Map<Cause, PreparedLayers> alone = new HashMap<>();

  Comparison(
      PolicyKind kind, List<PolicyDocument> before, List<PolicyDocument> after, Reality reality) {
    this.setting = new Setting(kind);
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.reality = reality;
  }

  /// Requests that change for one reason.
  record Group(Direction direction, Set<Cause> causes) {}

  /// Both versions, alone and beside a policy that allows everything.
  private record Versions(
      PreparedLayers old,
      PreparedLayers young,
      PreparedLayers oldBeside,
      PreparedLayers youngBeside) {}

  PolicyDifference compare() {
    findOnlyHere(Side.OLD, before, after);
    findOnlyHere(Side.NEW, after, before);
    if (onlyHere.isEmpty()) {
      return new PolicyDifference.Equivalent();
    }
    var requests = requests();
    var versions =
        new Versions(
            setting.of(before, false),
            setting.of(after, false),
            setting.of(before, true),
            setting.of(after, true));
    requests.forEach(request -> look(request, versions));
    var tried = requests.size();
    if (groups.isEmpty()) {
      return new PolicyDifference.NoDifferenceFound(tried, List.copyOf(onlyHere.keySet()));
    }
    return new PolicyDifference.Changed(changes(requests), tried);
  }

  private void findOnlyHere(Side side, List<PolicyDocument> these, List<PolicyDocument> those) {
    var there = new ArrayList<Atom>();
    for (var document : those) {
      document.statements().forEach(statement -> there.addAll(Atom.of(document, statement)));
    }
    for (var i = 0; i < these.size(); i++) {
      for (var statement : these.get(i).statements()) {
        var alone =
            Atom.of(these.get(i), statement).stream()
                .filter(atom -> there.stream().noneMatch(other -> other.covers(atom)))
                .toList();
        if (!alone.isEmpty()) {
          onlyHere.put(new Cause(side, i, statement), alone);
        }
      }
    }
  }

  private List<PolicyDocument> side(Side side) {
    return side == Side.OLD ? before : after;
  }

  private PolicyDocument document(Cause cause) {
    return side(cause.side()).get(cause.document());
  }

  private List<AuthorizationRequest> requests() {
    var all = new LinkedHashMap<Statement, PolicyDocument>();
    for (var documents : List.of(before, after)) {
      for (var document : documents) {
        document.statements().forEach(statement -> all.putIfAbsent(statement, document));
      }
    }
    var candidates = new Candidates(setting, all, reality);
    var requests = new LinkedHashSet<AuthorizationRequest>();
    for (var cause : onlyHere.keySet()) {
      requests.addAll(candidates.of(document(cause), cause.statement()));
    }
    return List.copyOf(requests);
  }

  private void look(AuthorizationRequest request, Versions versions) {
    var old = versions.old().decide(request);
    var young = versions.young().decide(request);
    if (old.isAllowed() != young.isAllowed()) {
      put(request, old, young, false);
    } else if (old.outcome() != young.outcome()) {
      var oldBeside = versions.oldBeside().decide(request);
      var youngBeside = versions.youngBeside().decide(request);
      if (oldBeside.isAllowed() != youngBeside.isAllowed()) {
        put(request, oldBeside, youngBeside, true);
      }
    }
  }

  private void put(AuthorizationRequest request, Decision old, Decision young, boolean beside) {
    var direction = young.isAllowed() ? Direction.GAINED : Direction.LOST;
    var denied = young.isAllowed() ? old : young;
    var explicit = denied.outcome() == Outcome.EXPLICITLY_DENIED;
    var side = (direction == Direction.GAINED) == explicit ? Side.OLD : Side.NEW;
    var effect = explicit ? Effect.DENY : Effect.ALLOW;
    var causes = new LinkedHashSet<Cause>();
    for (var cause : onlyHere.keySet()) {
      if (cause.side() == side && cause.statement().effect() == effect && matches(cause, request)) {
        causes.add(cause);
      }
    }
    groups
        .computeIfAbsent(new Group(direction, causes), _ -> new ArrayList<>())
        .add(new Example(request, old.outcome(), young.outcome(), beside));
  }

  /// Whether what of the statement is on its side only matches.
  private boolean matches(Cause cause, AuthorizationRequest request) {
    var decision = alone.computeIfAbsent(cause, this::prepare).decide(request);
    return cause.statement().effect() == Effect.DENY
        ? decision.outcome() == Outcome.EXPLICITLY_DENIED
        : decision.isAllowed();
  }

  private PreparedLayers prepare(Cause cause) {
    var document = document(cause);
    var only =
        new PolicyDocument(
            document.kind(),
            document.allowsVariables(),
            List.of(
                Description.onlyHere(
                    cause.statement(), document, onlyHere.getOrDefault(cause, List.of()))),
            document.source());
    return setting.of(List.of(only), false);
  }

  private List<AccessChange> changes(List<AuthorizationRequest> requests) {
    return groups.entrySet().stream()
        .filter(
            entry -> groups.keySet().stream().noneMatch(other -> explains(other, entry.getKey())))
        .map(entry -> change(entry.getKey(), entry.getValue(), requests))
        .sorted(Comparator.comparing(AccessChange::direction))
        .toList();
  }

  /// Whether `group` happens for part of the reasons of `other`.
  private static boolean explains(Group group, Group other) {
    return group.direction() == other.direction()
        && group.causes().size() < other.causes().size()
        && other.causes().containsAll(group.causes());
  }

  private AccessChange change(
      Group group, List<Example> examples, List<AuthorizationRequest> requests) {
    var example = examples.stream().min(Comparator.comparingInt(this::oddness)).orElseThrow();
    var words = new ArrayList<String>();
    for (var cause : group.causes()) {
      words.add(
          new Description(setting, this::counterpart, onlyHere.getOrDefault(cause, List.of()))
              .of(
                  cause,
                  document(cause),
                  group.direction(),
                  examples,
                  isWhole(group, cause, examples, requests)));
    }
    return new AccessChange(
        group.direction(),
        String.join("; ", words),
        List.copyOf(group.causes()),
        example,
        isReal(example.request()));
  }

  private boolean isReal(AuthorizationRequest request) {
    return reality.has(request.action(), request.resource(), isNamed(request.action()));
  }

  private boolean isNamed(String action) {
    return Stream.of(before, after)
        .flatMap(List::stream)
        .flatMap(document -> document.statements().stream())
        .flatMap(statement -> statement.actions().values().stream())
        .anyMatch(pattern -> pattern.text().equalsIgnoreCase(action));
  }

  /// How far a request is from what people would think of.
  private int oddness(Example example) {
    var request = example.request();
    var text = request.action() + request.resource();
    return (isReal(request) ? 0 : 2000)
        + (example.beside() ? 1000 : 0)
        + request.context().keys().size() * 10
        + (text.contains("SomeAction") || text.contains("example") ? 4 : 0)
        + (text.toLowerCase(Locale.ROOT).matches(".*(outcrop|other).*") ? 5 : 0)
        + (request.resource().equals("*") || request.resource().endsWith("/") ? 6 : 0);
  }

  /// Whether every request that the statement matches changes.
  private boolean isWhole(
      Group group, Cause cause, List<Example> examples, List<AuthorizationRequest> requests) {
    var changed = new LinkedHashSet<AuthorizationRequest>();
    groups.forEach((other, found) -> {
      if (other.direction() == group.direction()) {
        found.forEach(example -> changed.add(example.request()));
      }
    });
    return requests.stream().filter(request -> matches(cause, request)).allMatch(changed::contains)
        && !examples.isEmpty();
  }

  /// A statement on the other side about the same, under other conditions.
  private List<Statement> counterpart(Cause cause) {
    var other = cause.side() == Side.OLD ? Side.NEW : Side.OLD;
    var atoms = onlyHere.getOrDefault(cause, List.of());
    var found = new ArrayList<Statement>();
    for (var document : side(other)) {
      for (var statement : document.statements()) {
        if (Atom.of(document, statement).stream()
            .anyMatch(atom -> atoms.stream().anyMatch(own -> isSameButTests(atom, own)))) {
          found.add(statement);
        }
      }
    }
    return found;
  }

  private static boolean isSameButTests(Atom one, Atom other) {
    return one.effect() == other.effect()
        && one.actions().equals(other.actions())
        && one.resources().equals(other.resources())
        && one.principals().equals(other.principals());
  }
}
