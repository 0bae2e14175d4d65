package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CauseCatalogueTest {
  private static final CauseCatalogue CATALOGUE = CauseCatalogue.shipped();
  private static final Explainer EXPLAINER = new Explainer(CATALOGUE, ModelCatalogue.shipped());
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
  private static final List<String> KNOWN_VALUES =
      List.of(
          "model",
          "region",
          "account",
          "principal",
          "identity",
          "action",
          "resource",
          "policy",
          "authorization-id");

  static Stream<String> slugs() {
    return CATALOGUE.causes().stream().map(cause -> cause.slug());
  }

  @Test
  void theIndexNamesEveryEntryAndNothingElse() throws IOException, URISyntaxException {
    var index = CauseCatalogue.class.getResource("entries/index.txt");
    assertThat(index).isNotNull();
    var folder = Path.of(index.toURI()).getParent();
    var files = new TreeSet<String>();
    try (var paths = Files.list(folder)) {
      paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(name -> files.add(name.substring(0, name.length() - ".json".length())));
    }
    assertThat(Files.readAllLines(Path.of(index.toURI()))).containsExactlyElementsOf(files);
    assertThat(slugs()).containsExactlyElementsOf(files);
  }

  @Test
  void sentencesHaveOneOwnerAndTellsNameNoOther() {
    assertOneOwner(Entry::sentences, "sentence");
  }

  @Test
  void gistsHaveOneOwnerAndTellsNameNoOther() {
    assertOneOwner(Entry::gists, "gist");
  }

  @Test
  void aGistCountsOnlyWhereNothingElseWasTold() {
    for (var entry : CATALOGUE.entries()) {
      assertThat(entry.tells())
          .as(entry.slug())
          .filteredOn(tell -> tell.when().containsKey("gist"))
          .allMatch(tell -> tell.alone() && tell.says() != Tell.Strength.DECIDES);
    }
  }

  private static void assertOneOwner(
      Function<Entry, Map<String, List<String>>> phrases, String kind) {
    var owners = new HashMap<String, String>();
    for (var entry : CATALOGUE.entries()) {
      for (var name : phrases.apply(entry).keySet()) {
        assertThat(owners.put(name, entry.slug())).as("owner of `%s`", name).isNull();
      }
    }
    for (var entry : CATALOGUE.entries()) {
      assertThat(owners.keySet()).as(entry.slug()).containsAll(namedIn(entry, kind));
      if (kind.equals("sentence")) {
        assertThat(owners.keySet()).as(entry.slug()).containsAll(namedIn(entry, "also"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void anEntryIsWhole(String slug) {
    var cause = CATALOGUE.get(slug);
    assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(cause.family()).matches("[A-K]");
    assertThat(cause.summary()).isNotEmpty().doesNotEndWith(".");
    assertThat(cause.means()).endsWith(".");
    assertThat(cause.why()).isNotEmpty();
    assertThat(cause.confirm()).isNotEmpty();
    assertThat(cause.source()).contains("read 20");
    assertThat(cause.asOf()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(cause.cures()).isNotEmpty();
    assertThat(slugs()).containsAll(cause.lookAlikes());
    assertThat(cause.lookAlikes()).doesNotContain(slug).doesNotHaveDuplicates();
    cause.cures().forEach(cure -> cure.commands().forEach(CauseCatalogueTest::knowsItsValues));
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void theExampleLeadsToItsCause(String slug) {
    var example =
        CATALOGUE.entries().stream()
            .filter(entry -> entry.cause().slug().equals(slug))
            .map(Entry::example)
            .findFirst()
            .orElseThrow();
    var context = new ExplanationContext(example.region(), example.model(), null);
    var found =
        EXPLAINER.explain(example.text(), context).diagnoses().stream()
            .map(diagnosis -> diagnosis.cause().slug())
            .toList();
    if (example.candidate()) {
      assertThat(found).contains(slug);
      assertThat(CATALOGUE.get(slug).probe()).as("what decides").isNotEmpty();
    } else {
      assertThat(found).first().isEqualTo(slug);
    }
  }

  private static List<String> namedIn(Entry entry, String kind) {
    return entry.tells().stream()
        .flatMap(tell -> Stream.of(tell.when(), tell.unless()))
        .flatMap(kinds -> kinds.getOrDefault(kind, List.of()).stream())
        .filter(name -> !name.contains("*"))
        .toList();
  }

  private static void knowsItsValues(String command) {
    var matcher = PLACEHOLDER.matcher(command);
    while (matcher.find()) {
      assertThat(KNOWN_VALUES).contains(matcher.group(1));
    }
  }
}
