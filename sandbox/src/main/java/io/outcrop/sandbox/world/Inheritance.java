package io.outcrop.sandbox.world;

import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// A world that begins as a built-in one. What its document says is laid over the other one's:
/// objects are laid over objects member by member, anything else takes the old value's place, and
/// `null` takes a member away (as RFC 7396 says of merge patches). Name, summary and version are
/// never inherited.
final class Inheritance {
  /// The member that names the other world.
  static final String EXTENDS = "extends";

  private static final Set<String> OWN = Set.of("formatVersion", "name", "summary");

  private Inheritance() {}

  /// The whole document that `document` stands for.
  static Json whole(Json document, List<Problem> problems) {
    if (!(document instanceof Json.Obj own) || own.get(EXTENDS).isEmpty()) {
      return document;
    }
    var name = own.get(EXTENDS).get();
    var base = name.asText().filter(Worlds.builtIn()::contains);
    if (base.isEmpty()) {
      problems.add(new Problem("/" + EXTENDS, name.position(), unknown(name)));
      return own.without(EXTENDS);
    }
    var inherited = (Json.Obj) placeless(builtIn(base.get()));
    for (var member : OWN) {
      inherited = inherited.without(member);
    }
    return over(inherited, own.without(EXTENDS));
  }

  /// The whole document of a built-in world. It is read only: whether it is a world the tests find
  /// out, and what is made of it is looked at as a whole.
  private static Json builtIn(String name) {
    var problems = new ArrayList<Problem>();
    var document = whole(YamlReader.read(Worlds.text(name)).value(), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("built-in world `" + name + "`: " + problems);
    }
    return document;
  }

  private static String unknown(Json name) {
    var text = name.asText().orElse("");
    return Nearest.of(text, Worlds.builtIn().stream())
        .map(near -> "there is no built-in world `" + text + "`, the nearest is `" + near + "`")
        .orElse("expected the name of a built-in world, found `" + text + "`");
  }

  private static Json.Obj over(Json.Obj base, Json.Obj own) {
    var members = new LinkedHashMap<>(base.members());
    own.members()
        .forEach((name, member) -> {
          if (member.value() instanceof Json.Null) {
            members.remove(name);
          } else {
            members.put(name, over(base, name, member));
          }
        });
    return new Json.Obj(members, own.position());
  }

  private static Json.Member over(Json.Obj base, String name, Json.Member own) {
    return own.value() instanceof Json.Obj object
        ? new Json.Member(
            over(base.object(name).orElseGet(Json::object), object), own.namePosition())
        : own;
  }

  /// The same without places: they would be those of another file.
  private static Json placeless(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json.Member>();
        object
            .members()
            .forEach((name, member) ->
                members.put(name, new Json.Member(placeless(member.value()), Position.NONE)));
        yield new Json.Obj(members, Position.NONE);
      }
      case Json.Arr array ->
          new Json.Arr(
              array.elements().stream().map(Inheritance::placeless).toList(), Position.NONE);
      case Json.Str(String text, Position _) -> new Json.Str(text, Position.NONE);
      case Json.Num(var number, Position _) -> new Json.Num(number, Position.NONE);
      case Json.Bool(boolean flag, Position _) -> new Json.Bool(flag, Position.NONE);
      case Json.Null _ -> new Json.Null(Position.NONE);
    };
  }
}
