package io.outcrop.iam.policy;

import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads a `Principal` or `NotPrincipal` element.
final class PrincipalReader {
  private static final List<String> TYPES = List.of("AWS", "Service", "Federated", "CanonicalUser");

  private final List<Problem> problems;

  PrincipalReader(List<Problem> problems) {
    this.problems = problems;
  }

  Principals read(Fields fields, String name, boolean negated) {
    var value = fields.any(name).orElseThrow();
    return switch (value) {
      case Json.Str(var text, _) -> {
        if (!text.equals("*")) {
          fields.problem(name, "found `" + text + "`, expected `*` or an object");
        }
        yield new Principals.Anyone(negated);
      }
      case Json.Obj object -> new Principals.Named(negated, names(object, fields.pointer(name)));
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
        fields.problem(name, "found " + value.kind() + ", expected `*` or an object");
        yield new Principals.Anyone(negated);
      }
    };
  }

  private List<NamedPrincipal> names(Json.Obj object, String pointer) {
    if (object.members().isEmpty()) {
      problems.add(new Problem(pointer, object.position(), "names nobody"));
    }
    var fields = new Fields(object, pointer, problems);
    var names = new ArrayList<NamedPrincipal>();
    for (var type : object.members().keySet()) {
      if (TYPES.contains(type)) {
        var value = fields.any(type).orElseThrow();
        if (value instanceof Json.Arr array) {
          for (var i = 0; i < array.elements().size(); i++) {
            name(type, array.elements().get(i), fields.pointer(type) + "/" + i, names);
          }
        } else {
          name(type, value, fields.pointer(type), names);
        }
      }
    }
    fields.finish();
    return names;
  }

  private void name(String type, Json value, String pointer, List<NamedPrincipal> names) {
    if (value instanceof Json.Str(var text, var position)) {
      names.add(new NamedPrincipal(type, text, position));
    } else {
      problems.add(
          new Problem(pointer, value.position(), "found " + value.kind() + ", expected a string"));
    }
  }
}
