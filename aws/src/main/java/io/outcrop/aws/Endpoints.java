package io.outcrop.aws;

/// The host names of AWS's services. Source: AWS General Reference, "Amazon Bedrock endpoints and
/// quotas", "AWS Identity and Access Management endpoints", read 2026-09.
public final class Endpoints {
  private Endpoints() {}

  /// The host of `prefix` (`bedrock-runtime`, `sts`) in `region`.
  public static String host(String prefix, String region) {
    var partition = Partition.ofRegion(region);
    return switch (prefix) {
      case "iam" -> "iam." + partition.dnsSuffix();
      case "bedrock-mantle" -> "bedrock-mantle." + region + ".api.aws";
      default -> prefix + "." + region + "." + partition.dnsSuffix();
    };
  }
}
