package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Members that say the same in many cells stand in the first of them alone.
final class Repeats {
  private static final String SAME = "sameAs";

  private Repeats() {}

  static List<Json.Obj> fold(List<Json.Obj> cells) {
    Map<String, Integer> first = new LinkedHashMap<>();
    var result = new ArrayList<Json.Obj>();
    for (var i = 0; i < cells.size(); i++) {
      result.add(fold(cells.get(i), "", i, first));
    }
    return result;
  }

  private static Json.Obj fold(Json.Obj value, String path, int cell, Map<String, Integer> first) {
    var members = new LinkedHashMap<String, Json>();
    value
        .members()
        .forEach((name, member) -> {
          var here = path + "/" + name;
          var already = first.putIfAbsent(here + " " + member.value(), cell);
          if (already != null && member.value() instanceof Json.Obj) {
            members.put(name, Json.object().with(SAME, Json.of(already)));
          } else if (path.isEmpty() && member.value() instanceof Json.Obj inner) {
            members.put(name, fold(inner, here, cell, first));
          } else {
            members.put(name, member.value());
          }
        });
    return Json.object(members);
  }

  static List<Json> unfold(List<Json> cells, List<Problem> problems) {
    var result = new ArrayList<Json>();
    for (var i = 0; i < cells.size(); i++) {
      result.add(unfold(cells.get(i), List.of(), result, new Form.Spot("/cells/" + i, problems)));
    }
    return result;
  }

  private static Json unfold(Json value, List<String> path, List<Json> before, Form.Spot spot) {
    if (!(value instanceof Json.Obj object) || path.size() > 2) {
      return value;
    }
    if (!path.isEmpty() && object.members().keySet().equals(Set.of(SAME))) {
      return same(object, path, before, spot);
    }
    var members = new LinkedHashMap<String, Json.Member>();
    object
        .members()
        .forEach((name, member) -> {
          var inner = new ArrayList<>(path);
          inner.add(name);
          members.put(
              name,
              new Json.Member(
                  unfold(member.value(), inner, before, spot.at(name)), member.namePosition()));
        });
    return new Json.Obj(members, object.position());
  }

  private static Json same(
      Json.Obj reference, List<String> path, List<Json> before, Form.Spot spot) {
    var named = reference.get(SAME).orElse(reference);
    var number = named instanceof Json.Num found ? found.value().intValue() : -1;
    if (number >= 0 && number < before.size()) {
      Json found = before.get(number);
      for (var name : path) {
        found = found instanceof Json.Obj object ? object.get(name).orElse(named) : named;
      }
      return found;
    }
    spot.at(SAME).wrong(named, "names no cell before this one");
    return reference;
  }
}
