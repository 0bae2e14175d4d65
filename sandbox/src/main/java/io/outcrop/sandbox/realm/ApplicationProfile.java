package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An application inference profile.
///
/// @param id twelve small letters and digits
/// @param name its name
/// @param description empty if there is none
/// @param token what its maker called its request, so that a second one makes no second profile;
///   empty if nothing
/// @param source the ARN it was copied from: a model's or that of a profile of AWS
/// @param models the ARNs of the models it leads to
/// @param created when it was made
/// @param tags by key
public record ApplicationProfile(
    String id,
    String name,
    String description,
    String token,
    String source,
    List<String> models,
    Instant created,
    Map<String, String> tags) {
  public ApplicationProfile {
    models = List.copyOf(models);
    tags = Realm.ordered(tags);
  }

  /// With other tags.
  public ApplicationProfile withTags(Map<String, String> changed) {
    return new ApplicationProfile(id, name, description, token, source, models, created, changed);
  }
}
