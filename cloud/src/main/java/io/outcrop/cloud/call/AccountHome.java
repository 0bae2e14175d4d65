package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;

/// The region in which account management answers. Source: AWS General Reference, "AWS Account
/// Management endpoints and quotas", read 2026-11.
public final class AccountHome {
  private AccountHome() {}

  /// The region where account management of the partition answers that `called` is in.
  public static String region(String called) {
    return switch (Partition.ofRegion(called)) {
      case AWS -> "us-east-1";
      case CHINA -> "cn-northwest-1";
      case GOVCLOUD -> "us-gov-west-1";
      case EUROPEAN_SOVEREIGN, ISO, ISO_B, ISO_F -> called;
    };
  }
}
