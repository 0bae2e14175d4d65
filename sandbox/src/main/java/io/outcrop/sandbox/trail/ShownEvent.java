package io.outcrop.sandbox.trail;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An event as LookupEvents shows it: the record as text, and some of it beside that.
final class ShownEvent {
  /// Which parameters name a resource, and of which type. Source: AWS CloudTrail User Guide, "AWS
  /// resource types supported by the event history", for the services that are here.
  private static final Map<String, String> TYPES =
      Map.of(
          "userName", "AWS::IAM::User",
          "groupName", "AWS::IAM::Group",
          "roleName", "AWS::IAM::Role",
          "roleArn", "AWS::IAM::Role",
          "policyArn", "AWS::IAM::Policy",
          "policyName", "AWS::IAM::Policy",
          "accessKeyId", "AWS::IAM::AccessKey",
          "roleSessionName", "AWS::STS::AssumedRole");

  private ShownEvent() {}

  static Json.Obj of(Json.Obj event) {
    var identity = event.object("userIdentity").orElseGet(Json::object);
    var shown =
        Json.object()
            .with("EventId", event.get("eventID").orElseGet(Json::ofNull))
            .with("EventName", event.get("eventName").orElseGet(Json::ofNull))
            .with("ReadOnly", Json.of(isReadOnly(event) ? "true" : "false"));
    var keyId = identity.text("accessKeyId");
    if (keyId.isPresent()) {
      shown = shown.with("AccessKeyId", Json.of(keyId.get()));
    }
    return shown
        .with("EventTime", event.get("eventTime").orElseGet(Json::ofNull))
        .with("EventSource", event.get("eventSource").orElseGet(Json::ofNull))
        .with("Username", Json.of(userName(identity)))
        .with("Resources", Json.array(resources(event)))
        .with("CloudTrailEvent", Json.of(JsonWriter.compact(event)));
  }

  private static boolean isReadOnly(Json.Obj event) {
    return event.get("readOnly").filter(Json.of(true)::equals).isPresent();
  }

  /// A user's name, or that of a session.
  private static String userName(Json.Obj identity) {
    return identity
        .text("userName")
        .orElseGet(() ->
            identity.text("arn").map(arn -> arn.substring(arn.lastIndexOf('/') + 1)).orElse(""));
  }

  private static List<Json> resources(Json.Obj event) {
    var resources = new ArrayList<Json>();
    var source = event.text("eventSource").orElse("");
    if (!source.equals("iam.amazonaws.com") && !source.equals("sts.amazonaws.com")) {
      return resources;
    }
    event
        .object("requestParameters")
        .ifPresent(parameters ->
            parameters
                .members()
                .forEach((name, member) ->
                    member
                        .value()
                        .asText()
                        .filter(_ -> TYPES.containsKey(name))
                        .ifPresent(value -> resources.add(resource(name, value)))));
    return resources;
  }

  private static Json.Obj resource(String parameter, String name) {
    return Json.object()
        .with("ResourceType", Json.of(TYPES.getOrDefault(parameter, "")))
        .with("ResourceName", Json.of(name));
  }
}
