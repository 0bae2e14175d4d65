package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import java.util.Optional;
import java.util.regex.Pattern;

/// ARNs of managed policies that calls bring.
final class PolicyArns {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/.+");

  private PolicyArns() {}

  /// IAM's refusal of what is no ARN of a policy.
  static Optional<Reply.Fault> malformed(String arn) {
    return FORM.matcher(arn).matches()
        ? Optional.empty()
        : Optional.of(Refusals.invalidInput("ARN " + arn + " is not valid."));
  }
}
