package io.outcrop.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenialReferenceTest {
  private static final String PAGE =
      "https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1"
          + "#/authorization-details/example1a2b3c4d5e6f7g8h9i0j";

  @Test
  void isReadFromAwssSentence() {
    var reference =
        DenialReference.in(
            "User: arn:aws:iam::111122223333:user/dev is not authorized to perform:"
                + " iam:CreateInstanceProfile with an explicit deny in an identity-based policy."
                + " Go to "
                + PAGE
                + " for complete details, or call the GetRequestAuthorizationDetails API with the"
                + " following authorization id: example1a2b3c4d5e6f7g8h9i0j");

    assertThat(reference).contains(new DenialReference("example1a2b3c4d5e6f7g8h9i0j", PAGE));
    assertThat(reference.orElseThrow()).hasToString("exam…");
    assertThat(reference.orElseThrow().page("eu-west-1")).isEqualTo(PAGE);
  }

  @Test
  void thePageIsMadeWhereTheSentenceHasNone() {
    var reference = DenialReference.in("denied. Authorization ID: example1a2b3c4d5e").orElseThrow();

    assertThat(reference.page("eu-west-1"))
        .isEqualTo(
            "https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1"
                + "#/authorization-details/example1a2b3c4d5e");
  }

  @Test
  void otherSentencesHaveNone() {
    assertThat(DenialReference.in("Encoded authorization failure message: abcdefghijk")).isEmpty();
    assertThat(DenialReference.in("Access denied")).isEmpty();
  }
}
