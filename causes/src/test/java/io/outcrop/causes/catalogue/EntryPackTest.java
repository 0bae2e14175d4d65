package io.outcrop.causes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntryPackTest {
  @Test
  void aPackSaysWhatTheFilesSay() throws IOException, URISyntaxException {
    var entries = EntryPack.read(CauseCatalogue.pack()).entries();
    assertThat(entries).hasSizeGreaterThanOrEqualTo(150);
    for (var packed : entries) {
      var reading = EntryReader.read(Files.readString(file(packed.slug())));
      assertThat(reading).as(packed.slug()).isInstanceOf(EntryReading.Read.class);
      var read = ((EntryReading.Read) reading).entry();
      assertThat(packed.cause()).isEqualTo(read.cause());
      assertThat(packed.sentences()).isEqualTo(read.sentences());
      assertThat(packed.gists()).isEqualTo(read.gists());
      assertThat(packed.tells()).isEqualTo(read.tells());
      assertThat(packed.example()).isEqualTo(read.example());
      assertThat(packed.vocabulary()).isEqualTo(read.vocabulary());
      for (var i = 0; i < read.tells().size(); i++) {
        assertThat(List.copyOf(packed.tells().get(i).when().keySet()))
            .as("the order in which signals are asked for, " + packed.slug())
            .isEqualTo(List.copyOf(read.tells().get(i).when().keySet()));
      }
    }
  }

  @Test
  void aMalformedEntryIsNotPacked() {
    var entries = new TreeMap<String, Json>();
    entries.put("no-such-cause", Json.object());
    assertThatThrownBy(() -> EntryPack.of(entries))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("entry `no-such-cause` is malformed");
  }

  private static Path file(String slug) throws URISyntaxException {
    var url = CauseCatalogue.class.getResource("entries/" + slug + ".json");
    return Path.of(Objects.requireNonNull(url, slug).toURI());
  }
}
