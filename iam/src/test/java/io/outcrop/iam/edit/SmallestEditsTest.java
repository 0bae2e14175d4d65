package io.outcrop.iam.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.edit.EditAnswer.Loose;
import io.outcrop.json.JsonPatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallestEditsTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/edits");
  private static final String MODEL = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.";

  @Test
  void knownNamesStayDeniedWhereAPatternCannotBeCut() {
    var asked = EditCase.read(ROOT.resolve("a-pattern-of-resources-cannot-be-cut.json"));
    var known = List.of(asked.request().resource(), MODEL + "claude-haiku-4-5-20251001-v1:0");
    var answer =
        SmallestEdits.find(asked.layers(), asked.request(), Ownership.ofIdentity(), _ -> known);
    assertThat(answer).isInstanceOf(EditAnswer.NotFound.class);
    assertThat(closest(answer).toJson().toString())
        .contains("arn:aws:bedrock:*::foundation-model/anthropic.claude-h*");
  }

  @Test
  void knownNamesChangeNothingWhereAnExactEditExists() {
    var asked =
        EditCase.read(ROOT.resolve("a-deny-of-one-action-everywhere-becomes-notresource.json"));
    var answer =
        SmallestEdits.find(
            asked.layers(), asked.request(), Ownership.ofIdentity(), _ -> List.of("s3:PutObject"));
    assertThat(EditCase.json(answer)).isEqualTo(EditCase.json(asked.answer()));
  }

  private static JsonPatch closest(EditAnswer answer) {
    return answer instanceof EditAnswer.NotFound(_, var closest)
        ? closest.stream().map(Loose::edits).findFirst().orElseThrow().getFirst().patch()
        : new JsonPatch(List.of());
  }
}
