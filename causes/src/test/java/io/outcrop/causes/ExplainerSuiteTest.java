package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs `causes/cases/<slug>/<case>.json`: `{"text","context"?:{"region","model","at"},
/// "expect":{"first"?,"confidence"?,"candidates"?,"not"?,"values"?}}`. The folder `none` holds
/// texts that no cause explains.
class ExplainerSuiteTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  static Stream<String> cases() throws IOException, URISyntaxException {
    var root = root();
    try (var paths = Files.walk(root)) {
      return paths
          .filter(path -> path.toString().endsWith(".json"))
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void everyCauseHasThreeCases() throws IOException, URISyntaxException {
    var bySlug =
        cases()
            .collect(Collectors.groupingBy(path -> path.split("/", 2)[0], Collectors.counting()));
    for (var cause : CauseCatalogue.shipped().causes()) {
      assertThat(bySlug.getOrDefault(cause.slug(), 0L)).as(cause.slug()).isGreaterThanOrEqualTo(3);
    }
    assertThat(bySlug.get("none")).isGreaterThanOrEqualTo(60);
  }

  /// The texts of all cases.
  static List<String> texts() throws IOException, URISyntaxException {
    var texts = new ArrayList<String>();
    for (var path : cases().toList()) {
      if (JsonReader.read(Files.readString(root().resolve(path)))
          instanceof JsonReading.Read(var value)) {
        texts.add(new Fields(value, "", new ArrayList<>()).text("text"));
      }
    }
    return texts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aCase(String path) throws IOException, URISyntaxException {
    var problems = new ArrayList<Problem>();
    var reading = JsonReader.read(Files.readString(root().resolve(path)));
    assertThat(reading).isInstanceOf(JsonReading.Read.class);
    var fields = new Fields(((JsonReading.Read) reading).value(), "", problems);
    var text = fields.text("text");
    var context = fields.object("context").map(ExplainerSuiteTest::context);
    var expected = fields.object("expect").orElseThrow();
    fields.finish();
    var explanation = EXPLAINER.explain(text, context.orElse(ExplanationContext.none()));
    check(expected, explanation.diagnoses());
    expected.finish();
    assertThat(problems).isEmpty();
  }

  private static void check(Fields expected, List<Diagnosis> diagnoses) {
    var slugs = diagnoses.stream().map(diagnosis -> diagnosis.cause().slug()).toList();
    expected.optionalText("first").ifPresent(first -> assertThat(slugs).first().isEqualTo(first));
    expected
        .optionalText("confidence")
        .ifPresent(
            confidence -> assertThat(diagnoses.getFirst().confidence().id()).isEqualTo(confidence));
    assertThat(slugs).containsAll(expected.texts("candidates"));
    assertThat(slugs).doesNotContainAnyElementsOf(orNever(expected.texts("not")));
    expected
        .textMap("values")
        .forEach(
            (name, value) -> assertThat(diagnoses.getFirst().values()).containsEntry(name, value));
    if (expected.flag("nothing", false)) {
      assertThat(slugs).isEmpty();
    }
  }

  private static List<String> orNever(List<String> slugs) {
    return slugs.isEmpty() ? List.of("no such slug") : slugs;
  }

  private static ExplanationContext context(Fields fields) {
    var at = fields.optionalText("at").map(Instant::parse).orElse(null);
    var context = context(fields, at);
    fields.finish();
    return context;
  }

  private static ExplanationContext context(Fields fields, @Nullable Instant at) {
    return new ExplanationContext(
        fields.optionalText("region").orElse(""), fields.optionalText("model").orElse(""), at);
  }

  private static Path root() throws URISyntaxException {
    var url = ExplainerSuiteTest.class.getResource("/causes/cases");
    return Path.of(Objects.requireNonNull(url).toURI());
  }
}
