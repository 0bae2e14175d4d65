package io.outcrop.access.bundle;

import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Secret;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the form of a type by its shape: a record is an object with a member for each component, a
/// sealed interface an object whose `kind` names the record. So whatever is observed can be kept,
/// and a type that can hold a secret has no form. Not safe for several threads.
final class Forms {
  private static final String NOT_KEPT = "the evidence does not hold it";

  private final Map<String, Form> found = new HashMap<>();

  /// The form of `type`, whose type variables mean what `bindings` say.
  Form of(Type type, Map<TypeVariable<?>, Type> bindings) {
    var resolved = resolve(type, bindings);
    var known = found.get(resolved.getTypeName());
    if (known != null) {
      return known;
    }
    var form = make(resolved);
    found.put(resolved.getTypeName(), form);
    return form;
  }

  /// `type` with its variables replaced.
  private static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
    return switch (type) {
      case TypeVariable<?> variable -> {
        var bound = bindings.get(variable);
        if (bound == null) {
          throw new IllegalStateException("nothing says what " + variable + " stands for");
        }
        yield bound;
      }
      case ParameterizedType generic ->
          new Applied(
              (Class<?>) generic.getRawType(),
              List.of(generic.getActualTypeArguments()).stream()
                  .map(argument -> resolve(argument, bindings))
                  .toList());
      default -> type;
    };
  }

  private Form make(Type type) {
    return switch (type) {
      case Class<?> plain -> plain(plain);
      case Applied(var raw, var arguments) -> {
        if (raw == List.class) {
          yield new ListForm(of(arguments.getFirst(), Map.of()));
        }
        if (raw == Set.class) {
          yield new SetForm(new ListForm(of(arguments.getFirst(), Map.of())));
        }
        if (raw == Map.class && arguments.getFirst() == String.class) {
          yield new MapForm(of(arguments.getLast(), Map.of()));
        }
        yield shaped(raw, arguments);
      }
      default -> throw new IllegalStateException("no form for " + type);
    };
  }

  private Form plain(Class<?> type) {
    if (type == Secret.class) {
      throw new IllegalStateException("a secret has no form");
    }
    if (type == String.class) {
      return TextForm.PLAIN;
    }
    if (type == boolean.class || type == Boolean.class) {
      return new FlagForm();
    }
    if (type == int.class || type == Integer.class) {
      return new NumberForm(true);
    }
    if (type == long.class || type == Long.class) {
      return new NumberForm(false);
    }
    if (type == BigDecimal.class) {
      return new DecimalForm();
    }
    if (type == Instant.class) {
      return new TextForm("an instant", Instant::parse);
    }
    if (type == Duration.class) {
      return new TextForm("a duration", Duration::parse);
    }
    if (type == Path.class) {
      return new TextForm("a path", Path::of);
    }
    if (type == URI.class) {
      return new TextForm("an address", URI::create);
    }
    if (type == Arn.class) {
      return new TextForm(
          "an ARN", text -> Arn.parse(text).orElseThrow(IllegalArgumentException::new));
    }
    if (type == PolicyDocument.class) {
      return new PolicyForm();
    }
    if (type == Json.Obj.class) {
      return new DocumentForm();
    }
    return type.isEnum() ? new WordForm(type) : shaped(type, List.of());
  }

  private Form shaped(Class<?> type, List<Type> arguments) {
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    for (var i = 0; i < arguments.size(); i++) {
      bindings.put(type.getTypeParameters()[i], arguments.get(i));
    }
    if (type.isRecord()) {
      return new RecordForm(type, this, bindings);
    }
    if (type.isSealed()) {
      return type == Observation.class
          ? new ChoiceForm(type, this, bindings, new Observation.Skipped<>(NOT_KEPT))
          : new ChoiceForm(type, this, bindings);
    }
    throw new IllegalStateException("no form for " + type);
  }

  /// A generic type with its arguments.
  private record Applied(Class<?> raw, List<Type> arguments) implements Type {
    @Override
    public String getTypeName() {
      return raw.getName() + arguments.stream().map(Type::getTypeName).toList();
    }
  }
}
