package io.outcrop.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelPackTest {
  @Test
  void aPackSaysWhatTheFilesSay() {
    var files = Shipped.files();
    var packed = ModelPack.read(ModelPack.of(files));
    assertThat(files.models()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(files.models()).anySatisfy(model -> assertThat(model.byRegion()).isNotEmpty());
    assertThat(packed).usingRecursiveComparison().isEqualTo(files);
    assertThat(packed.models().getFirst().byRegion().keySet())
        .containsExactlyElementsOf(files.models().getFirst().byRegion().keySet());
  }
}
