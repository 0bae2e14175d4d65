package io.outcrop.aws;

import java.util.Optional;

/// An Amazon Resource Name, in its six parts. Region and account may be empty; the resource may
/// hold further colons and slashes. Source: IAM User Guide, "Identify AWS resources with Amazon
/// Resource Names (ARNs)".
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /// Reads an ARN of six parts; empty if `text` is not one. Wildcards are kept as they are.
  public static Optional<Arn> parse(String text) {
    var parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[1].isEmpty() || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
  }

  /// The resource up to its first slash: `foundation-model`, `role`; the whole resource if it has
  /// none.
  public String resourceType() {
    var slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  /// The resource behind its first slash; empty if it has none.
  public String resourceId() {
    var slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash + 1);
  }

  @Override
  public String toString() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
