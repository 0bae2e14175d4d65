package io.outcrop.access.cure;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyTextTest {
  private static Json.Obj document(Json.Obj... statements) {
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with("Statement", Json.array(List.of(statements)));
  }

  private static Json.Obj statement(String sid, String action) {
    return Json.object()
        .with("Sid", Json.of(sid))
        .with("Effect", Json.of("Allow"))
        .with("Action", Json.of(action))
        .with("Resource", Json.of("*"));
  }

  @Test
  void aUnionSaysEachThingOnce() {
    var one = document(statement("A", "bedrock:InvokeModel"));

    assertThat(PolicyText.union(List.of(one, one))).isEqualTo(one);
  }

  @Test
  void theSameUnderAnotherSidIsTheSame() {
    var one = document(statement("A", "bedrock:InvokeModel"));

    assertThat(PolicyText.union(List.of(one, document(statement("B", "bedrock:InvokeModel")))))
        .isEqualTo(one);
  }

  @Test
  void aSidThatIsTakenGetsANumber() {
    var union =
        PolicyText.union(
            List.of(
                document(statement("A", "bedrock:InvokeModel")),
                document(statement("A", "aws-marketplace:Subscribe"))));

    assertThat(PolicyText.statements(union))
        .extracting(one -> one.text("Sid").orElse(""))
        .containsExactly("A", "A2");
  }

  @Test
  void aStatementThatStandsAloneIsReadToo() {
    var alone =
        Json.object()
            .with("Version", Json.of("2012-10-17"))
            .with("Statement", statement("A", "bedrock:InvokeModel"));

    assertThat(PolicyText.statements(alone)).hasSize(1);
  }
}
