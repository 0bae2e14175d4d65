package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/// The texts in a JSON value.
final class Texts {
  private static final Pattern OWN = Pattern.compile("[a-z][A-Za-z]*");

  private Texts() {}

  /// `value` with every text changed, names of members too, unless the form itself gave them; what
  /// says of which kind something is stays.
  ///
  /// @param change of the name of the member that holds a text, and the text; the name is empty for
  ///   a name itself
  static Json map(Json value, BinaryOperator<String> change) {
    return map("", value, change);
  }

  /// Tells `heard` every text with the name of the member that holds it.
  static void all(Json value, BiConsumer<String, String> heard) {
    var _ =
        map(
            value,
            (member, text) -> {
              heard.accept(member, text);
              return text;
            });
  }

  private static Json map(String holder, Json value, BinaryOperator<String> change) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) ->
                members.put(
                    OWN.matcher(name).matches() ? name : change.apply("", name),
                    isWord(name) ? member.value() : map(name, member.value(), change)));
        yield Json.object(members);
      }
      case Json.Arr array ->
          Json.array(
              array.elements().stream().map(element -> map(holder, element, change)).toList());
      case Json.Str string -> Json.of(change.apply(holder, string.text()));
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  /// Adds to `found` the names of all owners of policies, and of the policies that stand beside
  /// them.
  static void ofMember(Json value, String owner, Set<String> found) {
    switch (value) {
      case Json.Obj object -> {
        if (object.get(owner).isPresent()) {
          object.text("name").ifPresent(found::add);
          object.object(owner).flatMap(one -> one.text("name")).ifPresent(found::add);
          object
              .list(owner)
              .forEach(one -> {
                if (one instanceof Json.Obj named) {
                  named.text("name").ifPresent(found::add);
                }
              });
        }
        object.members().values().forEach(member -> ofMember(member.value(), owner, found));
      }
      case Json.Arr array -> array.elements().forEach(one -> ofMember(one, owner, found));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  /// The folder of the client side; empty if the bundle does not say.
  static String folder(Json.Obj bundle) {
    return bundle.list("cells").stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .flatMap(cell -> cell.object("asked").stream())
        .flatMap(asked -> asked.text("workingDirectory").stream())
        .findFirst()
        .orElse("");
  }

  private static boolean isWord(String name) {
    return name.equals("kind") || name.equals("usedAs") || name.equals("what");
  }
}
