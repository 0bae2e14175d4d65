package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.Sts.Identity;

/// Who reads policies and the account's standing: somebody of the caller's own account.
///
/// @param readAs who that is, in words
/// @param why why nobody can read policies; empty if somebody can
record Reader(AwsAccount account, String readAs, String why) {

  /// The reader of `caller`, unless it is of another account: then the caller itself.
  static Reader of(Caller caller, Observation<Identity> identity, Observation<Identity> reading) {
    var own = identity.seen().map(Identity::account).orElse("");
    var readers = reading.seen().map(Identity::account).orElse(own);
    if (own.isEmpty() || own.equals(readers)) {
      return new Reader(caller.reader(), caller.readAs(), "");
    }
    var why =
        "%s is of account %s, the caller of account %s".formatted(caller.readAs(), readers, own);
    return caller.judged().isPresent()
        ? new Reader(caller.account(), caller.readAs(), why)
        : new Reader(caller.account(), "the caller, since " + why, "");
  }
}
