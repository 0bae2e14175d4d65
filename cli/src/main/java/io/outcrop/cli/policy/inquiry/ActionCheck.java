package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.lint.action.NotActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/// Whether what is asked for exists at all: a policy that allows everything would else allow what
/// does not exist. Reads the reference when it is first needed, or beside something else that takes
/// as long, and of it one service.
final class ActionCheck {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");

  private final boolean allowUnknown;
  private final FutureTask<ServiceReference> reading = new FutureTask<>(ServiceReference::shipped);

  ActionCheck(boolean allowUnknown) {
    this.allowUnknown = allowUnknown;
  }

  /// Begins to read.
  void begin() {
    Thread.ofPlatform().daemon().start(reading);
  }

  /// Ends the run if there is no such action.
  void check(String action) {
    if (action.contains("*") || action.contains("?")) {
      throw Complaint.usage(
          "`" + action + "` is a pattern, and one action is decided at a time",
          "--action bedrock:InvokeModel");
    }
    if (!FORM.matcher(action).matches()) {
      throw Complaint.usage(
          "`" + action + "` is no action",
          action.contains(":")
              ? "an action reads service:Name: bedrock:InvokeModel"
              : meant(action).orElse("an action reads service:Name: bedrock:InvokeModel"));
    }
    if (!allowUnknown && reference().action(action).isEmpty()) {
      throw Complaint.usage(
          "there is no action `" + action + "`",
          operation(action)
              .or(() -> meant(action))
              .orElse(
                  "none in the service authorization reference of %s; --allow-unknown-actions"
                          .formatted(reference().asOf())
                      + " decides it all the same"));
    }
  }

  /// What is odd about keys that are given for a request for `action`: those that do not exist, and
  /// those that no such request brings.
  List<String> notes(String action, RequestContext given) {
    var notes = new ArrayList<String>();
    var known = given.keys().isEmpty() ? Optional.<Action>empty() : reference().action(action);
    for (var lower : new TreeSet<>(given.keys())) {
      var name = given.get(lower).map(RequestContext.Value::name).orElse(lower);
      var key = reference().key(name);
      if (key.isEmpty() && known.filter(one -> one.knows(name)).isEmpty()) {
        notes.add(
            "no condition key is named `%s`%s"
                .formatted(
                    name,
                    reference().nearestKey(name).map(one -> ": `" + one + "` is").orElse("")));
      } else if (key.filter(one -> !one.isGlobal()).isPresent()
          && known.filter(one -> !one.knows(name)).isPresent()) {
        notes.add(
            "no request for `%s` brings `%s`, which was taken as given"
                .formatted(known.get().id(), name));
      }
    }
    return notes;
  }

  /// The action by which an operation, or whatever else has the name of an action, is authorised.
  private static Optional<String> operation(String action) {
    return new NotActions()
        .find(action)
        .map(NotActions.NotAction::instead)
        .filter(instead -> !instead.isEmpty())
        .map(instead ->
            "the operation %s is authorised as `%s`"
                .formatted(action.substring(action.indexOf(':') + 1), instead));
  }

  private Optional<String> meant(String action) {
    return reference().nearestAction(action).map(near -> "did you mean `" + near.id() + "`?");
  }

  /// What was read; reads it here if nobody has begun to.
  private ServiceReference reference() {
    reading.run();
    try {
      return reading.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Complaint.unknown("interrupted", "");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the service reference could not be read", bug.getCause());
    }
  }
}
