package io.outcrop.sandbox.realm;

import java.time.Duration;
import java.util.Map;

/// The side that calls. Texts may hold `${secret:KEYID}` and `${token:KEYID}`.
///
/// @param environment environment variables
/// @param files by path under the home folder: `.aws/config`, `.aws/credentials`
/// @param env the text of `.env` in the working directory; empty for no such file
/// @param clockOffset how far its clock is ahead
/// @param adminProfile the profile that may do everything; empty if there is none
public record ClientSide(
    Map<String, String> environment,
    Map<String, String> files,
    String env,
    Duration clockOffset,
    String adminProfile) {
  public ClientSide {
    environment = Realm.ordered(environment);
    files = Realm.ordered(files);
  }
}
