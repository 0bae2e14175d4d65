package io.outcrop.iam.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.request.Layer;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {
  private static final String REQUEST =
      """
      {
        "principal": { "type": "aws", "arn": "arn:aws:iam::111122223333:user/alice" },
        "action": "bedrock:InvokeModel",
        "resource": { "arn": "*" },
        "context": { "aws:TagKeys": ["a"], "aws:RequestedRegion": "us-east-1" }
      }\
      """;

  @Test
  void aRequestMayStandAlone() {
    assertThat(read(REQUEST))
        .isInstanceOfSatisfying(
            QuestionReading.Request.class,
            read -> {
              assertThat(read.request().action()).isEqualTo("bedrock:InvokeModel");
              assertThat(read.request().resourceAccount()).isEqualTo("111122223333");
              assertThat(read.request().context().get("aws:tagkeys").orElseThrow().multivalued())
                  .isTrue();
            });
  }

  @Test
  void aCaseNeedsNoAnswer() {
    var policy = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    var text =
        "{\"request\":%s,\"identityPolicies\":[{\"name\":\"p\",\"document\":%s}]}"
            .formatted(REQUEST, policy);
    assertThat(read(text))
        .isInstanceOfSatisfying(
            QuestionReading.Whole.class,
            read ->
                assertThat(((Layer.Known) read.layers().identity()).policies())
                    .singleElement()
                    .satisfies(found -> assertThat(found.name()).isEqualTo("p")));
  }

  @Test
  void problemsPointIntoWhatWasGiven() {
    assertThat(problems(REQUEST.replace("\"action\"", "\"acton\"")))
        .containsExactly(
            "line 1, column 1: `/action`: member `action` is missing",
            "line 3, column 3: `/acton`: unknown member `acton`");
    assertThat(problems("{\"request\":%s,\"polices\":[]}".formatted(REQUEST)))
        .singleElement()
        .asString()
        .endsWith("`/polices`: unknown member `polices`");
    assertThat(problems("[]"))
        .first()
        .isEqualTo("line 1, column 1: found an array, expected an object");
  }

  private static QuestionReading read(String text) {
    return QuestionReader.read(((JsonReading.Read) JsonReader.read(text)).value());
  }

  private static List<String> problems(String text) {
    return ((QuestionReading.Rejected) read(text))
        .problems().stream().map(Object::toString).toList();
  }
}
