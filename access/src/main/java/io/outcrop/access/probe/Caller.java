package io.outcrop.access.probe;

import io.outcrop.cloud.AwsAccount;
import java.util.Optional;

/// As whom an examination goes on, and who reads for it.
///
/// @param account who calls; whoever reads, where nobody calls
/// @param reader who reads policies and what the account says of models
/// @param readAs who that is, in words
/// @param administrator the administrator's account, where one is named
/// @param judged the role that is judged by its policies, without a call
record Caller(
    AwsAccount account,
    AwsAccount reader,
    String readAs,
    Optional<AwsAccount> administrator,
    Optional<Judged> judged) {

  /// A role that nobody acts as.
  ///
  /// @param role its ARN
  /// @param why why not
  record Judged(String role, String why) {}
}
