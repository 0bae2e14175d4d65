package io.outcrop.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON value, immutable, with the place where it was read. Two values are equal when they say
/// the same; where they were read makes no difference.
public sealed interface Json {
  /// Where the value begins in the text it was read from.
  Position position();

  /// An object. Members keep the order of the text; names are unique.
  record Obj(Map<String, Member> members, Position position) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The value of the member `name`, if there is one.
    public Optional<Json> get(String name) {
      var member = members.get(name);
      return member == null ? Optional.empty() : Optional.of(member.value());
    }

    /// The text of the member `name`, if it is there and is a string.
    public Optional<String> text(String name) {
      return members.get(name) instanceof Member(Str(String text, _), _)
          ? Optional.of(text)
          : Optional.empty();
    }

    /// The elements of the member `name`; none if it is not there or not an array.
    public List<Json> list(String name) {
      return members.get(name) instanceof Member(Arr(List<Json> elements, _), _)
          ? elements
          : List.of();
    }

    /// The object at `name`, if it is there and is one.
    public Optional<Obj> object(String name) {
      return members.get(name) instanceof Member(Obj object, _)
          ? Optional.of(object)
          : Optional.empty();
    }

    /// This object with `name` set to `value`, in its old place or at the end.
    public Obj with(String name, Json value) {
      var changed = new LinkedHashMap<>(members);
      changed.put(name, new Member(value, Position.NONE));
      return new Obj(changed, position);
    }

    /// This object without the member `name`.
    public Obj without(String name) {
      var changed = new LinkedHashMap<>(members);
      changed.remove(name);
      return new Obj(changed, position);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Obj that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public String toString() {
      return JsonWriter.compact(this);
    }
  }

  /// The value of one member, and where its name stands.
  record Member(Json value, Position namePosition) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Member that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /// An array.
  record Arr(List<Json> elements, Position position) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Arr that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
      return elements.hashCode();
    }

    @Override
    public String toString() {
      return JsonWriter.compact(this);
    }
  }

  /// A string.
  record Str(String text, Position position) implements Json {
    @Override
    public boolean equals(Object other) {
      return other instanceof Str that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return JsonWriter.compact(this);
    }
  }

  /// A number. `1` and `1.0` are different texts of one number, and equal.
  record Num(BigDecimal value, Position position) implements Json {
    @Override
    public boolean equals(Object other) {
      return other instanceof Num that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
      return JsonWriter.compact(this);
    }
  }

  /// `true` or `false`.
  record Bool(boolean value, Position position) implements Json {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bool that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// `null`.
  record Null(Position position) implements Json {
    @Override
    public boolean equals(Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /// The text, if this is a string.
  default Optional<String> asText() {
    return this instanceof Str string ? Optional.of(string.text()) : Optional.empty();
  }

  /// What kind of value this is, in the words of the JSON grammar: `an object`, `a string`.
  default String kind() {
    return switch (this) {
      case Obj _ -> "an object";
      case Arr _ -> "an array";
      case Str _ -> "a string";
      case Num _ -> "a number";
      case Bool _ -> "a boolean";
      case Null _ -> "null";
    };
  }

  /// A string value.
  static Str of(String text) {
    return new Str(text, Position.NONE);
  }

  /// A number value.
  static Num of(long value) {
    return new Num(BigDecimal.valueOf(value), Position.NONE);
  }

  /// A number value.
  static Num of(BigDecimal value) {
    return new Num(value, Position.NONE);
  }

  /// A boolean value.
  static Bool of(boolean value) {
    return new Bool(value, Position.NONE);
  }

  /// The value `null`.
  static Null ofNull() {
    return new Null(Position.NONE);
  }

  /// An array of strings.
  static Arr ofTexts(Iterable<String> texts) {
    var elements = new ArrayList<Json>();
    texts.forEach(text -> elements.add(of(text)));
    return new Arr(elements, Position.NONE);
  }

  /// An array.
  static Arr array(List<? extends Json> elements) {
    return new Arr(List.copyOf(elements), Position.NONE);
  }

  /// An empty object, to be filled by [Obj#with].
  static Obj object() {
    return new Obj(Map.of(), Position.NONE);
  }

  /// An object with the entries of `values`, in their order.
  static Obj object(Map<String, ? extends Json> values) {
    var members = new LinkedHashMap<String, Member>();
    values.forEach((name, value) -> members.put(name, new Member(value, Position.NONE)));
    return new Obj(members, Position.NONE);
  }
}
