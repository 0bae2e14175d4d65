package io.outcrop.access.bundle;

import io.outcrop.access.evidence.Observation;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A record as an object with a member for each component.
final class RecordForm implements Form {
  private final Class<?> type;
  private final Forms forms;
  private final Map<TypeVariable<?>, Type> bindings;

  RecordForm(Class<?> type, Forms forms, Map<TypeVariable<?>, Type> bindings) {
    this.type = type;
    this.forms = forms;
    this.bindings = Map.copyOf(bindings);
  }

  @Override
  public Json.Obj write(Object value) {
    var members = new LinkedHashMap<String, Json>();
    for (var component : type.getRecordComponents()) {
      members.put(component.getName(), form(component).write(get(component, value)));
    }
    return Json.object(members);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    return read(json, spot, Set.of());
  }

  /// The record in `json`, whose members `besides` belong to somebody else.
  Optional<Object> read(Json json, Spot spot, Set<String> besides) {
    if (!(json instanceof Json.Obj object)) {
      return spot.notA(json, "an object");
    }
    var names = new TreeSet<>(besides);
    var components = type.getRecordComponents();
    var values = new Object[components.length];
    var whole = true;
    for (var i = 0; i < components.length; i++) {
      names.add(components[i].getName());
      var value = member(components[i], object, spot);
      whole &= value.isPresent();
      values[i] = value.orElse("");
    }
    unknown(object, names, spot);
    return whole ? made(object, spot, values) : Optional.empty();
  }

  /// What consists of looks alone may be missing: then nobody looked.
  @Override
  public Optional<Object> missing() {
    var components = type.getRecordComponents();
    return Arrays.stream(components).allMatch(one -> one.getType() == Observation.class)
        ? made(
            Json.object(),
            new Spot("", new ArrayList<>()),
            Arrays.stream(components).map(one -> form(one).missing().orElseThrow()).toArray())
        : Optional.empty();
  }

  private Optional<Object> member(RecordComponent component, Json.Obj object, Spot spot) {
    var name = component.getName();
    var form = form(component);
    var found = object.get(name);
    if (found.isPresent()) {
      return form.read(found.get(), spot.at(name));
    }
    var missing = form.missing();
    return missing.isPresent()
        ? missing
        : spot.at(name).wrong(object, "member `" + name + "` is missing");
  }

  private static void unknown(Json.Obj object, Set<String> known, Spot spot) {
    object
        .members()
        .forEach((name, member) -> {
          if (!known.contains(name)) {
            spot.problems()
                .add(
                    new Problem(
                        spot.at(name).pointer(),
                        member.namePosition(),
                        "unknown member `" + name + "`"));
          }
        });
  }

  private Optional<Object> made(Json.Obj object, Spot spot, Object[] values) {
    try {
      return Optional.of(constructor().newInstance(values));
    } catch (InvocationTargetException refused) {
      return spot.wrong(object, "these members do not go together: " + refused.getCause());
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(type + " cannot be made", closed);
    }
  }

  private Constructor<?> constructor() throws NoSuchMethodException {
    return type.getDeclaredConstructor(
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  private Form form(RecordComponent component) {
    return forms.of(component.getGenericType(), bindings);
  }

  private static Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(component + " cannot be read", closed);
    }
  }

  /// The names of the members.
  List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
