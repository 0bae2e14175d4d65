package io.outcrop.iam.reference;

import java.util.List;

/// A kind of resource that a service has.
///
/// @param name `foundation-model`
/// @param arn its ARN with variables: `arn:${Partition}:bedrock:${Region}::foundation-model/${Id}`
/// @param parts the six parts of its ARN as patterns, a star for each variable; fewer for the few
///   types whose ARN has fewer
/// @param keys the condition keys that such a resource brings
public record ResourceType(String name, String arn, List<String> parts, List<ConditionKey> keys) {
  public ResourceType {
    parts = List.copyOf(parts);
    keys = List.copyOf(keys);
  }

  static ResourceType of(String name, String arn, List<ConditionKey> keys) {
    var pattern = arn.replaceAll("\\$\\{[^}]*\\}", "*");
    return new ResourceType(name, arn, List.of(pattern.split(":", 6)), keys);
  }
}
