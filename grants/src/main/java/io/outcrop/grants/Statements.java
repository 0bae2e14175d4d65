package io.outcrop.grants;

import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Writes needs into as few statements as give exactly them.
///
/// A statement allows a product: each action on each resource under each value of each condition.
/// Two products of one topic that differ in one factor alone make one product without adding
/// anything, so they are joined, and nothing else is, until nothing joins any more: first over
/// actions, then over resources and over the values of conditions. Which of these two comes first
/// decides what joins; of both results the one with fewer characters is taken. (Covering a set of
/// points with the fewest products is NP-hard; these two orders find the shapes that occur.)
final class Statements {
  private Statements() {}

  static List<LeastStatement> of(List<Need> needs) {
    var topics = new TreeMap<Topic, List<Block>>();
    grants(needs)
        .forEach((grant, own) ->
            topics
                .computeIfAbsent(grant.topic(), _ -> new ArrayList<>())
                .add(Block.of(grant, own)));
    return topics.values().stream().flatMap(blocks -> shortest(blocks).stream()).toList();
  }

  private static List<LeastStatement> shortest(List<Block> blocks) {
    var byResource = statements(joined(blocks, Statements::overResources, Statements::overValues));
    var byValue = statements(joined(blocks, Statements::overValues, Statements::overResources));
    return characters(byValue) < characters(byResource) ? byValue : byResource;
  }

  private static List<LeastStatement> statements(List<Block> blocks) {
    return blocks.stream().sorted(Block.ORDER).map(Block::statement).toList();
  }

  private static int characters(List<LeastStatement> statements) {
    return statements.stream()
        .mapToInt(statement -> JsonWriter.compact(statement.json()).length())
        .sum();
  }

  /// Numbers the Sids that stand twice: `Name`, `NameNo2`, `NameNo3`.
  static List<LeastStatement> numbered(List<LeastStatement> statements) {
    var used = new HashMap<String, Integer>();
    return statements.stream()
        .map(statement -> {
          var number = used.merge(statement.name(), 1, Integer::sum);
          return number == 1 ? statement : statement.named(statement.name() + "No" + number);
        })
        .toList();
  }

  /// The grants that no wider one makes superfluous, each with all that need it.
  private static Map<Grant, List<Need>> grants(List<Need> needs) {
    var all = new LinkedHashMap<Grant, List<Need>>();
    for (var need : needs) {
      all.computeIfAbsent(Grant.of(need.authorization()), _ -> new ArrayList<>()).add(need);
    }
    var result = new LinkedHashMap<Grant, List<Need>>();
    all.forEach((grant, own) -> {
      var widest =
          all.keySet().stream()
              .filter(other -> other.isWiderThan(grant))
              .min(Comparator.comparingInt(other -> other.conditions().size()))
              .orElse(grant);
      result.computeIfAbsent(widest, _ -> new ArrayList<>()).addAll(own);
    });
    return result;
  }

  private static List<Block> joined(
      List<Block> blocks, UnaryOperator<List<Block>> first, UnaryOperator<List<Block>> second) {
    var now = blocks;
    int before;
    do {
      before = now.size();
      now = join(now, block -> List.of(block.resources, block.conditions));
      now = second.apply(first.apply(now));
    } while (now.size() < before);
    return now;
  }

  private static List<Block> overResources(List<Block> blocks) {
    return join(blocks, block -> List.of(block.actions, block.conditions));
  }

  private static List<Block> overValues(List<Block> blocks) {
    var result = blocks;
    var conditions = blocks.stream().mapToInt(block -> block.conditions.size()).max().orElse(0);
    for (var i = 0; i < conditions; i++) {
      var place = i;
      result = join(result, block -> List.of(block.actions, block.resources, block.allBut(place)));
    }
    return result;
  }

  private static List<Block> join(List<Block> blocks, Function<Block, List<Object>> same) {
    var result = new LinkedHashMap<List<Object>, Block>();
    blocks.forEach(block -> result.merge(same.apply(block), block, Block::with));
    return List.copyOf(result.values());
  }

  private record Block(
      Topic topic,
      List<String> actions,
      List<String> resources,
      List<Condition> conditions,
      List<Need> needs) {
    private static final Comparator<Block> ORDER =
        Comparator.comparing((Block block) -> block.conditions.toString())
            .thenComparing(block -> block.resources.toString())
            .thenComparing(block -> block.actions.toString());
    private static final Comparator<Need> NEEDS =
        Comparator.comparing(Need::call)
            .thenComparing(need -> need.authorization().action())
            .thenComparing(need -> need.authorization().resource())
            .thenComparing(need -> need.authorization().why());

    static Block of(Grant grant, List<Need> needs) {
      return new Block(
          grant.topic(),
          List.of(grant.action()),
          List.of(grant.resource()),
          grant.conditions(),
          needs);
    }

    Block with(Block other) {
      var merged = new ArrayList<Condition>();
      for (var i = 0; i < conditions.size(); i++) {
        var one = conditions.get(i);
        merged.add(
            new Condition(
                one.operator(), one.key(), union(one.values(), other.conditions.get(i).values())));
      }
      return new Block(
          topic,
          union(actions, other.actions),
          union(resources, other.resources),
          merged,
          Stream.concat(needs.stream(), other.needs.stream()).toList());
    }

    /// The conditions, of the one at `place` its key alone.
    List<Object> allBut(int place) {
      var result = new ArrayList<Object>(conditions);
      if (place < conditions.size()) {
        var open = conditions.get(place);
        result.set(place, List.of(open.operator(), open.key()));
      }
      return result;
    }

    LeastStatement statement() {
      return new LeastStatement(
          topic.name(),
          topic.purpose(),
          actions,
          resources,
          conditions,
          needs.stream().distinct().sorted(NEEDS).toList());
    }

    private static List<String> union(List<String> some, List<String> others) {
      var result = new TreeSet<>(some);
      result.addAll(others);
      return List.copyOf(result);
    }
  }
}
