package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Stage;
import io.outcrop.cloud.client.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A region that is none is named as what is wrong, wherever it was given.
final class GivenRegionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us east 1",
        "us_east_1",
        "us-east-1a",
        "US-EAST-1",
        "Virginia",
        "us-esat-1",
        "us-east-9",
        "'us-east-1'",
      })
  void isTheCause(String region) {
    try (var world = InWorld.create(folder.resolve("world"), "application")) {
      var examination =
          InWorld.doctor()
              .examine(
                  world
                      .request()
                      .of(world.request().model(), new Setting("AWS_REGION", region, "--region")));

      assertThat(Mending.causes(examination)).first().isEqualTo("region-name-invalid");
      assertThat(examination.findings().getFirst().sentence()).contains("(--region)");
      assertThat(examination.stages()).noneMatch(stage -> stage.outcome() == Stage.Outcome.CRASHED);
    }
  }
}
