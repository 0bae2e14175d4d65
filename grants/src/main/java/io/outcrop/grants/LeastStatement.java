package io.outcrop.grants;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A statement that allows some authorisations and nothing else: each of its actions on each of its
/// resources under each of its conditions' values is needed.
///
/// @param name its Sid, which says what it is about
/// @param purpose what it is for, in words
/// @param actions sorted
/// @param resources sorted
/// @param conditions sorted; all of them have to hold
/// @param needs who needs it; never empty
public record LeastStatement(
    String name,
    String purpose,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions,
    List<Need> needs) {
  public LeastStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
    needs = List.copyOf(needs);
  }

  /// As it stands in a policy.
  public Json.Obj json() {
    var result =
        Json.object()
            .with("Sid", Json.of(name))
            .with("Effect", Json.of("Allow"))
            .with("Action", oneOrMore(actions))
            .with("Resource", oneOrMore(resources));
    return conditions.isEmpty() ? result : result.with("Condition", conditionBlock());
  }

  /// This with another Sid.
  public LeastStatement named(String other) {
    return new LeastStatement(other, purpose, actions, resources, conditions, needs);
  }

  /// Two statements that together allow what this allows; this alone if it allows one action on one
  /// resource under one value of each condition. Their Sids are this one's.
  public List<LeastStatement> halves() {
    var longest = conditions.stream().mapToInt(condition -> condition.values().size()).max();
    var values = longest.orElse(0);
    if (resources.size() > 1 && resources.size() >= Math.max(values, actions.size())) {
      return halves(resources).map(part -> with(actions, part, conditions)).toList();
    }
    if (values > 1 && values >= actions.size()) {
      var place = List.copyOf(conditions).stream().map(one -> one.values().size()).toList();
      return halvesOfValues(place.indexOf(values));
    }
    return actions.size() > 1
        ? halves(actions).map(part -> with(part, resources, conditions)).toList()
        : List.of(this);
  }

  private List<LeastStatement> halvesOfValues(int place) {
    var condition = conditions.get(place);
    return halves(condition.values())
        .map(part -> {
          var changed = new ArrayList<>(conditions);
          changed.set(place, new Condition(condition.operator(), condition.key(), part));
          return with(actions, resources, changed);
        })
        .toList();
  }

  private static Stream<List<String>> halves(List<String> whole) {
    var middle = whole.size() / 2;
    return Stream.of(whole.subList(0, middle), whole.subList(middle, whole.size()));
  }

  private LeastStatement with(
      List<String> someActions, List<String> someResources, List<Condition> narrower) {
    var part = new LeastStatement(name, purpose, someActions, someResources, narrower, needs);
    return new LeastStatement(
        name,
        purpose,
        someActions,
        someResources,
        narrower,
        needs.stream().filter(part::serves).toList());
  }

  /// Whether this statement lets `need` through.
  public boolean serves(Need need) {
    var needed = need.authorization();
    return actions.contains(needed.action())
        && resources.contains(needed.resource())
        && conditions.stream().allMatch(condition -> holds(condition, needed.context()));
  }

  private static boolean holds(Condition condition, Map<String, String> context) {
    var value = context.get(condition.key());
    return value != null && condition.values().contains(value);
  }

  private Json.Obj conditionBlock() {
    var operators = new TreeMap<String, Json.Obj>();
    for (var condition : conditions) {
      var keys = operators.getOrDefault(condition.operator(), Json.object());
      operators.put(
          condition.operator(), keys.with(condition.key(), oneOrMore(condition.values())));
    }
    return Json.object(operators);
  }

  private static Json oneOrMore(List<String> texts) {
    return texts.size() == 1 ? Json.of(texts.getFirst()) : Json.ofTexts(texts);
  }
}
