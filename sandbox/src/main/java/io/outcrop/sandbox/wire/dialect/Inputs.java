package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON input by its model: what the model does not know is left out, null is nothing, and
/// what is of another kind is a problem, in AWS's words.
record Inputs(ServiceModel model, Scalars scalars) {
  private static final String TYPE = "__type";

  /// The members of the body `text` that the model knows; none if it is not an object.
  Map<String, Json> body(Structure structure, String text) {
    return json(text)
        .map(value -> {
          if (value instanceof Json.Obj object) {
            return members(structure, object);
          }
          scalars.problem("Unexpected token received from parser");
          return Map.<String, Json>of();
        })
        .orElse(Map.of());
  }

  /// The JSON value that `text` is.
  Optional<Json> json(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Json value) -> Optional.of(value);
      case JsonReading.Malformed(String message, _) -> {
        scalars.problem(message);
        yield Optional.empty();
      }
    };
  }

  /// `value` as a `type`.
  Json read(Type type, Json value) {
    return switch (type) {
      case Type.Document _ -> value;
      case Type.Text _ -> value instanceof Json.Str ? value : other(value, "String");
      case Type.Blob _ ->
          value instanceof Json.Str(String text, _) ? scalars.blob(text) : other(value, "Blob");
      case Type.Flag _ -> value instanceof Json.Bool ? value : other(value, "Boolean");
      case Type.Numeric(Type.Size size, _) -> number(size, value);
      case Type.Timestamp(TimeForm form) -> time(form, value);
      case Type.ListOf list -> list(list, value);
      case Type.MapOf map -> map(map, value);
      case Type.Named(String shape) -> structure(model.shape(shape), value);
    };
  }

  private Map<String, Json> members(Structure structure, Json.Obj value) {
    var result = new LinkedHashMap<String, Json>();
    value
        .members()
        .forEach((name, given) -> {
          var member = structure.byWireName().get(name);
          if (member != null && !(given.value() instanceof Json.Null)) {
            result.put(member.name(), read(member.type(), given.value()));
          }
        });
    if (structure.isUnion()) {
      checkUnion(value, result.size());
    }
    return result;
  }

  /// Of a union there has to be one member, and one that the model knows.
  private void checkUnion(Json.Obj value, int known) {
    var count =
        value.members().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(TYPE))
            .filter(entry -> !(entry.getValue().value() instanceof Json.Null))
            .count();
    if (count != 1 || known != 1) {
      scalars.problem("Union must have exactly one member set");
    }
  }

  private Json structure(Structure structure, Json value) {
    return value instanceof Json.Obj object
        ? Json.object(members(structure, object))
        : unexpected(value);
  }

  private Json list(Type.ListOf list, Json value) {
    return value instanceof Json.Arr(List<Json> elements, _)
        ? Json.array(
            elements.stream().map(one -> element(list.element(), list.sparse(), one)).toList())
        : unexpected(value);
  }

  private Json map(Type.MapOf map, Json value) {
    if (!(value instanceof Json.Obj object)) {
      return unexpected(value);
    }
    var result = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach((name, member) -> {
          result.put(name, element(map.value(), map.sparse(), member.value()));
        });
    return Json.object(result);
  }

  private Json element(Type type, boolean sparse, Json value) {
    return sparse && value instanceof Json.Null ? value : read(type, value);
  }

  private Json number(Type.Size size, Json value) {
    return switch (value) {
      case Json.Num(BigDecimal number, _) -> scalars.sized(size, number);
      case Json.Str(String text, _) when !size.isWhole() && Scalars.isSpecial(text) -> value;
      case Json.Str _, Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> other(value, "Number");
    };
  }

  private Json time(TimeForm form, Json value) {
    return switch (value) {
      case Json.Num(BigDecimal seconds, _)
          when form == TimeForm.USUAL || form == TimeForm.EPOCH_SECONDS ->
          Times.seconds(seconds)
              .map(Times::inside)
              .orElseGet(() -> scalars.problem("Invalid timestamp: " + seconds));
      case Json.Str(String text, _) when form == TimeForm.DATE_TIME || form == TimeForm.HTTP_DATE ->
          scalars.time(form, text);
      case Json.Num _, Json.Str _, Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ ->
          other(value, "Timestamp");
    };
  }

  private Json other(Json value, String wanted) {
    return switch (value) {
      case Json.Obj _, Json.Arr _ -> unexpected(value);
      case Json.Str _ -> converted("STRING_VALUE", wanted);
      case Json.Num _ -> converted("NUMBER_VALUE", wanted);
      case Json.Bool bool -> converted(bool.value() ? "TRUE_VALUE" : "FALSE_VALUE", wanted);
      case Json.Null _ -> converted("NULL_VALUE", wanted);
    };
  }

  private Json converted(String what, String wanted) {
    return scalars.problem(what + " can not be converted to a " + wanted);
  }

  private Json unexpected(Json value) {
    return scalars.problem(
        switch (value) {
          case Json.Obj _ -> "Start of structure or map found where not expected.";
          case Json.Arr _ -> "Start of list found where not expected";
          case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
              "Unexpected token received from parser";
        });
  }
}
