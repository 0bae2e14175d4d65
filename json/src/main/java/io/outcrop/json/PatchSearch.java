package io.outcrop.json;

import io.outcrop.json.JsonPatch.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds a small patch between two values.
///
/// Objects are compared member by member. Arrays are aligned by the cheapest script of keeping,
/// changing, removing and adding elements (Wagner and Fischer, "The String-to-String Correction
/// Problem", 1974), where changing an element costs what the patch inside it costs. Wherever
/// replacing a whole value is the shorter text, it is replaced.
final class PatchSearch {
  private static final int STEP_COST = 16;
  private static final int MOST_PAIRS = 10_000;

  private PatchSearch() {}

  static List<Operation> between(Json before, Json after) {
    return between(before, after, JsonPointer.of());
  }

  private static List<Operation> between(Json before, Json after, JsonPointer path) {
    if (before.equals(after)) {
      return List.of();
    }
    List<Operation> whole = List.of(new Operation.Replace(path, after));
    var inside =
        switch (before) {
          case Json.Obj old when after instanceof Json.Obj young ->
              Optional.of(objects(old, young, path));
          case Json.Arr old when after instanceof Json.Arr young ->
              Optional.of(arrays(old, young, path));
          case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
              Optional.<List<Operation>>empty();
        };
    return inside.filter(steps -> cost(steps) <= cost(whole)).orElse(whole);
  }

  private static List<Operation> objects(Json.Obj before, Json.Obj after, JsonPointer path) {
    var steps = new ArrayList<Operation>();
    before
        .members()
        .forEach((name, member) -> {
          var there = path.child(name);
          after
              .get(name)
              .ifPresentOrElse(
                  value -> steps.addAll(between(member.value(), value, there)),
                  () -> steps.add(new Operation.Remove(there)));
        });
    after
        .members()
        .forEach((name, member) -> {
          if (before.get(name).isEmpty()) {
            steps.add(new Operation.Add(path.child(name), member.value()));
          }
        });
    return steps;
  }

  private static List<Operation> arrays(Json.Arr before, Json.Arr after, JsonPointer path) {
    var old = before.elements();
    var young = after.elements();
    var head = 0;
    while (head < Math.min(old.size(), young.size()) && old.get(head).equals(young.get(head))) {
      head++;
    }
    var tail = 0;
    while (tail < Math.min(old.size(), young.size()) - head
        && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
      tail++;
    }
    var oldMiddle = old.subList(head, old.size() - tail);
    var youngMiddle = young.subList(head, young.size() - tail);
    return (long) oldMiddle.size() * youngMiddle.size() > MOST_PAIRS
        ? placeByPlace(oldMiddle, youngMiddle, path, head)
        : aligned(oldMiddle, youngMiddle, path, head);
  }

  private static List<Operation> placeByPlace(
      List<Json> old, List<Json> young, JsonPointer path, int start) {
    var steps = new ArrayList<Operation>();
    var shared = Math.min(old.size(), young.size());
    for (var i = 0; i < shared; i++) {
      steps.addAll(between(old.get(i), young.get(i), path.child(start + i)));
    }
    for (var i = shared; i < old.size(); i++) {
      steps.add(new Operation.Remove(path.child(start + shared)));
    }
    for (var i = shared; i < young.size(); i++) {
      steps.add(new Operation.Add(path.child(start + i), young.get(i)));
    }
    return steps;
  }

  /// The cheapest script; `cost[i][j]` is what it costs to turn the rest of `old` from `i` into the
  /// rest of `young` from `j`.
  private static List<Operation> aligned(
      List<Json> old, List<Json> young, JsonPointer path, int start) {
    var cost = new int[old.size() + 1][young.size() + 1];
    for (var i = old.size(); i >= 0; i--) {
      for (var j = young.size(); j >= 0; j--) {
        cost[i][j] = cheapest(old, young, i, j, cost);
      }
    }
    var steps = new ArrayList<Operation>();
    var i = 0;
    var j = 0;
    while (i < old.size() || j < young.size()) {
      var place = path.child(start + j);
      if (i < old.size()
          && j < young.size()
          && cost[i][j] == cost[i + 1][j + 1] + change(old.get(i), young.get(j))) {
        steps.addAll(between(old.get(i++), young.get(j++), place));
      } else if (i < old.size() && cost[i][j] == cost[i + 1][j] + STEP_COST) {
        steps.add(new Operation.Remove(place));
        i++;
      } else {
        steps.add(new Operation.Add(place, young.get(j++)));
      }
    }
    return steps;
  }

  private static int cheapest(List<Json> old, List<Json> young, int i, int j, int[][] cost) {
    if (i == old.size() && j == young.size()) {
      return 0;
    }
    var best = Integer.MAX_VALUE;
    if (i < old.size()) {
      best = Math.min(best, cost[i + 1][j] + STEP_COST);
    }
    if (j < young.size()) {
      best = Math.min(best, cost[i][j + 1] + STEP_COST + length(young.get(j)));
    }
    if (i < old.size() && j < young.size()) {
      best = Math.min(best, cost[i + 1][j + 1] + change(old.get(i), young.get(j)));
    }
    return best;
  }

  private static int change(Json before, Json after) {
    return before.equals(after) ? 0 : cost(between(before, after, JsonPointer.of()));
  }

  private static int cost(List<Operation> steps) {
    var sum = 0;
    for (var step : steps) {
      sum += STEP_COST;
      if (step instanceof Operation.Add(_, var value)) {
        sum += length(value);
      } else if (step instanceof Operation.Replace(_, var value)) {
        sum += length(value);
      }
    }
    return sum;
  }

  private static int length(Json value) {
    return JsonWriter.compact(value).length();
  }
}
