package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.BedrockRegionSection.nonEmpty;
import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Deployment;
import io.outcrop.sandbox.realm.Deployment.LambdaFunction;
import io.outcrop.sandbox.realm.Deployment.Resource;
import io.outcrop.sandbox.realm.Deployment.Stack;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads and writes `accounts.ID.deployments`: functions and stacks, by region.
///
/// @param clock when what does not say it was made
record DeploymentSection(Instant clock) {
  Map<String, Deployment> read(Fields account) {
    return account.map(
        "deployments",
        region ->
            new Deployment(
                named(region, "functions", this::function), named(region, "stacks", this::stack)));
  }

  /// The members of the map `name`, each of which knows what it is called.
  static <T> Map<String, T> named(Fields fields, String name, BiFunction<String, Fields, T> read) {
    var result = new LinkedHashMap<String, T>();
    fields
        .object(name)
        .ifPresent(entries -> {
          for (var key : entries.names()) {
            var inner = entries.object(key).orElseThrow();
            result.put(key, read.apply(key, inner));
            inner.finish();
          }
        });
    return result;
  }

  private LambdaFunction function(String name, Fields fields) {
    return new LambdaFunction(
        name,
        fields.text("role"),
        fields.optionalText("runtime").orElse("python3.13"),
        fields.optionalText("handler").orElse("app.handler"),
        fields.textMap("environment"),
        fields.textMap("tags"),
        orBegin(fields, "modified"));
  }

  private Stack stack(String name, Fields fields) {
    return new Stack(
        name,
        fields.optionalText("description").orElse(""),
        fields.optionalText("status").orElse("CREATE_COMPLETE"),
        fields.optionalText("template").orElse(""),
        fields.textMap("parameters"),
        fields.textMap("outputs"),
        fields.textMap("tags"),
        named(
            fields,
            "resources",
            (_, inner) -> new Resource(inner.text("type"), inner.text("physicalId"))),
        orBegin(fields, "created"));
  }

  private Instant orBegin(Fields fields, String name) {
    var time = Values.optionalInstant(fields, name);
    return time == null ? clock : time;
  }

  static @Nullable Json write(Map<String, Deployment> deployments) {
    return nonEmpty(
        map(
            deployments,
            deployment ->
                members(
                    "functions", nonEmpty(map(deployment.functions(), DeploymentSection::function)),
                    "stacks", nonEmpty(map(deployment.stacks(), DeploymentSection::stack)))));
  }

  private static Json function(LambdaFunction function) {
    return members(
        "role", Json.of(function.role()),
        "runtime", Json.of(function.runtime()),
        "handler", Json.of(function.handler()),
        "environment", nonEmpty(map(function.environment(), Json::of)),
        "tags", nonEmpty(map(function.tags(), Json::of)),
        "modified", Json.of(function.modified().toString()));
  }

  private static Json stack(Stack stack) {
    return members(
        "description", text(stack.description()),
        "status", Json.of(stack.status()),
        "template", text(stack.template()),
        "parameters", nonEmpty(map(stack.parameters(), Json::of)),
        "outputs", nonEmpty(map(stack.outputs(), Json::of)),
        "tags", nonEmpty(map(stack.tags(), Json::of)),
        "resources",
            nonEmpty(
                map(
                    stack.resources(),
                    resource ->
                        members(
                            "type", Json.of(resource.type()),
                            "physicalId", Json.of(resource.physicalId())))),
        "created", Json.of(stack.created().toString()));
  }
}
