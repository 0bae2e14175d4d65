package io.outcrop.iam.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The file of all services: one text, cut into services when it is read and no further; a service
/// is parsed when it is asked for. The file's first lines say what its lines mean.
final class ServiceTable {
  private static final String DATE = "# asOf: ";
  private final String text;
  private final String asOf;
  private final Map<String, Integer> starts;

  private ServiceTable(String text, String asOf, Map<String, Integer> starts) {
    this.text = text;
    this.asOf = asOf;
    this.starts = starts;
  }

  static ServiceTable shipped() {
    var text = resource("services.tsv");
    var date = text.indexOf(DATE) + DATE.length();
    var starts = new LinkedHashMap<String, Integer>();
    for (var at = text.indexOf("\n="); at >= 0; at = text.indexOf("\n=", at + 1)) {
      starts.put(text.substring(at + 2, text.indexOf('\t', at)), at + 1);
    }
    return new ServiceTable(text, text.substring(date, text.indexOf('\n', date)), starts);
  }

  String asOf() {
    return asOf;
  }

  Set<String> prefixes() {
    return Collections.unmodifiableSet(starts.keySet());
  }

  Optional<Service> read(String prefix) {
    var start = starts.get(prefix);
    if (start == null) {
      return Optional.empty();
    }
    var end = text.indexOf("\n=", start);
    return Optional.of(
        new Block(prefix).read(text.substring(start, end < 0 ? text.length() : end)));
  }

  static String resource(String name) {
    try (var stream = ServiceTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource `" + name + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read resource `" + name + "`", lost);
    }
  }

  /// The lines of one service.
  private static final class Block {
    private final String prefix;
    private final List<ConditionKey> keys = new ArrayList<>();
    private final List<ResourceType> types = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();

    private Block(String prefix) {
      this.prefix = prefix;
    }

    private Service read(String block) {
      var lines = block.split("\n", 0);
      var head = lines[0].split("\t", -1);
      for (var i = 1; i < lines.length; i++) {
        var cells = lines[i].substring(1).split("\t", -1);
        switch (lines[i].charAt(0)) {
          case 'k' -> keys.add(key(cells));
          case 't' -> types.add(ResourceType.of(cells[0], cells[1], pick(keys, cells[2])));
          case 'g' -> actions(cells);
          default -> throw new IllegalStateException("unknown line `" + lines[i] + "`");
        }
      }
      actions.sort((left, right) -> left.name().compareTo(right.name()));
      return new Service(prefix, head[2], head[1].contains("r"), actions, types, keys);
    }

    private void actions(String[] cells) {
      var access =
          switch (cells[0]) {
            case "L" -> Action.Access.LIST;
            case "R" -> Action.Access.READ;
            case "T" -> Action.Access.TAGGING;
            case "P" -> Action.Access.PERMISSIONS;
            default -> Action.Access.WRITE;
          };
      var theirKeys = pick(keys, cells[1]);
      var theirTypes = pick(types, cells[2].replace("!", ""));
      for (var name : cells[3].split(" ", 0)) {
        actions.add(new Action(prefix, name, access, theirTypes, theirKeys));
      }
    }

    private static ConditionKey key(String[] cells) {
      var letter = cells[0].charAt(0);
      var type =
          switch (Character.toLowerCase(letter)) {
            case 'a' -> ConditionKey.Type.ARN;
            case 'b' -> ConditionKey.Type.BOOL;
            case 'd' -> ConditionKey.Type.DATE;
            case 'i' -> ConditionKey.Type.IP;
            case 'n' -> ConditionKey.Type.NUMERIC;
            default -> ConditionKey.Type.STRING;
          };
      return new ConditionKey(cells[1], type, Character.isUpperCase(letter), "");
    }

    /// What `numbers` (`0,2-4`) names.
    private static <T> List<T> pick(List<T> all, String numbers) {
      var picked = new ArrayList<T>();
      if (!numbers.isEmpty()) {
        for (var range : numbers.split(",", 0)) {
          var dash = range.indexOf('-');
          var first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
          var last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
          for (var number = first; number <= last; number++) {
            picked.add(all.get(number));
          }
        }
      }
      return picked;
    }
  }
}
