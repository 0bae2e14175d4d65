package io.outcrop.access.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many tokens a body uses at most.
final class MostTokensTest {
  private static Json.Obj body(String text) {
    return (Json.Obj) ((JsonReading.Read) JsonReader.read(text.replace('\'', '"'))).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'max_tokens':20,'messages':[]} | 31 | 20 | false",
        "{'prompt':'Hi','max_tokens_to_sample':5} | 40 | 5 | false",
        "{'inferenceConfig':{'maxTokens':7}} | 35 | 7 | false",
        "{'max_tokens':1,'tools':[]} | 1027 | 1 | false",
        "{'max_tokens':1,'system':[{'cache_control':{}}]} | 48 | 1 | true",
      })
  void isBoundedByTheBytesOfTheBody(String text, long input, long output, boolean caches) {
    assertThat(MostTokens.of(body(text))).contains(new MostTokens(input, caches, output));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'messages':[]}",
        "{'max_tokens':1,'messages':[{'content':[{'type':'image','source':{}}]}]}",
        "{'inferenceConfig':{'maxTokens':1},'messages':[{'content':[{'document':{}}]}]}",
      })
  void isOpenWhereLengthSaysNothing(String text) {
    assertThat(MostTokens.of(body(text))).isEmpty();
  }
}
