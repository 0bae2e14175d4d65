package io.outcrop.lint.subject;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A statement as far as it can be read.
///
/// @param index its place in the document, from 0
/// @param source as it was read
/// @param place where it stands
/// @param removable whether the document has others
/// @param elements of `Action`, `NotAction`, `Resource` and `NotResource` those that are there
/// @param principals the names in `Principal` and `NotPrincipal`
/// @param conditions in order
public record StatementView(
    int index,
    Json.Obj source,
    Place place,
    boolean removable,
    List<Element> elements,
    List<PrincipalView> principals,
    List<ConditionView> conditions) {
  public StatementView {
    elements = List.copyOf(elements);
    principals = List.copyOf(principals);
    conditions = List.copyOf(conditions);
  }

  /// Whether it allows.
  public boolean allows() {
    return source.text("Effect").filter("Allow"::equals).isPresent();
  }

  /// Whether it denies.
  public boolean denies() {
    return source.text("Effect").filter("Deny"::equals).isPresent();
  }

  /// `Action` or `NotAction`, whichever is there.
  public Optional<Element> action() {
    return element("Action").or(() -> element("NotAction"));
  }

  /// `Resource` or `NotResource`, whichever is there.
  public Optional<Element> resource() {
    return element("Resource").or(() -> element("NotResource"));
  }

  /// The element of this name.
  public Optional<Element> element(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).findFirst();
  }

  /// The values of `Action`; none if the statement has `NotAction`.
  public List<Text> actions() {
    return element("Action").map(Element::values).orElse(List.of());
  }

  /// The values of `Resource`; none if the statement has `NotResource`.
  public List<Text> resources() {
    return element("Resource").map(Element::values).orElse(List.of());
  }

  /// Whether its resources are all of them: `*`.
  public boolean isOnEverything() {
    return element("Resource").filter(element -> element.holds("*")).isPresent();
  }

  /// Whether it has no condition.
  public boolean isUnconditional() {
    return conditions.isEmpty();
  }

  /// The conditions on this key, in any case.
  public Stream<ConditionView> on(String key) {
    return conditions.stream().filter(condition -> condition.isAbout(key));
  }

  /// Whether a condition is about one of these keys.
  public boolean hasConditionOn(String... keys) {
    return Stream.of(keys).anyMatch(key -> on(key).findAny().isPresent());
  }

  /// The place of the member `name`, or of the statement if it has none.
  public Place placeOf(String name) {
    var member = source.members().get(name);
    return member == null ? place : place.member(name, member.namePosition());
  }

  /// All texts that may hold policy variables or leftovers of templates.
  public List<Text> texts() {
    var texts = new ArrayList<Text>();
    elements.forEach(element -> texts.addAll(element.values()));
    principals.forEach(principal -> texts.add(principal.name()));
    conditions.forEach(condition -> texts.addAll(condition.values()));
    return texts;
  }
}
