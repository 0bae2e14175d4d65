package io.outcrop.iam.reference;

import java.util.List;

/// A kind of resource that a service has.
///
/// @param name `foundation-model`
/// @param arn its ARN with variables: `arn:${Partition}:bedrock:${Region}::foundation-model/${Id}`
/// @param keys the condition keys that such a resource brings
public record ResourceType(String name, String arn, List<ConditionKey> keys) {
  public ResourceType {
    keys = List.copyOf(keys);
  }
}
