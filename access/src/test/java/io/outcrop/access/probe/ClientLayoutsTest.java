package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the cases under `access/client-side`: a layout (`NAME.json`) and what the doctor reads from
/// it, for each client (`NAME.txt`; `-Dgolden=write` writes it anew).
final class ClientLayoutsTest {
  private static final Path ROOT = root();
  private static final int FEWEST = 120;

  static Stream<String> cases() throws IOException {
    return layouts(ROOT).stream();
  }

  static List<String> layouts(Path root) throws IOException {
    try (var files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void readsWhatTheCaseSays(String name, @TempDir Path temp) throws IOException {
    var layout = Layout.read(ROOT.resolve(name + ".json"));
    var byAnswer = new LinkedHashMap<String, List<String>>();
    var side = layout.in(temp);
    for (var client : Layout.clients()) {
      var answer =
          String.join("\n", Reading.of(side.with(client), layout.profile()).lines())
              .replace(temp.toString(), "");
      byAnswer.merge(
          answer,
          List.of(client.id()),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    var text = new StringBuilder();
    byAnswer.forEach((answer, clients) ->
        text.append("[")
            .append(String.join(" ", clients))
            .append("]\n")
            .append(answer)
            .append("\n\n"));
    compare(ROOT.resolve(name + ".txt"), text.toString().stripTrailing() + "\n");
    secrets(layout).forEach(secret -> assertThat(text.toString()).doesNotContain(secret));
  }

  @Test
  void thereAreEnoughLayouts() throws IOException {
    assertThat(layouts(ROOT)).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  /// Every word of a layout that is a secret by its looks, and the halves of longer ones.
  private static Stream<String> secrets(Layout layout) {
    var texts =
        Stream.concat(
            layout.environment().values().stream(),
            layout.files().values().stream().map(Json::toString));
    var words = Pattern.compile("[A-Za-z0-9+/]{30,}");
    return texts
        .flatMap(text -> words.matcher(text).results().map(result -> result.group()))
        .filter(word -> word.chars().anyMatch(Character::isUpperCase))
        .filter(word -> word.chars().anyMatch(Character::isLowerCase))
        .flatMap(word -> Stream.of(word.substring(0, 12), word.substring(word.length() - 12)));
  }

  private static void compare(Path file, String text) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(
          Path.of(file.toString().replace("target/test-classes", "src/test/resources")), text);
    } else {
      assertThat(text).isEqualTo(Files.readString(file));
    }
  }

  static Path root() {
    try {
      return Path.of(
          Objects.requireNonNull(
                  ClientLayoutsTest.class.getResource("/access/client-side"), "the cases")
              .toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
