package io.outcrop.causes.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs `causes/redact`: `secret/<case>.json` is `{"text","hidden","kinds","kept"}`, where nothing
/// of `hidden` may stay and all of `kept` has to; `plain/<case>.json` is `{"text"}`, which has no
/// secret and stays as it is.
class RedactionSuiteTest {
  static Stream<String> secrets() throws IOException, URISyntaxException {
    return cases("secret");
  }

  static Stream<String> plainTexts() throws IOException, URISyntaxException {
    return cases("plain");
  }

  @Test
  void thereAreCases() throws IOException, URISyntaxException {
    assertThat(secrets()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(plainTexts()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("secrets")
  void aSecretIsHidden(String path) throws IOException, URISyntaxException {
    var problems = new ArrayList<Problem>();
    var fields = read(path, problems);
    var text = fields.text("text");
    var redaction = Redaction.of(text);
    assertThat(fields.texts("hidden")).isNotEmpty();
    for (var hidden : fields.texts("hidden")) {
      assertThat(redaction.text()).doesNotContain(hidden);
    }
    for (var kept : fields.texts("kept")) {
      assertThat(redaction.text()).contains(kept);
    }
    assertThat(redaction.found().stream().map(SecretKind::name))
        .containsExactlyInAnyOrderElementsOf(fields.texts("kinds"));
    assertThat(Redaction.of(redaction.text()).text()).isEqualTo(redaction.text());
    assertThat(redaction.part(text, 0)).isEqualTo(redaction.text());
    fields.finish();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plainTexts")
  void whatIsNoSecretStays(String path) throws IOException, URISyntaxException {
    var problems = new ArrayList<Problem>();
    var fields = read(path, problems);
    var text = fields.text("text");
    fields.finish();
    assertThat(problems).isEmpty();
    assertThat(Redaction.of(text).text()).isEqualTo(text);
    assertThat(Redaction.of(text).found()).isEmpty();
  }

  @Test
  void noPartOfASecretIsShown() {
    var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    var text = "aws_secret_access_key=" + secret + " and more";
    var redaction = Redaction.of(text);
    for (var start = 0; start < text.length(); start++) {
      for (var end = start + 1; end <= text.length(); end++) {
        var part = redaction.part(text.substring(start, end), start);
        assertThat(part.replace("(secret)", "")).doesNotContain("wJal", "PxRf", "EKEY");
      }
    }
  }

  private static Fields read(String path, List<Problem> problems)
      throws IOException, URISyntaxException {
    var reading = JsonReader.read(Files.readString(root().resolve(path)));
    assertThat(reading).as(path).isInstanceOf(JsonReading.Read.class);
    return new Fields(((JsonReading.Read) reading).value(), "", problems);
  }

  private static Stream<String> cases(String folder) throws IOException, URISyntaxException {
    var root = root();
    try (var paths = Files.list(root.resolve(folder))) {
      return paths.map(path -> root.relativize(path).toString()).sorted().toList().stream();
    }
  }

  private static Path root() throws URISyntaxException {
    var url = RedactionSuiteTest.class.getResource("/causes/redact");
    return Path.of(Objects.requireNonNull(url).toURI());
  }
}
