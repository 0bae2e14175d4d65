package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One cause, many words: AWS, the SDKs of each language, Anthropic and gateways say the same thing
/// differently. `causes/wordings.json` is a list of `{"cause","texts"}`; every text has to lead to
/// its cause first. In `causes/surroundings.json` what stands around the sentence decides between
/// the causes that share it.
class WordingsTest {
  private static final Explainer EXPLAINER =
      new Explainer(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  record Wordings(String cause, List<String> texts) {}

  static Stream<Wordings> wordings() throws IOException {
    return Stream.concat(read("/causes/wordings.json"), read("/causes/surroundings.json"));
  }

  private static Stream<Wordings> read(String name) throws IOException {
    try (var stream = WordingsTest.class.getResourceAsStream(name)) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      var problems = new ArrayList<Problem>();
      var read = (JsonReading.Read) JsonReader.read("{\"all\":" + text + "}");
      var all =
          new Fields(read.value(), "", problems)
              .objects("all", one -> new Wordings(one.text("cause"), one.texts("texts")));
      assertThat(problems).isEmpty();
      return all.stream();
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
}
