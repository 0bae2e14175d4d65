package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/// Brings JSON output into its service's form: times as the model wants them, null left out.
final class Outputs {
  private final ServiceModel model;

  Outputs(ServiceModel model) {
    this.model = model;
  }

  Json.Obj structure(Map<String, Member> members, Json.Obj value) {
    var result = new LinkedHashMap<String, Json>();
    value
        .members()
        .forEach((name, given) -> {
          var member = members.get(name);
          if (!(given.value() instanceof Json.Null)) {
            result.put(name, member == null ? given.value() : write(member.type(), given.value()));
          }
        });
    return Json.object(result);
  }

  private Json write(Type type, Json value) {
    return switch (type) {
      case Type.Timestamp(boolean iso) -> iso ? Times.iso(value) : Times.epoch(value);
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object);
      case Type.ListOf(Type element) when value instanceof Json.Arr array ->
          Json.array(array.elements().stream().map(one -> write(element, one)).toList());
      case Type.MapOf(Type each) when value instanceof Json.Obj object -> {
        var result = new LinkedHashMap<String, Json>();
        object.members().forEach((name, one) -> result.put(name, write(each, one.value())));
        yield Json.object(result);
      }
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> value;
      case Type.Text _, Type.Numeric _, Type.Flag _, Type.Blob _, Type.Document _ -> value;
    };
  }
}
