package io.outcrop.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the members of one object strictly: what is missing, of the wrong kind or unknown becomes
/// a [Problem] with its JSON pointer, and reading goes on with a harmless stand-in, so that all
/// problems of a document are found at once. Call [#finish] last. Not safe for several threads.
public final class Fields {
  private final Json.Obj object;
  private final String pointer;
  private final List<Problem> problems;
  private final Unknown unknown;
  private final Set<String> asked = new LinkedHashSet<>();

  /// Says what an unknown member's problem is.
  @FunctionalInterface
  public interface Unknown {
    /// The problem's message.
    ///
    /// @param name the member that nobody asked for
    /// @param known the names that were asked for, in that order
    String message(String name, Set<String> known);
  }

  /// Reads `value`, which should be an object and stands at `pointer`; problems are added to
  /// `problems`.
  public Fields(Json value, String pointer, List<Problem> problems) {
    this(value, pointer, problems, (name, _) -> "unknown member `" + name + "`");
  }

  /// The same, with other words for unknown members, here and in all objects below.
  public Fields(Json value, String pointer, List<Problem> problems, Unknown unknown) {
    this.pointer = pointer;
    this.problems = problems;
    this.unknown = unknown;
    if (value instanceof Json.Obj found) {
      this.object = found;
    } else {
      this.object = new Json.Obj(Map.of(), value.position());
      problems.add(
          new Problem(pointer, value.position(), "found " + value.kind() + ", expected an object"));
    }
  }

  /// The pointer of the member `name`.
  public String pointer(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /// Whether the member is there.
  public boolean has(String name) {
    asked.add(name);
    return object.members().containsKey(name);
  }

  /// The names of all members, in order; all of them count as known from now on.
  public List<String> names() {
    asked.addAll(object.members().keySet());
    return List.copyOf(object.members().keySet());
  }

  /// The member as it is, if it is there.
  public Optional<Json> any(String name) {
    asked.add(name);
    return object.get(name);
  }

  /// A string that has to be there; empty if it is not.
  public String text(String name) {
    var value = required(name);
    return value.isPresent() ? text(name, value.get()).orElse("") : "";
  }

  /// A string that may be missing.
  public Optional<String> optionalText(String name) {
    return any(name).flatMap(value -> text(name, value));
  }

  /// A boolean that may be missing.
  public boolean flag(String name, boolean otherwise) {
    var value = any(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get() instanceof Json.Bool bool) {
      return bool.value();
    }
    wrongKind(name, value.get(), "a boolean");
    return otherwise;
  }

  /// A whole number that may be missing.
  public long whole(String name, long otherwise) {
    var value = any(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get() instanceof Json.Num number) {
      try {
        return number.value().longValueExact();
      } catch (ArithmeticException _) {
        problem(name, "expected a whole number, found `" + number + "`");
        return otherwise;
      }
    }
    wrongKind(name, value.get(), "a whole number");
    return otherwise;
  }

  /// Strings, given as an array; none if it is missing.
  public List<String> texts(String name) {
    return list(name, fields -> fields).stream()
        .flatMap(element -> text(name, element).stream())
        .toList();
  }

  /// The elements of an array, each read by `read`; none if it is missing.
  public <T> List<T> list(String name, Function<Json, T> read) {
    var value = any(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Json.Arr array) {
      return array.elements().stream().map(read).toList();
    }
    wrongKind(name, value.get(), "an array");
    return List.of();
  }

  /// The objects of an array, each read through fields of its own; none if it is missing.
  public <T> List<T> objects(String name, Function<Fields, T> read) {
    var result = new ArrayList<T>();
    var elements = list(name, element -> element);
    for (var i = 0; i < elements.size(); i++) {
      var fields = new Fields(elements.get(i), pointer(name) + "/" + i, problems, unknown);
      result.add(read.apply(fields));
      fields.finish();
    }
    return result;
  }

  /// The members of an object that is used as a map, each value read through fields of its own, in
  /// order; none if it is missing.
  public <T> Map<String, T> map(String name, Function<Fields, T> read) {
    var result = new LinkedHashMap<String, T>();
    object(name)
        .ifPresent(entries -> {
          for (var key : entries.names()) {
            var fields = entries.object(key).orElseThrow();
            result.put(key, read.apply(fields));
            fields.finish();
          }
        });
    return result;
  }

  /// Strings by name; none if it is missing.
  public Map<String, String> textMap(String name) {
    var result = new LinkedHashMap<String, String>();
    object(name)
        .ifPresent(entries -> entries.names().forEach(key -> result.put(key, entries.text(key))));
    return result;
  }

  /// The fields of an object that may be missing. The caller finishes them.
  public Optional<Fields> object(String name) {
    return any(name).map(value -> new Fields(value, pointer(name), problems, unknown));
  }

  /// Says that the member `name`, or its absence, is wrong.
  public void problem(String name, String message) {
    var position = object.get(name).map(Json::position).orElse(object.position());
    problems.add(new Problem(pointer(name), position, message));
  }

  /// Says that every member nobody asked for is unknown.
  public void finish() {
    object
        .members()
        .forEach((name, member) -> {
          if (!asked.contains(name)) {
            problems.add(
                new Problem(
                    pointer(name),
                    member.namePosition(),
                    unknown.message(name, Collections.unmodifiableSet(asked))));
          }
        });
  }

  private Optional<Json> required(String name) {
    var value = any(name);
    if (value.isEmpty()) {
      problems.add(
          new Problem(pointer(name), object.position(), "member `" + name + "` is missing"));
    }
    return value;
  }

  private Optional<String> text(String name, Json value) {
    if (value instanceof Json.Str string) {
      return Optional.of(string.text());
    }
    wrongKind(name, value, "a string");
    return Optional.empty();
  }

  private void wrongKind(String name, Json value, String expected) {
    problems.add(
        new Problem(
            pointer(name), value.position(), "found " + value.kind() + ", expected " + expected));
  }
}
