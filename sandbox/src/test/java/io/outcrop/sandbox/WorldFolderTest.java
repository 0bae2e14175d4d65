package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldFolderTest {
  @Test
  void folderOfSomebodyElseIsLeftAlone(@TempDir Path temp) throws IOException {
    Files.writeString(temp.resolve("letter.txt"), "dear");
    var world = Worlds.get("healthy");
    assertThatThrownBy(() -> WorldFolder.create(temp, world))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is not empty");
    assertThat(WorldFolder.exists(temp)).isFalse();
  }

  @Test
  void folderThatWasHalfMadeIsMadeAgain(@TempDir Path temp) throws IOException {
    var world = Worlds.get("healthy");
    WorldFolder.create(temp, world);
    Files.delete(temp.resolve("state.json"));
    assertThat(WorldFolder.exists(temp)).isFalse();
    WorldFolder.create(temp, world);
    assertThat(WorldFolder.exists(temp)).isTrue();
  }

  @Test
  void portThatIsTakenIsSaid(@TempDir Path temp) {
    WorldFolder.create(temp.resolve("one"), Worlds.get("healthy"));
    WorldFolder.create(temp.resolve("two"), Worlds.get("healthy"));
    try (var one = Sandbox.start(Sandbox.Options.in(temp.resolve("one")))) {
      var port = one.endpoint().getPort();
      assertThatThrownBy(() -> Sandbox.start(Sandbox.Options.in(temp.resolve("two")).onPort(port)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(String.valueOf(port));
    }
    try (var two = Sandbox.start(Sandbox.Options.in(temp.resolve("two")))) {
      assertThat(two.subject().region()).isEqualTo("us-east-1");
    }
  }
}
