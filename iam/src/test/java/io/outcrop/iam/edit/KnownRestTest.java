package io.outcrop.iam.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownRestTest {
  private static final String MODELS = "arn:aws:bedrock:*::foundation-model/anthropic.*";
  private static final String MODEL = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.";

  @Test
  void keepsTheShortestBeginningsOfWhatIsKnown() {
    var known =
        List.of(MODEL + "claude-sonnet-4", MODEL + "claude-haiku-4", MODEL + "claude-haiku-3");
    assertThat(KnownRest.of(MODELS, MODEL + "claude-sonnet-4", _ -> known))
        .containsExactly("arn:aws:bedrock:*::foundation-model/anthropic.claude-h*");
  }

  @Test
  void aLongerNameKeepsWhatFollowsTheExceptedOne() {
    var known = List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream");
    assertThat(KnownRest.of("bedrock:*", "bedrock:InvokeModel", _ -> known))
        .containsExactly("bedrock:InvokeModelW*");
  }

  @Test
  void aBeginningOfTheExceptedNameIsKeptWhole() {
    var known = List.of("s3:GetObjectAcl", "s3:GetObject", "s3:PutObject");
    assertThat(KnownRest.of("s3:*", "s3:GetObjectAcl", _ -> known))
        .containsExactly("s3:GetObject", "s3:P*");
  }

  @Test
  void nothingKnownOrAnotherShapeKeepsNothing() {
    assertThat(KnownRest.of("bedrock:*", "bedrock:InvokeModel", _ -> List.of())).isEmpty();
    assertThat(KnownRest.of("s3:*Object", "s3:GetObject", _ -> List.of("s3:PutObject"))).isEmpty();
  }
}
