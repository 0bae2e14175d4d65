package io.outcrop.access.judgement;

import static io.outcrop.access.judgement.Scenes.PLAIN_ONLY;
import static io.outcrop.access.judgement.Scenes.SONNET_V2;
import static io.outcrop.access.judgement.Scenes.denied;
import static io.outcrop.access.judgement.Scenes.granted;
import static io.outcrop.access.judgement.Scenes.judge;
import static io.outcrop.access.judgement.Scenes.noAllow;
import static io.outcrop.access.judgement.Scenes.slugs;
import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination.Status;
import io.outcrop.causes.Confidence;
import org.junit.jupiter.api.Test;

/// Which cause a denial by policies is, judged.
final class DenialsJudgedTest {
  @Test
  void anScpThatDeniesADestinationIsNamedByThatRegion() {
    var examination =
        judge(
            granted()
                .scp(
                    "p-regions",
                    """
                    {"Version":"2012-10-17","Statement":[
                      {"Effect":"Allow","Action":"*","Resource":"*"},
                      {"Sid":"Regions","Effect":"Deny","Action":"*",
                       "Resource":"arn:aws:bedrock:us-west-2::*"}]}\
                    """)
                .both(
                    403,
                    "AccessDeniedException",
                    denied(
                        "arn:aws:bedrock:us-west-2::foundation-model/" + SONNET_V2,
                        "with an explicit deny in a service control policy")));

    assertThat(slugs(examination)).containsExactly("scp-region-block-cross-region");
    assertThat(examination.root().orElseThrow().cures())
        .isNotEmpty()
        .allMatch(cure -> cure.changes().isEmpty());
  }

  @Test
  void aProfileWithoutItsOwnArnIsNamedByThat() {
    var examination =
        judge(
            new Scene()
                .identityPolicy("claude", PLAIN_ONLY.replace("InvokeModel", "InvokeModel*"))
                .both(
                    403,
                    "AccessDeniedException",
                    noAllow(
                        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us."
                            + SONNET_V2)));

    assertThat(slugs(examination)).containsExactly("iam-missing-inference-profile-arn");
  }

  @Test
  void aMissingDestinationIsNamedByThat() {
    var examination =
        judge(
            new Scene()
                .identityPolicy(
                    "claude",
                    """
                    {"Version":"2012-10-17","Statement":[
                      {"Effect":"Allow","Action":"bedrock:Invoke*","Resource":[
                        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/*",
                        "arn:aws:bedrock:us-east-1::foundation-model/*"]}]}\
                    """)
                .both(
                    403,
                    "AccessDeniedException",
                    noAllow("arn:aws:bedrock:us-west-2::foundation-model/" + SONNET_V2)));

    assertThat(slugs(examination)).containsExactly("iam-missing-destination-region-fm-arn");
  }

  @Test
  void anAllowWhoseConditionFailsIsNamedByThat() {
    var examination =
        judge(
            new Scene()
                .identityPolicy(
                    "claude",
                    """
                    {"Version":"2012-10-17","Statement":[
                      {"Effect":"Allow","Action":"bedrock:Invoke*","Resource":"*",
                       "Condition":{"StringEquals":{"aws:SourceVpce":"vpce-1"}}}]}\
                    """)
                .both(
                    403,
                    "AccessDeniedException",
                    noAllow(
                        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us."
                            + SONNET_V2)));

    assertThat(slugs(examination)).containsExactly("iam-allow-conditional-not-met");
  }

  @Test
  void aDenialThatThePoliciesDoNotExplainIsSaidToBeOne() {
    var examination =
        judge(
            granted()
                .both(
                    403,
                    "AccessDeniedException",
                    denied(
                        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us." + SONNET_V2,
                        "with an explicit deny in a service control policy")));

    assertThat(slugs(examination)).first().isEqualTo("scp-explicit-deny");
    assertThat(examination.root().orElseThrow().confidence()).isNotEqualTo(Confidence.CERTAIN);
    assertThat(examination.notes()).anyMatch(note -> note.contains("and yet AWS does"));
  }

  @Test
  void wordsThatNothingExplainsLeaveItUnknown() {
    var examination = judge(granted().both(418, "TeapotException", "short and stout"));

    assertThat(examination.findings()).isEmpty();
    assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
    assertThat(examination.notes()).anyMatch(note -> note.contains("short and stout"));
  }
}
