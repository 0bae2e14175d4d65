package io.outcrop.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
  @Test
  void everyValueKnowsWhereItStands() {
    var document = (Json.Obj) read("{\n  \"a\": [1,\n    \"two\"]\n}");
    var array = document.list("a");
    assertThat(document.members().values())
        .extracting(Json.Member::namePosition)
        .containsExactly(new Position(2, 3));
    assertThat(array.get(0).position()).isEqualTo(new Position(2, 9));
    assertThat(array.get(1).position()).isEqualTo(new Position(3, 5));
  }

  @Test
  void aNameTwiceIsRefusedWhereItStandsAgain() {
    var reading = JsonReader.read("{\"Effect\":\"Allow\",\n \"Effect\":\"Deny\"}");
    assertThat(reading)
        .isEqualTo(
            new JsonReading.Malformed(
                "member `Effect` stands twice in one object", new Position(2, 2)));
  }

  @Test
  void aNumberThatIsOutOfRangeIsRefusedWhereItStands() {
    assertThat(JsonReader.read("[1,\n 11e9999999999]"))
        .isEqualTo(new JsonReading.Malformed("the number is out of range", new Position(2, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "[1}",
        "{\"a\":[1}",
        "{\"a\":1,}",
        "{a:1}",
        "01",
        "1 2",
        "nul",
        "\"\\x\"",
        "// no\n1",
        "NaN",
        "'a'"
      })
  void whatIsNotJsonIsRefusedWithItsPlace(String text) {
    assertThat(JsonReader.read(text))
        .isInstanceOfSatisfying(
            JsonReading.Malformed.class,
            malformed -> {
              assertThat(malformed.position().isKnown()).isTrue();
              assertThat(malformed.message())
                  .isNotBlank()
                  .doesNotContain("com.fasterxml")
                  .doesNotContain("Source");
            });
  }

  @Test
  void depthIsBounded() {
    assertThat(JsonReader.read("[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH)))
        .isInstanceOf(JsonReading.Read.class);
    assertThat(JsonReader.read("[".repeat(100_000))).isInstanceOf(JsonReading.Malformed.class);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(read("\uFEFF[]")).isEqualTo(read("[]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":1,\"a\":[true,null,\"x\\n\\u0001\"]}",
        "[1.50,-2E+400,12345678901234567890]",
        "\"é\u2028\"",
        "{}"
      })
  void whatIsWrittenReadsTheSame(String text) {
    var value = read(text);
    assertThat(read(JsonWriter.compact(value))).isEqualTo(value);
    assertThat(read(JsonWriter.pretty(value))).isEqualTo(value);
  }

  @Test
  void membersKeepTheirOrderAndPrettyTextIsTheSameEveryTime() {
    assertThat(JsonWriter.pretty(read("{\"z\":1,\"a\":[],\"m\":{\"q\":[2]}}")))
        .isEqualTo(
            """
            {
              "z": 1,
              "a": [],
              "m": {
                "q": [
                  2
                ]
              }
            }\
            """);
  }

  private static Json read(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }

  @Test
  void aSequenceIsOneArrayWhateverStandsBetweenItsValues() {
    assertThat(JsonReader.readSequence("{\"a\":1}\n{\"a\":2} [3]4"))
        .isInstanceOfSatisfying(
            JsonReading.Read.class,
            read -> assertThat(read.value()).hasToString("[{\"a\":1},{\"a\":2},[3],4]"));
    assertThat(JsonReader.readSequence(" "))
        .isEqualTo(new JsonReading.Malformed("the text is empty", new Position(1, 1)));
    assertThat(JsonReader.readSequence("{}\n{"))
        .isInstanceOfSatisfying(
            JsonReading.Malformed.class,
            malformed -> assertThat(malformed.position().line()).isEqualTo(2));
  }
}
