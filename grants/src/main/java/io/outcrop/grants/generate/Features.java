package io.outcrop.grants.generate;

import io.outcrop.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What single models can do besides answering on bedrock-runtime.
///
/// @param models by model id; a model of which nothing is known is not in it
record Features(Map<String, Feature> models) {
  /// @param mantle nobody or one
  /// @param countTokens whether CountTokens knows the model; empty if nobody knows
  record Feature(List<Mantle> mantle, Optional<Boolean> countTokens) {
    Feature {
      mantle = List.copyOf(mantle);
    }
  }

  /// A model on bedrock-mantle.
  ///
  /// @param id its id there
  /// @param regions where it is served
  record Mantle(String id, List<String> regions) {}

  static Features shipped() {
    return FactFile.read(
        "features.json",
        fields -> {
          var sources = fields.textMap("sources");
          return new Features(fields.map("models", model -> feature(model, sources)));
        });
  }

  private static Feature feature(Fields model, Map<String, String> sources) {
    return new Feature(
        model
            .object("mantle")
            .map(fact -> {
              var mantle = new Mantle(fact.text("id"), fact.texts("regions"));
              cited(fact, sources);
              return mantle;
            })
            .stream()
            .toList(),
        model
            .object("countTokens")
            .map(fact -> {
              var exists = fact.flag("exists", false);
              cited(fact, sources);
              return exists;
            }));
  }

  private static void cited(Fields fact, Map<String, String> sources) {
    if (!sources.containsKey(fact.text("source"))) {
      fact.problem("source", "no source has this name");
    }
    fact.text("asOf");
    fact.finish();
  }

  /// The model whose id, or whose id on bedrock-mantle, is `id`.
  Optional<String> modelId(String id) {
    return models.containsKey(id)
        ? Optional.of(id)
        : models.entrySet().stream()
            .filter(entry -> mantle(entry.getValue()).anyMatch(mantle -> mantle.id().equals(id)))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  Optional<Mantle> mantle(String modelId) {
    return Optional.ofNullable(models.get(modelId)).stream().flatMap(Features::mantle).findFirst();
  }

  Optional<Boolean> countTokens(String modelId) {
    return Optional.ofNullable(models.get(modelId)).flatMap(Feature::countTokens);
  }

  private static Stream<Mantle> mantle(Feature feature) {
    return feature.mantle().stream();
  }
}
