package io.outcrop.sandbox.stacks;

import io.outcrop.json.Json;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Deployment.Stack;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stacks and what they own, as CloudFormation shows them. Source: AWS CloudFormation API
/// Reference, "Stack", "StackResource", "StackResourceDetail" and "StackResourceSummary", read
/// 2026-11. Nobody ever looked for drift here.
final class StackShown {
  private static final Json.Obj UNCHECKED = Output.of("StackResourceDriftStatus", "NOT_CHECKED");

  private StackShown() {}

  /// The name in a stack's name or id.
  static String name(String nameOrId) {
    var parts = nameOrId.split("/", -1);
    return nameOrId.startsWith("arn:") && parts.length > 1 ? parts[1] : nameOrId;
  }

  static Json.Obj of(Visit visit, Stack stack) {
    return Output.of(
        "StackId", id(visit, stack),
        "StackName", stack.name(),
        "Description", Optional.of(stack.description()).filter(text -> !text.isEmpty()),
        "Parameters", pairs(stack.parameters(), "ParameterKey", "ParameterValue"),
        "CreationTime", stack.created(),
        "RollbackConfiguration", Json.object(),
        "StackStatus", stack.status(),
        "DisableRollback", false,
        "NotificationARNs", Json.array(List.of()),
        "Outputs", pairs(stack.outputs(), "OutputKey", "OutputValue"),
        "Tags", pairs(stack.tags(), "Key", "Value"),
        "EnableTerminationProtection", false,
        "DriftInformation", Output.of("StackDriftStatus", "NOT_CHECKED"));
  }

  private static @Nullable Json pairs(Map<String, String> values, String key, String value) {
    var pairs = new ArrayList<Json>();
    values.forEach((name, text) -> pairs.add(Output.of(key, name, value, text)));
    return pairs.isEmpty() && !key.equals("Key") ? null : Json.array(pairs);
  }

  private static String id(Visit visit, Stack stack) {
    return stack.arn(visit.account().id(), visit.region());
  }

  static Json.Obj resource(Visit visit, Stack stack, String id) {
    return owned(stack, id)
        .with("StackName", Json.of(stack.name()))
        .with("StackId", Json.of(id(visit, stack)))
        .with("Timestamp", Output.time(stack.created()));
  }

  static Json.Obj detail(Visit visit, Stack stack, String id) {
    return summary(stack, id)
        .with("StackName", Json.of(stack.name()))
        .with("StackId", Json.of(id(visit, stack)))
        .with("Metadata", Json.of("{}"));
  }

  static Json.Obj summary(Stack stack, String id) {
    return owned(stack, id).with("LastUpdatedTimestamp", Output.time(stack.created()));
  }

  private static Json.Obj owned(Stack stack, String id) {
    var resource = stack.resources().get(id);
    return resource == null
        ? Json.object()
        : Output.of(
            "LogicalResourceId",
            id,
            "PhysicalResourceId",
            resource.physicalId(),
            "ResourceType",
            resource.type(),
            "ResourceStatus",
            stack.status().startsWith("UPDATE") ? "UPDATE_COMPLETE" : "CREATE_COMPLETE",
            "DriftInformation",
            UNCHECKED);
  }
}
