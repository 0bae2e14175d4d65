package io.outcrop.access.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.models.catalogue.Model.RequestStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyPredictionTest {
  private static final String RIGHT =
      "'anthropic_version':'bedrock-2023-05-31','max_tokens':1000,'messages':[]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MESSAGES | RIGHT | ",
        "MESSAGES | 'prompt':'Hi' | messages-api-required",
        "MESSAGES | 'messages':[],'inferenceConfig':{} | body-schema-mismatch",
        "MESSAGES | 'messages':[],'max_tokens':5 | anthropic-version-missing",
        "MESSAGES | 'anthropic_version':'x','max_tokens':5 | body-schema-mismatch",
        "MESSAGES | RIGHT,'thinking':{'budget_tokens':100} | thinking-budget-too-small",
        "MESSAGES | RIGHT,'thinking':{'budget_tokens':2000} | thinking-budget-exceeds-max-tokens",
        "TEXT_COMPLETION | 'prompt':'Hi' | prompt-format-human-assistant",
        "TEXT_COMPLETION | RIGHT | body-schema-mismatch"
      })
  void aBodyIsJudgedByItsForm(RequestStyle style, String members, String slug) {
    var text = "{" + members.replace("RIGHT", RIGHT).replace('\'', '"') + "}";
    var body = (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
    var slugs = BodyPrediction.of(body, style).stream().map(Refusal::slug).toList();
    if (slug == null) {
      assertThat(slugs).isEmpty();
    } else {
      assertThat(slugs).first().isEqualTo(slug);
      assertThat(CauseCatalogue.shipped().find(slug)).isPresent();
    }
  }
}
