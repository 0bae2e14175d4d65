package io.outcrop.access.cure;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.OtherVendors;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is known to exist of what a pattern may or may not cover.
///
/// @param names models and profiles; of other vendors, how all of theirs begin
/// @param regions where models are called
record Known(List<String> names, List<String> regions) {
  Known {
    names = List.copyOf(new TreeSet<>(names));
    regions = List.copyOf(new TreeSet<>(regions));
  }

  /// What the catalogue and the account name, and the vendors that the catalogue does not know.
  ///
  /// @param names models and profiles that the catalogue or the account names
  static Known of(List<String> names) {
    return new Known(
        Stream.concat(names.stream(), ofOtherVendors(names)).toList(),
        ModelCatalogue.shipped().models().stream()
            .flatMap(model -> model.byRegion().keySet().stream())
            .toList());
  }

  /// Their models and, for each geography that has a profile, their profiles.
  private static Stream<String> ofOtherVendors(List<String> names) {
    var geographies =
        names.stream()
            .map(name -> name.split("\\.", 3))
            .filter(parts -> parts.length == 3 && parts[1].equals("anthropic"))
            .map(parts -> parts[0] + ".")
            .distinct()
            .toList();
    return OtherVendors.vendors().stream()
        .flatMap(vendor ->
            Stream.concat(Stream.of(""), geographies.stream())
                .map(geography -> geography + vendor + "."));
  }
}
