package io.outcrop.access.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangeNeedsTest {
  private static final String USER = "arn:aws:iam::111122223333:user/teams/application";
  private static final String POLICY = "arn:aws:iam::111122223333:policy/Models";
  private static final Json.Obj DOCUMENT = Json.object().with("Statement", Json.array(List.of()));
  private static final PolicyOwner APPLICATION =
      new PolicyOwner(PolicyOwner.Kind.USER, "application");
  private static final PolicyOwner GROUP = new PolicyOwner(PolicyOwner.Kind.GROUP, "developers");

  private final ChangeNeeds needs =
      new ChangeNeeds(
          "aws",
          "111122223333",
          "eu-west-1",
          owner -> owner.equals(APPLICATION) ? Optional.of(USER) : Optional.empty());

  static List<Arguments> changes() {
    return List.of(
        change(
            new Change.PutInlinePolicy(APPLICATION, "a", List.of(), DOCUMENT),
            List.of("iam:PutUserPolicy " + USER),
            List.of("iam:DeleteUserPolicy " + USER)),
        change(
            new Change.PutInlinePolicy(APPLICATION, "a", List.of(DOCUMENT), DOCUMENT),
            List.of("iam:PutUserPolicy " + USER),
            List.of("iam:PutUserPolicy " + USER)),
        change(
            new Change.DeleteInlinePolicy(APPLICATION, "a", DOCUMENT),
            List.of("iam:DeleteUserPolicy " + USER),
            List.of("iam:PutUserPolicy " + USER)),
        change(
            new Change.ReplaceManagedPolicy(POLICY, DOCUMENT, DOCUMENT),
            List.of("iam:CreatePolicyVersion " + POLICY),
            List.of("iam:SetDefaultPolicyVersion " + POLICY)),
        change(
            new Change.CreatePolicy(POLICY, "Models", DOCUMENT),
            List.of("iam:CreatePolicy " + POLICY),
            List.of("iam:DeletePolicy " + POLICY)),
        change(
            new Change.AttachPolicy(APPLICATION, POLICY),
            List.of("iam:AttachUserPolicy " + USER),
            List.of("iam:DetachUserPolicy " + USER)),
        change(
            new Change.DetachPolicy(APPLICATION, POLICY),
            List.of("iam:DetachUserPolicy " + USER),
            List.of("iam:AttachUserPolicy " + USER)),
        change(
            new Change.ActivateAccessKey("application", "AKIA…MPLE"),
            List.of("iam:UpdateAccessKey " + USER),
            List.of("iam:UpdateAccessKey " + USER)),
        change(
            new Change.SignAgreement("anthropic.claude-sonnet-5-5"),
            List.of(
                "bedrock:CreateFoundationModelAgreement *",
                "aws-marketplace:ViewSubscriptions *",
                "aws-marketplace:Subscribe *"),
            List.of("bedrock:DeleteFoundationModelAgreement *", "aws-marketplace:Unsubscribe *")),
        change(
            new Change.EnableRegion("ap-east-1"),
            List.of("account:EnableRegion arn:aws:account::111122223333:account"),
            List.of("account:DisableRegion arn:aws:account::111122223333:account")),
        change(
            new Change.SetDataRetention("eu-west-1", "none", "default"),
            List.of("bedrock:PutAccountDataRetention *"),
            List.of("bedrock:PutAccountDataRetention *")),
        change(
            new Change.SubmitUseCaseForm(DOCUMENT),
            List.of("bedrock:PutUseCaseForModelAccess *"),
            List.of()),
        change(
            new Change.RequestQuota("L-1234", "tokens", "0", "10"),
            List.of(
                "servicequotas:RequestServiceQuotaIncrease"
                    + " arn:aws:servicequotas:eu-west-1:111122223333:bedrock/L-1234"),
            List.of()),
        change(
            new Change.SetEnvVariable(Path.of(".env"), "AWS_REGION", "", "eu-west-1"),
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void eachChangeAsksForItsCallAndForTheOneThatTakesItBack(
      Change change, List<String> toMake, List<String> toTakeBack) {
    assertThat(words(needs.toMake(change))).isEqualTo(toMake);
    assertThat(words(needs.toTakeBack(change))).isEqualTo(toTakeBack);
  }

  @Test
  void whoseArnIsNotKnownIsNotGuessed() {
    var change = new Change.AttachPolicy(GROUP, POLICY);

    assertThat(needs.toMake(change)).isEmpty();
    assertThat(needs.toTakeBack(change)).isEmpty();
  }

  @Test
  void aPolicyIsNamedToWhoeverAttachesIt() {
    assertThat(needs.toMake(new Change.AttachPolicy(APPLICATION, POLICY)))
        .singleElement()
        .satisfies(need -> assertThat(need.value("iam:PolicyARN")).contains(POLICY));
  }

  private static Arguments change(Change change, List<String> toMake, List<String> toTakeBack) {
    return Arguments.of(change, toMake, toTakeBack);
  }

  private static List<String> words(List<RequiredAuthorization> needs) {
    return needs.stream().map(need -> need.action() + " " + need.resource()).toList();
  }
}
