package io.outcrop.access.probe;

import io.outcrop.access.evidence.Hop;
import io.outcrop.access.evidence.Observation;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.Sts.Identity;
import java.util.Optional;

/// As whom an examination goes on, and who reads for it.
///
/// @param account who calls; whoever reads, where nobody calls
/// @param reader who reads policies and what the account says of models
/// @param readAs who that is, in words
/// @param administrator the administrator's account, where one is named
/// @param judged the role that is judged by its policies, without a call
/// @param hop the Lambda function that calls, if one was named
record Caller(
    AwsAccount account,
    AwsAccount reader,
    String readAs,
    Optional<AwsAccount> administrator,
    Optional<Judged> judged,
    Observation<Hop> hop) {
  private static final String NO_HOP = "no function was named";

  /// One who calls without a function in between.
  Caller(
      AwsAccount account,
      AwsAccount reader,
      String readAs,
      Optional<AwsAccount> administrator,
      Optional<Judged> judged) {
    this(account, reader, readAs, administrator, judged, new Observation.Skipped<>(NO_HOP));
  }

  /// A role that nobody acts as.
  ///
  /// @param role its ARN; empty if it could not be found out
  /// @param why why not
  record Judged(String role, String why) {
    Observation<Identity> identity() {
      return role.isEmpty()
          ? new Observation.Skipped<>(why)
          : new Observation.Succeeded<>(
              new Identity(RoleEntry.account(role), role, ""), "judged, not called");
    }

    String whyNotCalled() {
      return role.isEmpty() ? why : "nothing is called as `%s`: %s".formatted(role, why);
    }
  }
}
