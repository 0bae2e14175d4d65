package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.session.Complaint;
import io.outcrop.grants.ModelCall.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether an action can be asked for at all: a policy that allows everything would else allow what
/// does not exist.
final class ActionCheck {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");

  private ActionCheck() {}

  /// Ends the run if there is no such action.
  static void check(String action, boolean allowUnknown) {
    if (action.contains("*") || action.contains("?")) {
      throw Complaint.usage(
          "`" + action + "` is a pattern, and one action is decided at a time",
          "--action bedrock:InvokeModel");
    }
    if (!FORM.matcher(action).matches()) {
      throw Complaint.usage(
          "`" + action + "` is no action", "an action reads service:Name: bedrock:InvokeModel");
    }
    var operation = operation(action);
    if (operation.isPresent() && !allowUnknown) {
      throw Complaint.usage(
          "there is no action `" + action + "`",
          "the operation %s is authorised as `%s`"
              .formatted(operation.get().api(), operation.get().action()));
    }
  }

  /// The operation of which `action` has the name, where the action that it needs has another.
  private static Optional<Operation> operation(String action) {
    return Arrays.stream(Operation.values())
        .filter(operation -> action.equalsIgnoreCase("bedrock:" + operation.api()))
        .filter(operation -> !action.equalsIgnoreCase(operation.action()))
        .findFirst();
  }
}
