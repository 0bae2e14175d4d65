package io.outcrop.sandbox.trail;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/// By what events are looked up. Source: AWS CloudTrail API Reference, "LookupAttribute", read
/// 2026-11.
enum LookupAttribute {
  ACCESS_KEY_ID("AccessKeyId", "accessKeyId"),
  EVENT_ID("EventId", "eventID"),
  EVENT_NAME("EventName", "eventName"),
  EVENT_SOURCE("EventSource", "eventSource"),
  READ_ONLY("ReadOnly", "readOnly") {
    @Override
    List<String> mention(String value) {
      return List.of("\"readOnly\":" + value);
    }
  },
  RESOURCE_NAME("ResourceName", "") {
    @Override
    boolean fits(Json.Obj shown, String value) {
      return resources(shown, "ResourceName", value);
    }
  },
  RESOURCE_TYPE("ResourceType", "") {
    @Override
    boolean fits(Json.Obj shown, String value) {
      return resources(shown, "ResourceType", value);
    }
  },
  USERNAME("Username", "");

  private final String key;
  private final String member;

  LookupAttribute(String key, String member) {
    this.key = key;
    this.member = member;
  }

  static Optional<LookupAttribute> of(String key) {
    for (var attribute : values()) {
      if (attribute.key.equals(key)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /// What a line has to say to be worth reading.
  List<String> mention(String value) {
    return member.isEmpty()
        ? List.of()
        : List.of("\"" + member + "\":" + JsonWriter.compact(Json.of(value)));
  }

  /// Whether an event, as LookupEvents shows it, has this value.
  boolean fits(Json.Obj shown, String value) {
    return shown.text(key).filter(value::equals).isPresent();
  }

  private static boolean resources(Json.Obj shown, String name, String value) {
    return shown.list("Resources").stream()
        .anyMatch(resource ->
            resource instanceof Json.Obj object
                && object.text(name).filter(value::equals).isPresent());
  }
}
