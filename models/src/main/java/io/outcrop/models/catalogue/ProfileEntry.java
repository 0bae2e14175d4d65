package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import io.outcrop.models.catalogue.Model.Doubt;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A profile of an entry.
///
/// @param regions from which it can be called
/// @param destinations by called region; empty for a global profile
/// @param verified false if only third-party catalogues list it
record ProfileEntry(
    String id,
    List<String> regions,
    Map<String, List<String>> destinations,
    boolean verified,
    @Nullable Doubt doubt) {

  static ProfileEntry read(Fields profile, Sources sources, Geography geography) {
    sources.check(profile);
    var id = profile.text("id");
    var regions = geography.regions(profile);
    return new ProfileEntry(
        id,
        regions,
        isGlobal(id) ? Map.of() : destinations(profile, id, regions, geography),
        profile.flag("verified", true),
        profile.optionalText("doubt").map(text -> new Doubt(id, Instant.EPOCH, text)).orElse(null));
  }

  /// Verified before unverified, geographic before global.
  int rank() {
    return (verified ? 0 : 2) + (isGlobal(id) ? 1 : 0);
  }

  Route route(String modelId, String region) {
    return isGlobal(id)
        ? new Route.Global(id, modelId, region)
        : new Route.Geographic(id, modelId, region, destinations.getOrDefault(region, List.of()));
  }

  private static boolean isGlobal(String id) {
    return id.startsWith("global.");
  }

  private static Map<String, List<String>> destinations(
      Fields profile, String id, List<String> regions, Geography geography) {
    var own = own(profile);
    var result = new HashMap<String, List<String>>();
    for (var region : regions) {
      var anywhere = own.getOrDefault("*", geography.destinations(id, region));
      var there = own.getOrDefault(region, anywhere);
      if (there.isEmpty()) {
        profile.problem("destinations", "none from region `" + region + "`");
      }
      result.put(region, sorted(there));
    }
    return result;
  }

  private static List<String> sorted(List<String> regions) {
    var result = new ArrayList<>(regions);
    result.sort(null);
    return result;
  }

  /// What the profile says of its own destinations: the word `geo-map` says nothing.
  private static Map<String, List<String>> own(Fields profile) {
    var word = profile.any("destinations").flatMap(value -> value.asText());
    if (word.isEmpty()) {
      return Geography.lists(profile, "destinations");
    }
    if (!word.get().equals("geo-map")) {
      profile.problem("destinations", "expected `geo-map` or an object");
    }
    return Map.of();
  }
}
