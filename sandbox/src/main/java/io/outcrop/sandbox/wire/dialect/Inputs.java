package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON input by its model: what the model does not know is left out, null is nothing, and
/// what is of another kind is a problem, in AWS's words. Not safe for several threads.
final class Inputs {
  private final ServiceModel model;
  private final List<String> problems = new ArrayList<>();

  Inputs(ServiceModel model) {
    this.model = model;
  }

  /// What was of another kind than the model says, in order.
  List<String> problems() {
    return problems;
  }

  /// The members of `value` that stand in the body.
  Map<String, Json> structure(Map<String, Member> members, Json.Obj value) {
    var result = new LinkedHashMap<String, Json>();
    members.forEach((name, member) -> {
      var given = value.get(name).filter(given1 -> !(given1 instanceof Json.Null));
      if (given.isPresent() && member.location() instanceof Location.Body) {
        result.put(name, read(member.type(), given.get()));
      }
    });
    return result;
  }

  /// `value` as a `type`.
  Json read(Type type, Json value) {
    return switch (type) {
      case Type.Document _ -> value;
      case Type.Timestamp _ -> Times.iso(value);
      case Type.Text _, Type.Blob _ -> scalar(value, value instanceof Json.Str, "String");
      case Type.Numeric _ -> scalar(value, value instanceof Json.Num, "Number");
      case Type.Flag _ -> scalar(value, value instanceof Json.Bool, "Boolean");
      case Type.ListOf(Type element) -> list(element, value);
      case Type.MapOf(Type each) -> map(each, value);
      case Type.Named(String shape) ->
          value instanceof Json.Obj object
              ? Json.object(structure(model.shape(shape), object))
              : unexpected(value);
    };
  }

  private Json list(Type element, Json value) {
    return value instanceof Json.Arr array
        ? Json.array(array.elements().stream().map(one -> read(element, one)).toList())
        : unexpected(value);
  }

  private Json map(Type each, Json value) {
    if (!(value instanceof Json.Obj object)) {
      return unexpected(value);
    }
    var result = new LinkedHashMap<String, Json>();
    object.members().forEach((name, member) -> result.put(name, read(each, member.value())));
    return Json.object(result);
  }

  private Json scalar(Json value, boolean fits, String wanted) {
    if (!fits) {
      switch (value) {
        case Json.Obj _, Json.Arr _ -> unexpected(value);
        case Json.Str _ -> problems.add("STRING_VALUE can not be converted to a " + wanted);
        case Json.Num _ -> problems.add("NUMBER_VALUE can not be converted to a " + wanted);
        case Json.Bool bool ->
            problems.add(
                (bool.value() ? "TRUE_VALUE" : "FALSE_VALUE")
                    + " can not be converted to a "
                    + wanted);
        case Json.Null _ -> problems.add("NULL_VALUE can not be converted to a " + wanted);
      }
    }
    return value;
  }

  private Json unexpected(Json value) {
    problems.add(
        switch (value) {
          case Json.Obj _ -> "Start of structure or map found where not expected.";
          case Json.Arr _ -> "Start of list found where not expected";
          case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
              "Unexpected token received from parser";
        });
    return value;
  }
}
