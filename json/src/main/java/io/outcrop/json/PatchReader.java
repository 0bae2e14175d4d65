package io.outcrop.json;

import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.json.JsonPatch.Parsing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads RFC 6902's form of a patch, and collects everything that is wrong with it.
final class PatchReader {
  private final List<Problem> problems = new ArrayList<>();

  private PatchReader() {}

  static Parsing read(Json json) {
    if (!(json instanceof Json.Arr array)) {
      return new Parsing.Rejected(
          List.of(
              new Problem("", json.position(), "found " + json.kind() + ", expected an array")));
    }
    var reader = new PatchReader();
    var operations = new ArrayList<Operation>();
    for (var i = 0; i < array.elements().size(); i++) {
      var fields = new Fields(array.elements().get(i), "/" + i, reader.problems);
      reader.operation(fields).ifPresent(operations::add);
    }
    return reader.problems.isEmpty()
        ? new Parsing.Parsed(new JsonPatch(operations))
        : new Parsing.Rejected(reader.problems);
  }

  private Optional<Operation> operation(Fields fields) {
    var op = fields.text("op");
    var path = pointer(fields, "path");
    return switch (op) {
      case "add" -> Optional.of(new Operation.Add(path, value(fields)));
      case "replace" -> Optional.of(new Operation.Replace(path, value(fields)));
      case "test" -> Optional.of(new Operation.Test(path, value(fields)));
      case "remove" -> Optional.of(new Operation.Remove(path));
      case "move" -> Optional.of(new Operation.Move(pointer(fields, "from"), path));
      case "copy" -> Optional.of(new Operation.Copy(pointer(fields, "from"), path));
      default -> {
        if (!op.isEmpty()) {
          fields.problem("op", "unknown operation `" + op + "`");
        }
        yield Optional.empty();
      }
    };
  }

  private static Json value(Fields fields) {
    return fields
        .any("value")
        .orElseGet(() -> {
          fields.problem("value", "member `value` is missing");
          return Json.ofNull();
        });
  }

  private static JsonPointer pointer(Fields fields, String name) {
    var text = fields.text(name);
    return JsonPointer.parse(text)
        .orElseGet(() -> {
          fields.problem(name, "`" + text + "` is not a JSON pointer");
          return JsonPointer.of();
        });
  }
}
