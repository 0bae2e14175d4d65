package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML (version 1.2, JSON schema) as the JSON that it stands for, and keeps the places. What
/// JSON cannot say, or what may blow up, is a problem: anchors and aliases, tags, keys that are not
/// strings, a key twice, more than [JsonReader#MAX_DEPTH] levels. Not safe for several threads.
final class YamlReader {
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader() {}

  /// What came of it: a value, or problems.
  record Result(Json value, List<Problem> problems) {
    Result {
      problems = List.copyOf(problems);
    }
  }

  static Result read(String text) {
    var reader = new YamlReader();
    var value = reader.value(text);
    return new Result(value, reader.problems);
  }

  private Json value(String text) {
    var settings = LoadSettings.builder().setLabel("world").setUseMarks(true).build();
    try {
      checkEvents(text, settings);
      return problems.isEmpty()
          ? new Compose(settings)
              .composeString(text)
              .map(root -> json(root, ""))
              .orElseGet(Json::object)
          : Json.object();
    } catch (MarkedYamlEngineException malformed) {
      var place = malformed.getProblemMark().map(YamlReader::position).orElse(Position.NONE);
      var problem = malformed.getProblem();
      problems.add(
          new Problem("", place, "not YAML: " + (problem == null ? "unreadable" : problem)));
    } catch (YamlEngineException malformed) {
      problems.add(new Problem("", Position.NONE, "not YAML: " + firstLine(malformed)));
    }
    return Json.object();
  }

  private void checkEvents(String text, LoadSettings settings) {
    var depth = 0;
    for (var event : new Parse(settings).parseString(text)) {
      var place = event.getStartMark().map(YamlReader::position).orElse(Position.NONE);
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
        problems.add(new Problem("", place, "anchors and aliases are not allowed"));
      }
      if (event instanceof CollectionStartEvent && ++depth > JsonReader.MAX_DEPTH) {
        problems.add(
            new Problem("", place, "nested deeper than " + JsonReader.MAX_DEPTH + " levels"));
        return;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private Json json(Node node, String pointer) {
    var place = node.getStartMark().map(YamlReader::position).orElse(Position.NONE);
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, place);
      case SequenceNode sequence -> {
        var elements = new ArrayList<Json>();
        for (var element : sequence.getValue()) {
          elements.add(json(element, pointer + "/" + elements.size()));
        }
        yield new Json.Arr(elements, place);
      }
      case ScalarNode scalar -> scalar(scalar, pointer, place);
      default -> {
        problems.add(new Problem(pointer, place, "unreadable"));
        yield new Json.Null(place);
      }
    };
  }

  private Json.Obj object(MappingNode mapping, String pointer, Position place) {
    var members = new LinkedHashMap<String, Json.Member>();
    for (NodeTuple entry : mapping.getValue()) {
      var keyPlace = entry.getKeyNode().getStartMark().map(YamlReader::position).orElse(place);
      var key = key(entry.getKeyNode(), pointer, keyPlace);
      if (key.isPresent()) {
        var name = key.get();
        var inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        var member = new Json.Member(json(entry.getValueNode(), inner), keyPlace);
        if (members.put(name, member) != null) {
          problems.add(new Problem(inner, keyPlace, "key `" + name + "` is there twice"));
        }
      }
    }
    return new Json.Obj(members, place);
  }

  private Optional<String> key(Node node, String pointer, Position place) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return Optional.of(scalar.getValue());
    }
    var found = node instanceof ScalarNode scalar ? " `" + scalar.getValue() + "`" : "";
    problems.add(
        new Problem(pointer, place, "key" + found + " is not a string, write it in quotes"));
    return Optional.empty();
  }

  private Json scalar(ScalarNode scalar, String pointer, Position place) {
    var tag = scalar.getTag();
    var text = scalar.getValue();
    if (tag.equals(Tag.STR)) {
      return new Json.Str(text, place);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Json.Bool(text.equalsIgnoreCase("true"), place);
    }
    if (tag.equals(Tag.NULL)) {
      return new Json.Null(place);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return new Json.Num(new BigDecimal(text), place);
      } catch (NumberFormatException _) {
        problems.add(new Problem(pointer, place, "`" + text + "` is not a number of JSON"));
        return new Json.Null(place);
      }
    }
    problems.add(new Problem(pointer, place, "tag `" + tag.getValue() + "` is not allowed"));
    return new Json.Null(place);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String firstLine(YamlEngineException malformed) {
    var message = String.valueOf(malformed.getMessage());
    var end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
