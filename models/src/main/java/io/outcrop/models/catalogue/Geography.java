package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What entries share: named sets of regions, and for each geography prefix the destinations by
/// called region.
record Geography(
    Map<String, List<String>> regionSets, Map<String, Map<String, List<String>>> maps) {

  static Geography read(Sources sources) {
    return Document.read(
        "geography.json",
        fields -> {
          fields.whole("formatVersion", 1);
          var sets =
              fields.map(
                  "regionSets",
                  set -> {
                    sources.check(set);
                    return set.texts("regions");
                  });
          var maps =
              fields.map(
                  "maps",
                  map -> {
                    sources.check(map);
                    return lists(map, "destinations");
                  });
          return new Geography(sets, maps);
        });
  }

  /// The regions that the member `regions` of `fields` lists or names a set of.
  List<String> regions(Fields fields) {
    var name = fields.any("regions").flatMap(value -> value.asText());
    if (name.isEmpty()) {
      return fields.texts("regions");
    }
    var set = regionSets.get(name.get());
    if (set == null) {
      fields.problem("regions", "no set of regions has this name");
      return List.of();
    }
    return set;
  }

  /// Where the profile `profileId` leads from `region`, as far as its geography says.
  List<String> destinations(String profileId, String region) {
    var prefix = profileId.substring(0, Math.max(0, profileId.indexOf('.')));
    return maps.getOrDefault(prefix, Map.of()).getOrDefault(region, List.of());
  }

  /// An object whose values are arrays of strings.
  static Map<String, List<String>> lists(Fields fields, String name) {
    var result = new LinkedHashMap<String, List<String>>();
    fields
        .object(name)
        .ifPresent(object -> object.names().forEach(key -> result.put(key, object.texts(key))));
    return result;
  }
}
