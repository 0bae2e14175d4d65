package io.outcrop.access.judgement;

import static io.outcrop.access.judgement.Scenes.SONNET_V2;
import static io.outcrop.access.judgement.Scenes.denied;
import static io.outcrop.access.judgement.Scenes.explicitlyDenied;
import static io.outcrop.access.judgement.Scenes.granted;
import static io.outcrop.access.judgement.Scenes.judge;
import static io.outcrop.access.judgement.Scenes.notGranted;
import static io.outcrop.access.judgement.Scenes.poet;
import static io.outcrop.access.judgement.Scenes.slugs;
import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Finding;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said where nothing was seen, where nobody can tell, and where AWS has to help.
final class VerdictJudgedTest {
  @Test
  void outOfReachIsUnknownAndNoFinding() {
    var examination = judge(notGranted().unreachable());

    assertThat(examination.findings()).isEmpty();
    assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
    assertThat(examination.stages())
        .filteredOn(stage -> stage.name().equals("reach"))
        .singleElement()
        .extracting(stage -> stage.outcome().id())
        .isEqualTo("unreachable");
  }

  @Test
  void ofAnotherVendorsModelItIsNotSaidThatThereIsNone() {
    var nova = judge(new Scene().model("us.amazon.nova-2-lite-v1:0").policiesUnseen());
    var typo = judge(new Scene().model("us.anthropic.claude-nova-2").policiesUnseen());

    assertThat(words(nova)).contains("a model of another vendor").doesNotContain("no model");
    assertThat(words(typo)).contains("is no model id");
  }

  @Test
  void whatAnotherVendorsProfileNeedsIsNotGuessed() {
    var profile = judge(notGranted().model("us.amazon.nova-2-lite-v1:0").answered());
    var model = judge(notGranted().model("amazon.nova-2-lite-v1:0").probing(Probing.NONE));

    assertThat(profile.findings()).isEmpty();
    assertThat(slugs(model)).containsExactly("iam-no-identity-policy-allow");
  }

  private static String words(Examination examination) {
    var stage = examination.stages().stream().filter(one -> one.name().equals("model")).findFirst();
    return stage.orElseThrow().why() + examination.notes();
  }

  @Test
  void theFormIsAPersonsToFill() {
    var examination =
        judge(
            granted()
                .formMissing()
                .both(
                    404,
                    "ResourceNotFoundException",
                    "Model use case details have not been submitted for this account. Fill out the"
                        + " Anthropic use case details form before using the model. If you have"
                        + " already filled out the form, try again in 15 minutes."));

    assertThat(slugs(examination)).containsExactly("anthropic-use-case-form");
    assertThat(examination.root().orElseThrow().cures().getFirst().applicability())
        .isEqualTo(Applicability.NEEDS_VALUES);
  }

  @Test
  void withoutACallTheVerdictRestsOnPrediction() {
    var broken = judge(notGranted().probing(Probing.NONE));
    var healthy = judge(granted().probing(Probing.NONE));
    var unseen = judge(granted().policiesUnseen().probing(Probing.NONE));

    assertThat(slugs(broken))
        .containsExactly("iam-no-identity-policy-allow", "on-demand-not-supported");
    assertThat(broken.root()).get().extracting(Finding::confidence).isEqualTo(Confidence.LIKELY);
    assertThat(healthy.status()).isEqualTo(Status.HEALTHY);
    assertThat(unseen.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void noRegionIsAFinding() {
    assertThat(slugs(judge(new Scene().region("")))).containsExactly("no-region");
  }

  @Test
  void everyFindingRestsOnSomething() {
    for (var scene : List.of(notGranted(), poet(), explicitlyDenied(), new Scene().nobody())) {
      assertThat(judge(scene).findings())
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty())
          .allSatisfy(finding -> assertThat(finding.cures()).isNotEmpty());
    }
  }

  private static final String MYSTERY = "Operation is not possible for reasons unknown to mankind";

  @Test
  void everythingIsGreenAndYetItIsDenied() {
    var examination = judge(granted().both(403, "AccessDeniedException", MYSTERY));

    assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
    assertThat(examination.support())
        .singleElement()
        .satisfies(support -> {
          assertThat(support.allGreen()).isTrue();
          assertThat(support.text())
              .contains(
                  "account      111122223333\n",
                  "region       us-east-1\n",
                  "model        us.anthropic.claude-3-5-sonnet-20241022-v2:0\n",
                  "request id   r-1\n",
                  MYSTERY,
                  "- permissions (succeeded)",
                  "agreement AVAILABLE");
        });
  }

  @Test
  void whatAdministratorsCanMendIsNothingForAws() {
    assertThat(judge(notGranted()).support()).isEmpty();
    assertThat(judge(granted()).support()).isEmpty();
    assertThat(judge(granted().formMissing().both(403, "AccessDeniedException", MYSTERY)).support())
        .isEmpty();
  }

  @Test
  void whatAwsHasToLiftIsWrittenToAws() {
    var examination = judge(granted().both(400, "ValidationException", "Operation not allowed"));

    assertThat(slugs(examination)).first().isEqualTo("account-operation-not-allowed");
    assertThat(examination.support()).hasSize(1);
  }

  @Test
  void aDenialThatNoReadPolicyExplainsSaysWhatFits() {
    var arn = "arn:aws:bedrock:us-east-1::foundation-model/" + SONNET_V2;
    var scp =
        judge(
            granted()
                .both(
                    403,
                    "AccessDeniedException",
                    denied(arn, "with an explicit deny in a service control policy")));
    var session =
        judge(
            granted()
                .both(
                    403,
                    "AccessDeniedException",
                    denied(
                        arn, "because no session policy allows the bedrock:InvokeModel action")));

    assertThat(scp.findings().getFirst().evidence())
        .anyMatch(
            one -> one.kind().equals("differs") && one.text().contains("an SCP above the account"));
    assertThat(session.findings().getFirst().evidence())
        .anyMatch(one -> one.text().contains("whoever began this session passed to it"));
  }

  @Test
  void whatAwsWeighedStandsBesideTheRoot() {
    var reference =
        " Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1"
            + "#/authorization-details/example1a2b3c4d5e for complete details, or call the"
            + " GetRequestAuthorizationDetails API with the following authorization id:"
            + " example1a2b3c4d5e";
    var arn = "arn:aws:bedrock:us-east-1::foundation-model/" + SONNET_V2;
    var words = denied(arn, "with an explicit deny in a service control policy") + "." + reference;
    var examination = judge(granted().both(403, "AccessDeniedException", words).weighedByScp(arn));

    assertThat(slugs(examination)).first().isEqualTo("scp-explicit-deny");
    assertThat(examination.findings().getFirst().evidence())
        .anyMatch(one ->
            one.text()
                .equals(
                    "AWS weighed `bedrock:InvokeModel` on `"
                        + arn
                        + "`: denied by statement"
                        + " `NoClaude DENY` of service control policy `p-example`, attached to"
                        + " `arn:aws:organizations::111122223333:ou/o-example/ou-example`"));
    assertThat(examination.notes())
        .anyMatch(note -> note.endsWith("#/authorization-details/example1a2b3c4d5e"));
  }

  @Test
  void onlyTheStagesThatWereAskedForDecide() {
    var partial = judge(granted().only("identity", "permissions"));

    assertThat(partial.status()).isEqualTo(Status.HEALTHY);
    assertThat(partial.notes()).contains("only identity, permissions was looked at");
    assertThat(judge(granted().policiesUnseen().only("permissions")).status())
        .isEqualTo(Status.UNKNOWN);
  }
}
