package io.outcrop.iam.decision;

import java.util.List;
import java.util.stream.Collectors;

/// One thing that nobody knows of a request or its policies and that a decision may hang on.
public sealed interface Unknown {
  /// Whether a condition of a policy holds.
  ///
  /// @param operator the operator in its positive form: `StringEquals` for `StringNotEquals` too
  /// @param key the condition key, as a policy writes it
  /// @param values the policy's values, sorted, each once
  record OfCondition(String operator, String key, List<String> values) implements Unknown {
    public OfCondition {
      values = values.stream().distinct().sorted().toList();
    }
  }

  /// Whether the request's resource is one of a statement's, whose patterns hold a policy variable
  /// of which nobody knows the value.
  record OfResource(List<String> patterns) implements Unknown {
    public OfResource {
      patterns = patterns.stream().distinct().sorted().toList();
    }
  }

  /// Whether the caller's session of its role has one of these names.
  record OfSessionName(List<String> names) implements Unknown {
    public OfSessionName {
      names = names.stream().distinct().sorted().toList();
    }
  }

  /// Whether the policies of a layer that nobody could look at allow the request.
  record OfLayer(LayerName layer, String why) implements Unknown {}

  /// What it is, in words.
  default String words() {
    return switch (this) {
      case OfCondition(_, var key, _) -> "condition key `" + key + "`";
      case OfResource(var patterns) ->
          "policy variables in "
              + patterns.stream().map(p -> "`" + p + "`").collect(Collectors.joining(", "));
      case OfSessionName _ -> "name of the caller's session";
      case OfLayer(var layer, var why) -> layer.words() + ": " + why;
    };
  }
}
