package io.outcrop.access.evidence;

import io.outcrop.aws.AccessKeyId;

/// What an administrator sees of the caller's access key.
///
/// @param account the account that owns it
/// @param userName the user who owns it
/// @param keyId its id
/// @param status `Active`, `Inactive`; empty if the user has no such key any more
public record KeyState(String account, String userName, String keyId, String status) {
  @Override
  public String toString() {
    return new AccessKeyId(keyId).masked() + " of user " + userName + ": " + status;
  }
}
