package io.outcrop.access.steward;

import io.outcrop.cloud.call.PolicyOwner;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What writes a user, role or policy from a source of its own, and would write over a change.
public sealed interface Steward {
  /// A stack of CloudFormation.
  ///
  /// @param resource the logical id in its template; empty if the tag is missing
  /// @param tool what wrote the template: `CloudFormation`, `SAM`, `CDK`
  record Stack(String name, String resource, String tool) implements Steward {}

  /// A tool that marks what it makes by a tag: Terraform, OpenTofu, Pulumi.
  ///
  /// @param tag the tag that says so
  record Marked(String tool, String tag) implements Steward {}

  /// IAM Identity Center writes its roles from a permission set.
  record IdentityCenter(String permissionSet) implements Steward {}

  /// An AWS service owns the role.
  record Service() implements Steward {}

  /// The owner in words.
  default String words() {
    return switch (this) {
      case Stack(var name, var resource, var tool) ->
          "stack `%s` of %s%s"
              .formatted(name, tool, resource.isEmpty() ? "" : " (resource `" + resource + "`)");
      case Marked(var tool, var tag) -> tool + " (tag `" + tag + "`)";
      case IdentityCenter(var set) -> "permission set `" + set + "` of IAM Identity Center";
      case Service() -> "an AWS service";
    };
  }

  /// The owner that a name alone gives away. Sources: IAM Identity Center User Guide, "Referencing
  /// permission sets in resource policies"; IAM User Guide, "Service-linked roles", read 2026-11.
  static Optional<Steward> byName(PolicyOwner owner) {
    if (owner.kind() != PolicyOwner.Kind.ROLE) {
      return Optional.empty();
    }
    var name = owner.name();
    var match = Pattern.compile("AWSReservedSSO_(.+)_[0-9a-f]{16}").matcher(name);
    if (match.matches()) {
      return Optional.of(new IdentityCenter(match.group(1)));
    }
    if (name.startsWith("AWSReservedSSO_")) {
      return Optional.of(new IdentityCenter(name.substring("AWSReservedSSO_".length())));
    }
    return name.startsWith("AWSServiceRoleFor") ? Optional.of(new Service()) : Optional.empty();
  }

  /// The owner that tags give away. Sources: CloudFormation User Guide, "Resource tags"; SAM sets
  /// `lambda:createdBy`; CDK's own tags begin with `aws-cdk:`; for Terraform and Pulumi the tags
  /// are a custom, not a rule.
  static Optional<Steward> byTags(Map<String, String> tags) {
    var stack = tags.getOrDefault("aws:cloudformation:stack-name", "");
    if (!stack.isEmpty()) {
      var sam = tags.getOrDefault("lambda:createdBy", "").equals("SAM");
      var cdk = tags.keySet().stream().anyMatch(key -> key.startsWith("aws-cdk:"));
      return Optional.of(
          new Stack(
              stack,
              tags.getOrDefault("aws:cloudformation:logical-id", ""),
              sam ? "SAM" : cdk ? "CDK" : "CloudFormation"));
    }
    return tags.entrySet().stream()
        .flatMap(tag -> marked(tag.getKey(), tag.getValue()).stream())
        .findFirst();
  }

  private static Optional<Steward> marked(String key, String value) {
    var name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    var said = value.toLowerCase(Locale.ROOT);
    if (key.startsWith("pulumi:")) {
      return Optional.of(new Marked("Pulumi", key));
    }
    if (name.equals("terraform") && !said.equals("false") && !said.equals("no")) {
      return Optional.of(new Marked("Terraform", key));
    }
    if (!Set.of("managedby", "createdby", "provisioner", "provisionedby", "iac").contains(name)) {
      return Optional.empty();
    }
    return switch (said) {
      case "terraform" -> Optional.of(new Marked("Terraform", key));
      case "opentofu", "tofu" -> Optional.of(new Marked("OpenTofu", key));
      case "pulumi" -> Optional.of(new Marked("Pulumi", key));
      case "cdk", "aws-cdk" -> Optional.of(new Marked("CDK", key));
      case "cloudformation" -> Optional.of(new Marked("CloudFormation", key));
      default -> Optional.empty();
    };
  }
}
