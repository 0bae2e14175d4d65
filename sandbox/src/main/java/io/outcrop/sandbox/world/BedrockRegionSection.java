package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.ApplicationProfile;
import io.outcrop.sandbox.realm.BedrockRegion;
import io.outcrop.sandbox.realm.DataRetention;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes `accounts.ID.bedrock.regions`: what was made in Bedrock's control plane.
final class BedrockRegionSection {
  private BedrockRegionSection() {}

  static Map<String, BedrockRegion> read(Fields standing, List<Problem> problems) {
    return standing.map("regions", fields -> region(fields, problems));
  }

  private static BedrockRegion region(Fields fields, List<Problem> problems) {
    var profiles = new LinkedHashMap<String, ApplicationProfile>();
    fields
        .map("inferenceProfiles", BedrockRegionSection::profile)
        .forEach((id, profile) -> profiles.put(id, named(id, profile)));
    var retention =
        fields
            .object("dataRetention")
            .map(inner -> {
              var read = new DataRetention(inner.text("mode"), orEpoch(inner, "updated"));
              inner.finish();
              return List.of(read);
            })
            .orElse(List.of());
    return new BedrockRegion(
        profiles,
        GuardrailSection.read(fields, problems),
        object(fields, "logging"),
        retention,
        enforced(fields));
  }

  private static Map<String, Json.Obj> enforced(Fields fields) {
    var enforced = new LinkedHashMap<String, Json.Obj>();
    fields
        .object("enforcedGuardrails")
        .ifPresent(entries ->
            entries
                .names()
                .forEach(id -> object(entries, id).forEach(one -> enforced.put(id, one))));
    return enforced;
  }

  /// The object `name`, if it is there.
  static List<Json.Obj> object(Fields fields, String name) {
    return fields
        .any(name)
        .map(value -> {
          if (value instanceof Json.Obj object) {
            return List.of(object);
          }
          fields.problem(name, "expected an object");
          return List.<Json.Obj>of();
        })
        .orElse(List.of());
  }

  static Instant orEpoch(Fields fields, String name) {
    var time = Values.optionalInstant(fields, name);
    return time == null ? Instant.EPOCH : time;
  }

  private static ApplicationProfile profile(Fields fields) {
    return new ApplicationProfile(
        "",
        fields.text("name"),
        fields.optionalText("description").orElse(""),
        fields.optionalText("token").orElse(""),
        fields.text("source"),
        fields.texts("models"),
        orEpoch(fields, "created"),
        fields.textMap("tags"));
  }

  private static ApplicationProfile named(String id, ApplicationProfile profile) {
    return new ApplicationProfile(
        id,
        profile.name(),
        profile.description(),
        profile.token(),
        profile.source(),
        profile.models(),
        profile.created(),
        profile.tags());
  }

  static Json write(BedrockRegion region) {
    return members(
        "inferenceProfiles",
            nonEmpty(
                map(
                    region.profiles(),
                    profile ->
                        members(
                            "name", Json.of(profile.name()),
                            "description", RealmWriter.text(profile.description()),
                            "token", RealmWriter.text(profile.token()),
                            "source", Json.of(profile.source()),
                            "models", Json.ofTexts(profile.models()),
                            "created", Json.of(profile.created().toString()),
                            "tags", nonEmpty(map(profile.tags(), Json::of))))),
        "guardrails", nonEmpty(map(region.guardrails(), GuardrailSection::write)),
        "logging", region.logging().isEmpty() ? null : region.logging().getFirst(),
        "dataRetention", retention(region),
        "enforcedGuardrails", nonEmpty(map(region.enforced(), one -> one)));
  }

  private static @Nullable Json retention(BedrockRegion region) {
    return region.retention().stream()
        .findFirst()
        .map(set ->
            members("mode", Json.of(set.mode()), "updated", Json.of(set.updated().toString())))
        .orElse(null);
  }

  static @Nullable Json nonEmpty(Json.Obj object) {
    return object.members().isEmpty() ? null : object;
  }
}
