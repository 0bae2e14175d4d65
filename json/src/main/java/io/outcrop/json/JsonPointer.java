package io.outcrop.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A place in a JSON value (RFC 6901). The pointer without tokens names the whole value.
///
/// @param tokens member names and array indices from the outside in, unescaped
public record JsonPointer(List<String> tokens) {
  /// The token that names the place after an array's last element.
  public static final String END = "-";

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /// The pointer with these tokens, each unescaped.
  public static JsonPointer of(String... tokens) {
    return new JsonPointer(List.of(tokens));
  }

  /// Reads a pointer; empty if `text` is none, because it does not begin with `/` or a `~` is not
  /// followed by `0` or `1`.
  public static Optional<JsonPointer> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(of());
    }
    if (!text.startsWith("/") || text.replace("~0", "").replace("~1", "").contains("~")) {
      return Optional.empty();
    }
    var tokens = new ArrayList<String>();
    for (var token : text.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(new JsonPointer(tokens));
  }

  /// The pointer to what this one's value holds at `token`.
  public JsonPointer child(String token) {
    var longer = new ArrayList<>(tokens);
    longer.add(token);
    return new JsonPointer(longer);
  }

  /// The pointer to this one's element `index`.
  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /// What stands at this place in `document`, if there is such a place.
  public Optional<Json> in(Json document) {
    var found = Optional.of(document);
    for (var token : tokens) {
      found = found.flatMap(value -> step(value, token));
    }
    return found;
  }

  /// Whether `other` names a place inside the value that this pointer names.
  boolean encloses(JsonPointer other) {
    return other.tokens.size() > tokens.size()
        && other.tokens.subList(0, tokens.size()).equals(tokens);
  }

  private static Optional<Json> step(Json value, String token) {
    return switch (value) {
      case Json.Obj object -> object.get(token);
      case Json.Arr array -> {
        var index = index(token);
        yield index.isPresent() && index.getAsInt() < array.elements().size()
            ? Optional.of(array.elements().get(index.getAsInt()))
            : Optional.empty();
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  /// The number that `token` writes, if it may index an array: no sign, no leading zeros.
  static OptionalInt index(String token) {
    return token.matches("0|[1-9][0-9]{0,8}")
        ? OptionalInt.of(Integer.parseInt(token))
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return tokens.stream()
        .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
