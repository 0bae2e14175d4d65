package io.outcrop.sandbox.wire.constraint;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Rule;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.List;
import java.util.stream.Collectors;

/// How a service says that an input breaks its model.
///
/// Most services leave it to the framework in front of them: `1 validation error detected: Value
/// 'x' at 'y' failed to satisfy constraint: Member must …`. Some look at some values themselves
/// ([OwnWords]). Organizations has its own error for it, with a sentence for each kind of rule.
/// Source: Organizations API Reference, "InvalidInputException", read 2026-11; the sentence on
/// patterns as users quote it, the others as documented, unverified.
public final class Refusal {
  private Refusal() {}

  /// The error for `violations`, of which there is at least one.
  public static Reply.Fault of(ServiceModel model, List<Violation> violations) {
    if (model.service().equals("organizations")) {
      return organizations(violations.getFirst());
    }
    var own = OwnWords.SHIPPED;
    var judged = own.judged(model.service(), violations);
    return judged.framed().isEmpty()
        ? own.fault(model.service(), judged.own().getFirst())
        : new Reply.Fault(400, "ValidationException", sentence(judged.framed()), false);
  }

  private static String sentence(List<Violation> violations) {
    var count =
        violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
    return violations.stream()
        .map(Violation::toString)
        .collect(Collectors.joining("; ", count + " detected: ", ""));
  }

  private static Reply.Fault organizations(Violation violation) {
    var reason =
        switch (violation.broken()) {
          case Violation.Broken.Required _ -> Reason.INPUT_REQUIRED;
          case Violation.Broken.Of(Rule rule) -> reason(rule, violation.sentence());
        };
    return new Reply.Fault(400, "InvalidInputException", reason.sentence, false)
        .with("Reason", Json.of(reason.name()));
  }

  private static Reason reason(Rule rule, String sentence) {
    var isTooMuch = sentence.contains("less than");
    return switch (rule) {
      case Rule.Length _ -> isTooMuch ? Reason.MAX_LENGTH_EXCEEDED : Reason.MIN_LENGTH_EXCEEDED;
      case Rule.Range _ -> isTooMuch ? Reason.MAX_VALUE_EXCEEDED : Reason.MIN_VALUE_EXCEEDED;
      case Rule.OneOf _ -> Reason.INVALID_ENUM;
      case Rule.Matches _ -> Reason.INVALID_PATTERN;
      case Rule.Secret _ -> throw new IllegalStateException("a secret breaks nothing");
    };
  }

  private enum Reason {
    INPUT_REQUIRED("You must include a value for all required parameters."),
    INVALID_ENUM("You specified an invalid value."),
    INVALID_PATTERN("You provided a value that does not match the required pattern."),
    MAX_LENGTH_EXCEEDED("You provided a string parameter that is longer than allowed."),
    MAX_VALUE_EXCEEDED("You provided a numeric parameter that has a larger value than allowed."),
    MIN_LENGTH_EXCEEDED("You provided a string parameter that is shorter than allowed."),
    MIN_VALUE_EXCEEDED("You provided a numeric parameter that has a smaller value than allowed.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }
}
