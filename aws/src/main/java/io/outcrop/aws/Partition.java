package io.outcrop.aws;

/// A part of AWS with regions, accounts and names of its own. Source: AWS General Reference, "AWS
/// partitions", and the region lists of the AWS SDK for Java 2.57.8, read 2026-11-20.
public enum Partition {
  /// The commercial regions.
  AWS("aws", "amazonaws.com", "console.aws.amazon.com"),
  /// China (Beijing, Ningxia).
  CHINA("aws-cn", "amazonaws.com.cn", "console.amazonaws.cn"),
  /// GovCloud (US).
  GOVCLOUD("aws-us-gov", "amazonaws.com", "console.amazonaws-us-gov.com"),
  /// European Sovereign Cloud.
  EUROPEAN_SOVEREIGN("aws-eusc", "amazonaws.eu", "console.amazonaws-eusc.eu"),
  /// US isolated.
  ISO("aws-iso", "c2s.ic.gov", ""),
  /// US isolated, secret.
  ISO_B("aws-iso-b", "sc2s.sgov.gov", ""),
  /// US isolated, further.
  ISO_F("aws-iso-f", "csp.hci.ic.gov", "");

  private final String id;
  private final String dnsSuffix;
  private final String consoleHost;

  Partition(String id, String dnsSuffix, String consoleHost) {
    this.id = id;
    this.dnsSuffix = dnsSuffix;
    this.consoleHost = consoleHost;
  }

  /// The partition as it stands in an ARN: `aws`, `aws-us-gov`.
  public String id() {
    return id;
  }

  /// The end of its endpoints' host names.
  public String dnsSuffix() {
    return dnsSuffix;
  }

  /// The host of its console; empty where none is public.
  public String consoleHost() {
    return consoleHost;
  }

  /// The partition that `region` belongs to, by the region's prefix.
  public static Partition ofRegion(String region) {
    if (region.startsWith("us-gov-")) {
      return GOVCLOUD;
    }
    if (region.startsWith("cn-")) {
      return CHINA;
    }
    if (region.startsWith("eusc-")) {
      return EUROPEAN_SOVEREIGN;
    }
    if (region.startsWith("us-isob-")) {
      return ISO_B;
    }
    if (region.startsWith("us-isof-") || region.startsWith("eu-isoe-")) {
      return ISO_F;
    }
    return region.startsWith("us-iso-") ? ISO : AWS;
  }
}
