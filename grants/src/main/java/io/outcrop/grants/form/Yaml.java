package io.outcrop.grants.form;

import io.outcrop.grants.document.NamedDocument;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;

/// Writes JSON values as YAML for CloudFormation: blocks, every string in double quotes, where YAML
/// and JSON escape alike.
///
/// A string without the account's place is left as it is: CloudFormation replaces `${…}` in `!Sub`
/// alone. A string with it becomes a `!Sub`, in which every other `${` is written `${!`, which
/// CloudFormation turns back.
final class Yaml {
  private static final String SUBSTITUTE = ":${AWS::AccountId}:";
  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  /// Whether CloudFormation would read something in a policy as its own, wherever it stands.
  static boolean isMisread(Json policy) {
    return JsonWriter.compact(policy).contains("{{resolve:");
  }

  /// The members of `object`, each line behind `indent` spaces.
  static String members(Json.Obj object, int indent) {
    var yaml = new Yaml();
    yaml.object(object, indent, " ".repeat(indent));
    return yaml.out.toString();
  }

  /// The elements of `array`, each line behind `indent` spaces.
  static String elements(Json.Arr array, int indent) {
    var yaml = new Yaml();
    yaml.array(array, indent);
    return yaml.out.toString();
  }

  /// @param first what stands before the first member's name
  private void object(Json.Obj object, int indent, String first) {
    var lead = first;
    for (var name : object.members().keySet()) {
      out.append(lead).append(name(name)).append(':');
      value(object.get(name).orElseThrow(), indent + 2);
      lead = " ".repeat(indent);
    }
  }

  private void array(Json.Arr array, int indent) {
    for (var element : array.elements()) {
      var lead = " ".repeat(indent) + "- ";
      if (element instanceof Json.Obj object && !object.members().isEmpty()) {
        object(object, indent + 2, lead);
      } else {
        out.append(lead).append(scalar(element)).append('\n');
      }
    }
  }

  private void value(Json value, int indent) {
    switch (value) {
      case Json.Obj object when !object.members().isEmpty() -> {
        out.append('\n');
        object(object, indent, " ".repeat(indent));
      }
      case Json.Arr array when !array.elements().isEmpty() -> {
        out.append('\n');
        array(array, indent);
      }
      case Json other -> out.append(' ').append(scalar(other)).append('\n');
    }
  }

  private static String name(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9]*") ? name : JsonWriter.compact(Json.of(name));
  }

  /// An array in an array, and what is empty, is written in flow style, which is JSON.
  private static String scalar(Json value) {
    return value instanceof Json.Str(var text, _) && text.contains(NamedDocument.IN_ARN)
        ? "!Sub " + JsonWriter.compact(Json.of(substituted(text)))
        : JsonWriter.compact(value);
  }

  private static String substituted(String text) {
    return text.replace("${", "${!").replace(NamedDocument.IN_ARN, SUBSTITUTE);
  }
}
