package io.outcrop.sandbox.directory.simulation;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;
import java.util.regex.Pattern;

/// ARNs whose policies are simulated.
final class SourceArns {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:(user|group|role)/(.*/)?([^/]+)");

  private SourceArns() {}

  /// IAM's refusal of an ARN that is nobody's.
  static Optional<Reply.Fault> refused(Visit visit, String arn, Optional<Identity> source) {
    var form = FORM.matcher(arn);
    if (!form.matches()) {
      return Optional.of(
          Refusals.invalidInput(
              "Invalid Entity Arn: " + arn + " does not clearly define entity type and name."));
    }
    return source.isPresent() && arn.contains("::" + visit.account().id() + ":")
        ? Optional.empty()
        : Optional.of(
            Refusals.noSuchEntity(
                "The %s with name %s cannot be found.".formatted(form.group(1), form.group(3))));
  }
}
