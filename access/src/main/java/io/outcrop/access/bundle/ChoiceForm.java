package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One of several records, as the record's object with a member `kind` before the others.
final class ChoiceForm implements Form {
  private static final String KIND = "kind";

  private final Map<String, RecordForm> forms = new LinkedHashMap<>();
  private final Optional<Object> missing;

  ChoiceForm(Class<?> type, Forms forms, Map<TypeVariable<?>, Type> bindings) {
    this(type, forms, bindings, Optional.empty());
  }

  /// @param missing what a missing member means
  ChoiceForm(Class<?> type, Forms forms, Map<TypeVariable<?>, Type> bindings, Object missing) {
    this(type, forms, bindings, Optional.of(missing));
  }

  private ChoiceForm(
      Class<?> type, Forms forms, Map<TypeVariable<?>, Type> bindings, Optional<Object> missing) {
    this.missing = missing;
    for (var choice : type.getPermittedSubclasses()) {
      var form = new RecordForm(choice, forms, bound(choice, type, bindings));
      if (!choice.isRecord() || form.names().contains(KIND)) {
        throw new IllegalStateException("no form for " + choice);
      }
      this.forms.put(WordForm.word(choice.getSimpleName()), form);
    }
  }

  /// What the variables of `choice` stand for, when those of `type` are bound.
  private static Map<TypeVariable<?>, Type> bound(
      Class<?> choice, Class<?> type, Map<TypeVariable<?>, Type> bindings) {
    Map<TypeVariable<?>, Type> result = new HashMap<>();
    for (var implemented : choice.getGenericInterfaces()) {
      if (implemented instanceof ParameterizedType generic && generic.getRawType() == type) {
        var arguments = generic.getActualTypeArguments();
        for (var i = 0; i < arguments.length; i++) {
          if (arguments[i] instanceof TypeVariable<?> variable) {
            result.put(variable, bindings.getOrDefault(type.getTypeParameters()[i], variable));
          }
        }
      }
    }
    return result;
  }

  @Override
  public Json write(Object value) {
    var kind = WordForm.word(value.getClass().getSimpleName());
    var form = forms.get(kind);
    if (form == null) {
      throw new IllegalArgumentException("`" + kind + "` is none of " + forms.keySet());
    }
    var members = new LinkedHashMap<String, Json>();
    members.put(KIND, Json.of(kind));
    form.write(value).members().forEach((name, member) -> members.put(name, member.value()));
    return Json.object(members);
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (!(json instanceof Json.Obj object)) {
      return spot.notA(json, "an object");
    }
    var kind = object.text(KIND).orElse("");
    var form = forms.get(kind);
    if (form == null) {
      return spot.at(KIND)
          .wrong(
              object.get(KIND).orElse(object),
              "`" + kind + "` is none of `" + String.join("`, `", forms.keySet()) + "`");
    }
    return form.read(object, spot, Set.of(KIND));
  }

  @Override
  public Optional<Object> missing() {
    return missing;
  }
}
