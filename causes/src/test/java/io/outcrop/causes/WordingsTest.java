package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One cause, many words: AWS, the SDKs of each language, Anthropic and gateways say the same thing
/// differently. `causes/wordings.json` is a list of `{"cause","texts"}`; every text has to lead to
/// its cause first. In `causes/surroundings.json` what stands around the sentence decides between
/// the causes that share it. `causes/paraphrases.json` holds what was written, and labelled, before
/// the program had seen it.
class WordingsTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  private static final Pattern ARTICLE = Pattern.compile("\\b(?:the|a|an) (?=[a-z])");
  private static final Pattern FAILING =
      Pattern.compile("(?i)\\b(?:unable to|could not|cannot)(?=\\s)");

  record Wordings(String cause, List<String> texts) {}

  static Stream<Wordings> wordings() {
    return Stream.of("wordings", "surroundings", "paraphrases")
        .flatMap(name -> read("/causes/" + name + ".json"));
  }

  private static Stream<Wordings> read(String name) {
    try (var stream = WordingsTest.class.getResourceAsStream(name)) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      var problems = new ArrayList<Problem>();
      var read = (JsonReading.Read) JsonReader.read("{\"all\":" + text + "}");
      var all =
          new Fields(read.value(), "", problems)
              .objects("all", one -> new Wordings(one.text("cause"), one.texts("texts")));
      assertThat(problems).isEmpty();
      return all.stream();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void aCauseIsFoundInAllItsWords(Wordings wordings) {
    assertThat(wordings.texts()).isNotEmpty();
    for (var text : wordings.texts()) {
      assertThat(EXPLAINER.explain(text, ExplanationContext.none()).diagnoses())
          .as(text)
          .extracting(diagnosis -> diagnosis.cause().slug())
          .first()
          .isEqualTo(wordings.cause());
    }
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void articlesAndTheVerbsOfFailingMakeNoDifference(Wordings wordings) {
    for (var text : wordings.texts()) {
      assertThat(firstOf(ARTICLE.matcher(text).replaceAll(""))).as(text).isEqualTo(firstOf(text));
      assertThat(firstOf(FAILING.matcher(text).replaceAll("failed to")))
          .as(text)
          .isEqualTo(firstOf(text));
    }
  }

  private static String firstOf(String text) {
    return EXPLAINER.explain(text, ExplanationContext.none()).diagnoses().stream()
        .map(diagnosis -> diagnosis.cause().slug())
        .findFirst()
        .orElse("nothing");
  }
}
