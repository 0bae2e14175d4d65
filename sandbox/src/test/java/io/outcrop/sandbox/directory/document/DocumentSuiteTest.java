package io.outcrop.sandbox.directory.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every document of `sandbox/documents` to IAM's sentence about it.
final class DocumentSuiteTest {
  private static final Path CASES =
      Path.of("src", "test", "resources", "sandbox", "documents", "sentences.json");

  static Stream<Arguments> cases() throws IOException {
    var read = JsonReader.read(Files.readString(CASES));
    var all =
        read instanceof JsonReading.Read(Json.Obj object) ? object.list("cases") : List.<Json>of();
    assertThat(all).hasSizeGreaterThan(40);
    return all.stream()
        .map(Json.Obj.class::cast)
        .map(one -> Arguments.of(one.text("name").orElseThrow(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void documentIsTakenOrRefusedInIamsWords(String name, Json.Obj one) {
    var text = one.text("document").orElseThrow();
    var reading =
        switch (one.text("kind").orElseThrow()) {
          case "identity" -> PolicyDocuments.identity(text);
          case "managed" -> PolicyDocuments.managed(text);
          default -> PolicyDocuments.trust(text, arn -> arn.endsWith("/there"));
        };
    var sentence =
        reading instanceof DocumentReading.Refused(String said)
            ? Optional.of(said)
            : Optional.<String>empty();
    assertThat(sentence).as(name).isEqualTo(one.text("sentence"));
  }
}
