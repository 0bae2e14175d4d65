package io.outcrop.sandbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import org.junit.jupiter.api.Test;

/// What the rules of access name besides numbers.
final class AccessRulesTest {
  @Test
  void closedModelsAreThoseOfTheCatalogue() {
    assertThat(AccessRules.shipped().restricted())
        .containsExactlyInAnyOrderElementsOf(
            ModelCatalogue.shipped().models().stream()
                .filter(model -> !model.restriction().isEmpty())
                .map(Model::id)
                .toList());
  }
}
