package io.outcrop.iam.reference;

import io.outcrop.iam.match.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One service, whole. Immutable.
public final class Service {
  private final String prefix;
  private final String name;
  private final boolean underResourceControl;
  private final List<Action> actions;
  private final List<ResourceType> types;
  private final List<ConditionKey> keys;
  private final Map<String, Action> byName = new LinkedHashMap<>();

  Service(
      String prefix,
      String name,
      boolean underResourceControl,
      List<Action> actions,
      List<ResourceType> types,
      List<ConditionKey> keys) {
    this.prefix = prefix;
    this.name = name;
    this.underResourceControl = underResourceControl;
    this.actions = List.copyOf(actions);
    this.types = List.copyOf(types);
    this.keys = List.copyOf(keys);
    actions.forEach(action -> byName.put(action.name().toLowerCase(Locale.ROOT), action));
  }

  /// What stands before the colon of its actions.
  public String prefix() {
    return prefix;
  }

  /// Its name: `Amazon Bedrock`.
  public String name() {
    return name;
  }

  /// Whether resource control policies reach its resources.
  public boolean isUnderResourceControl() {
    return underResourceControl;
  }

  /// Its actions, by name.
  public List<Action> actions() {
    return actions;
  }

  /// Its resource types.
  public List<ResourceType> types() {
    return types;
  }

  /// The condition keys that its actions and resources bring, among them tag keys of `aws:`.
  public List<ConditionKey> keys() {
    return keys;
  }

  /// The action of this name, in any case.
  public Optional<Action> action(String action) {
    return Optional.ofNullable(byName.get(action.toLowerCase(Locale.ROOT)));
  }

  /// The actions whose name, in lower case, `name` matches.
  List<Action> matching(Glob name) {
    var found = new ArrayList<Action>();
    byName.forEach((lower, action) -> {
      if (name.matches(lower)) {
        found.add(action);
      }
    });
    return found;
  }

  /// The action that was probably meant by `action`, which does not exist.
  public Optional<Action> nearest(String action) {
    return Nearest.of(action, actions.stream().map(Action::name)).flatMap(this::action);
  }
}
