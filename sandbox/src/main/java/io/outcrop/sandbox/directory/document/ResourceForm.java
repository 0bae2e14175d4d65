package io.outcrop.sandbox.directory.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What IAM asks of the form of a resource in an identity-based policy. Source: as [IdentityRules].
final class ResourceForm {
  private static final Set<String> PARTITIONS =
      Set.of(
          "*",
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f",
          "aws-eusc");

  private static final List<String> IAM_PATHS =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  private ResourceForm() {}

  /// IAM's sentence, if one applies.
  static Optional<String> wrong(String resource) {
    if (resource.equals("*")) {
      return Optional.empty();
    }
    var parts = resource.split(":", 6);
    if (parts.length < 2) {
      return Optional.of("Resource " + resource + " must be in ARN format or \"*\".");
    }
    if (!PARTITIONS.contains(parts[1])) {
      return Optional.of(partition(parts));
    }
    if (parts.length < 3) {
      return Optional.of("Resource vendor must be fully qualified and cannot contain regexes.");
    }
    return parts.length == 6 ? service(resource, parts) : Optional.empty();
  }

  private static String partition(String[] parts) {
    var arn = new StringBuilder("arn:" + parts[1]);
    for (var i = 2; i < 6; i++) {
      arn.append(':').append(i < parts.length ? parts[i] : "*");
    }
    return "Partition \"%s\" is not valid for resource \"%s\".".formatted(parts[1], arn);
  }

  private static Optional<String> service(String resource, String[] parts) {
    if (parts[2].equals("iam") && !parts[3].isEmpty()) {
      return Optional.of("IAM resource " + resource + " cannot contain region information.");
    }
    if (parts[2].equals("s3") && !parts[3].isEmpty() && !parts[5].startsWith("accesspoint/")) {
      return Optional.of("Resource " + resource + " can not contain region information.");
    }
    return parts[2].equals("iam")
            && !parts[5].startsWith("*")
            && !parts[5].equals("root")
            && IAM_PATHS.stream().noneMatch(parts[5]::startsWith)
        ? Optional.of(
            "IAM resource path must either be \"*\" or start with "
                + String.join(", ", IAM_PATHS)
                + ".")
        : Optional.empty();
  }
}
