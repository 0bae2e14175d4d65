package io.outcrop.models.catalogue;

import java.util.List;

/// What an account, or a world, says of a model in one region; it wins over the shipped catalogue.
///
/// @param modelId the model
/// @param region the region that is called
/// @param onDemand whether it answers to its own id there
/// @param profiles profiles that lead to it from there
/// @param lifecycle its dates there, as far as they are said
/// @param origin who says so: `account`, `world`
public record RegionalFact(
    String modelId,
    String region,
    boolean onDemand,
    List<Profile> profiles,
    Lifecycle lifecycle,
    String origin) {
  public RegionalFact {
    profiles = List.copyOf(profiles);
  }

  /// A profile and its destinations; a global profile has none of its own.
  public record Profile(String id, List<String> destinations) {
    public Profile {
      destinations = List.copyOf(destinations);
    }
  }
}
