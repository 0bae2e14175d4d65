package io.outcrop.access.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Finding;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.models.ModelCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The judgement as a pure function of observations that were written by hand.
final class JudgeTest {
  private static final Judge JUDGE = new Judge(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  private static final String SONNET_V2 = "anthropic.claude-3-5-sonnet-20241022-v2:0";
  private static final String SONNET = "anthropic.claude-3-5-sonnet-20240620-v1:0";
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  private static final String ALL_OF_BEDROCK =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Claude","Effect":"Allow","Action":"bedrock:Invoke*","Resource":"*"}]}\
      """;
  private static final String PLAIN_ONLY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Poems","Effect":"Allow","Action":"bedrock:InvokeModel",
         "Resource":"arn:aws:bedrock:*::foundation-model/*"}]}\
      """;
  private static final String DENY_ALL =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"NoBedrock","Effect":"Deny","Action":"bedrock:*","Resource":"*"}]}\
      """;

  private static Examination judge(Scene scene) {
    return JUDGE.judge(scene.seen());
  }

  private static List<String> slugs(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  private static String denied(String resource, String why) {
    return "User: arn:aws:iam::111122223333:user/dev is not authorized to perform:"
        + " bedrock:InvokeModel on resource: "
        + resource
        + " "
        + why;
  }

  private static String noAllow(String resource) {
    return denied(
        resource, "because no identity-based policy allows the bedrock:InvokeModel action");
  }

  private static Scene granted() {
    return new Scene().identityPolicy("claude", ALL_OF_BEDROCK);
  }

  private static Scene notGranted() {
    return new Scene()
        .model(SONNET_V2)
        .both(
            403,
            "AccessDeniedException",
            noAllow("arn:aws:bedrock:us-east-1::foundation-model/" + SONNET_V2));
  }

  @Test
  void aCallThatIsLetThroughIsHealthy() {
    var examination = judge(granted());

    assertThat(examination.findings()).isEmpty();
    assertThat(examination.status()).isEqualTo(Status.HEALTHY);
    assertThat(examination.stages()).hasSize(8);
  }

  @Test
  void nothingAllowsAndThenAProfileIsNeeded() {
    var examination = judge(notGranted());

    assertThat(slugs(examination))
        .containsExactly("iam-no-identity-policy-allow", "on-demand-not-supported");
    assertThat(examination.root())
        .get()
        .extracting(Finding::confidence)
        .isEqualTo(Confidence.CERTAIN);
    assertThat(examination.status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void theGrantIsForTheProfileThatTheModelNeeds() {
    var examination = judge(notGranted());

    var cure = examination.findings().get(0).cures().getFirst();
    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes()).singleElement().isInstanceOf(Change.PutInlinePolicy.class);
    assertThat(((Change.PutInlinePolicy) cure.changes().getFirst()).after().toString())
        .contains(":inference-profile/us." + SONNET_V2, "bedrock:InvokeModelWithResponseStream");
    var mended = examination.findings().get(1).cures().getFirst();
    assertThat(mended.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.SetEnvVariable.class,
            change -> assertThat(change.after()).isEqualTo("us." + SONNET_V2));
  }

  @Test
  void anIdFromTheCommandLineIsSaidAndNotMended() {
    var cure = judge(notGranted().origin("--model")).findings().get(1).cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.NEEDS_VALUES);
    assertThat(cure.changes()).isEmpty();
    assertThat(cure.title()).contains("us." + SONNET_V2);
  }

  @Test
  void nobodySignsAndTheIdIsWrong() {
    var examination =
        judge(new Scene().model("anthropic.claude-sonnet-4-5-v1:0").nobody("voice-assistant"));

    assertThat(slugs(examination)).containsExactly("no-credentials", "invalid-model-id-suffix");
    assertThat(examination.root())
        .get()
        .extracting(Finding::confidence)
        .isEqualTo(Confidence.CERTAIN);
    assertThat(examination.findings())
        .extracting(finding -> finding.cures().getFirst().applicability())
        .containsOnly(Applicability.AUTOMATIC);
    assertThat(examination.findings().getFirst().cures().getFirst().changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.SetEnvVariable.class,
            change -> assertThat(change.after()).isEqualTo("voice-assistant"));
  }

  @Test
  void twoProfilesAreAPersonsChoice() {
    var cure = judge(new Scene().nobody("one", "two")).findings().getFirst().cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.NEEDS_VALUES);
    assertThat(cure.changes()).isEmpty();
  }

  private static Scene poet() {
    return new Scene()
        .model(HAIKU)
        .role("poet")
        .at("2025-11-05T00:00:00Z")
        .agreement("NOT_AVAILABLE")
        .identityPolicy("poems", PLAIN_ONLY)
        .plain(
            403,
            "AccessDeniedException",
            "Model access is denied due to IAM user or service role is not authorized to perform"
                + " the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions,"
                + " aws-marketplace:Subscribe) to enable access to this model.")
        .streaming(
            403,
            "AccessDeniedException",
            "User: arn:aws:sts::111122223333:assumed-role/poet/session is not authorized to"
                + " perform: bedrock:InvokeModelWithResponseStream on resource:"
                + " arn:aws:bedrock:us-east-1::foundation-model/"
                + HAIKU
                + " because no identity-based policy allows the"
                + " bedrock:InvokeModelWithResponseStream action");
  }

  @Test
  void theMarketplaceAnswersFirstAndStreamingIsDeniedNext() {
    var examination = judge(poet());

    assertThat(slugs(examination))
        .containsExactly("marketplace-permissions", "iam-missing-stream-action");
    assertThat(examination.findings())
        .extracting(Finding::confidence)
        .containsOnly(Confidence.CERTAIN);
  }

  @Test
  void oneGrantHoldsWhatSeveralFindingsNeed() {
    var changes =
        judge(poet()).findings().stream()
            .map(finding -> finding.cures().getFirst().changes())
            .distinct()
            .toList();

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().getFirst().toString())
        .contains("aws-marketplace:Subscribe", "bedrock:InvokeModelWithResponseStream")
        .doesNotContain("\"bedrock:InvokeModel\"");
  }

  @Test
  void anInactiveKeyIsCertain() {
    var examination =
        judge(
            granted()
                .keyIs("Inactive")
                .both(
                    403,
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));

    assertThat(slugs(examination)).containsExactly("credentials-invalid");
    assertThat(examination.root().orElseThrow().sentence()).contains("is inactive");
    assertThat(examination.root().orElseThrow().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(examination.root().orElseThrow().cures().getFirst().changes())
        .singleElement()
        .isInstanceOf(Change.ActivateAccessKey.class);
  }

  @Test
  void aTemporaryKeyWithoutTokenIsThatAndNotAnInvalidOne() {
    var examination =
        judge(
            granted()
                .temporaryKeyWithoutToken()
                .both(
                    403,
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid."));

    assertThat(slugs(examination)).first().isEqualTo("missing-session-token");
  }

  private static Scene explicitlyDenied() {
    return new Scene()
        .model(SONNET)
        .identityPolicy("guardrails", DENY_ALL)
        .both(
            403,
            "AccessDeniedException",
            denied(
                "arn:aws:bedrock:us-east-1::foundation-model/" + SONNET,
                "with an explicit deny in an identity-based policy"));
  }

  @Test
  void behindADenyTheAllowIsMissingToo() {
    assertThat(slugs(judge(explicitlyDenied())))
        .containsExactly("identity-explicit-deny", "iam-no-identity-policy-allow");
  }

  @Test
  void aDenyIsNarrowedAndNotRemoved() {
    var cure = judge(explicitlyDenied()).findings().getFirst().cures().getFirst();

    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.PutInlinePolicy.class,
            change -> {
              assertThat(change.name()).isEqualTo("guardrails");
              assertThat(change.after().toString()).contains("NotResource", SONNET);
            });
  }

  @Test
  void todayTheLifeOfTheModelIsOverBesides() {
    var examination = judge(explicitlyDenied().at("2026-11-20T00:00:00Z"));

    assertThat(slugs(examination))
        .containsExactly(
            "identity-explicit-deny", "iam-no-identity-policy-allow", "model-end-of-life");
    assertThat(examination.findings().getLast().cures().getFirst().applicability())
        .isEqualTo(Applicability.NEEDS_VALUES);
  }

  @Test
  void aModelAtItsEndIsReplacedByOneThatLives() {
    var examination =
        judge(
            new Scene()
                .model(SONNET)
                .at("2026-11-20T00:00:00Z")
                .identityPolicy("claude", PLAIN_ONLY.replace("InvokeModel", "InvokeModel*"))
                .both(
                    404,
                    "ResourceNotFoundException",
                    "This model version has reached the end of its life. Please refer to the AWS"
                        + " documentation for more details."));

    assertThat(slugs(examination)).containsExactly("model-end-of-life");
    var cure = examination.root().orElseThrow().cures().getFirst();
    assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
    assertThat(cure.changes()).hasAtLeastOneElementOfType(Change.SetEnvVariable.class);
    assertThat(cure.changes()).hasAtLeastOneElementOfType(Change.PutInlinePolicy.class);
  }

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
