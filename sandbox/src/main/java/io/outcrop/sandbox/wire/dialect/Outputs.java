package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.util.LinkedHashMap;
import java.util.List;

/// Brings JSON output into its service's form: names and times as the model wants them, null left
/// out. What the model does not know stays as it is.
record Outputs(ServiceModel model) {
  /// The members of `value` that stand in the body.
  Json.Obj structure(Structure structure, Json.Obj value) {
    var result = new LinkedHashMap<String, Json>();
    value
        .members()
        .forEach((name, given) -> {
          var member = structure.members().get(name);
          if (given.value() instanceof Json.Null) {
            return;
          }
          if (member == null) {
            result.put(name, given.value());
          } else if (isInBody(member)) {
            result.put(member.wireName(), write(member.type(), given.value()));
          }
        });
    return Json.object(result);
  }

  /// Paths and queries are a request's: in output such a member stands in the body.
  private static boolean isInBody(Member member) {
    return switch (member.location()) {
      case Location.Body _, Location.Label _, Location.Query _, Location.QueryRest _ -> true;
      case Location.Header _, Location.Prefix _, Location.Payload _, Location.Status _ -> false;
    };
  }

  /// `value` as a `type`.
  Json write(Type type, Json value) {
    return switch (type) {
      case Type.Timestamp(TimeForm form) ->
          Times.written(form == TimeForm.USUAL ? TimeForm.EPOCH_SECONDS : form, value);
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object);
      case Type.ListOf list when value instanceof Json.Arr(List<Json> elements, _) ->
          Json.array(elements.stream().map(one -> write(list.element(), one)).toList());
      case Type.MapOf map when value instanceof Json.Obj object -> {
        var result = new LinkedHashMap<String, Json>();
        object.members().forEach((name, one) -> result.put(name, write(map.value(), one.value())));
        yield Json.object(result);
      }
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> value;
      case Type.Text _, Type.Numeric _, Type.Flag _, Type.Blob _, Type.Document _ -> value;
    };
  }
}
