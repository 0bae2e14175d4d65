package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.Plan;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan says beforehand what AWS would say to whoever makes a change or takes it back.
@Execution(ExecutionMode.CONCURRENT)
final class ForesightTest {
  private static final String UNSIGNED =
      """
      accounts:
        "111122223333":
          bedrock: {agreements: null}
          users:
            application:
              inline:
                NoBuying:
                  Version: "2012-10-17"
                  Statement: [{Effect: Deny, Action: "aws-marketplace:*", Resource: "*"}]
            admin:
              inline: %s
      """;
  private static final String UNGRANTED =
      """
      accounts:
        "111122223333":
          users:
            application: {inline: null}
            admin:
              inline: %s
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bedrock:DeleteFoundationModelAgreement", "aws-marketplace:Unsubscribe"})
  void whoCouldNotGiveUpAnAgreementIsToldBeforeItIsMade(String action) {
    try (var world = world(UNSIGNED, denying(action))) {
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var plan = Mending.plan(world, fixer);

      assertThat(plan.steps())
          .filteredOn(step -> step.change() instanceof Change.SignAgreement)
          .singleElement()
          .satisfies(step ->
              assertThat(step.effect())
                  .contains(
                      "profile `admin` could not take it back",
                      "`" + action + "` on `*` is denied by statement `No`",
                      "identity-based policy `Limits` of user admin"));

      fixer.apply(plan, world.request());
      assertThat(Mending.states(fixer.undo(plan.id(), world.request()).steps()))
          .contains(State.FAILED);
    }
  }

  /// A member account may not read the SCPs that hold for it.
  @Test
  void whereTheOrganizationCannotBeReadTheDoubtIsSaid() {
    var member =
        """
        formatVersion: 1
        name: member
        summary: A member account that has not signed an agreement
        extends: member-application
        accounts:
          "444455556666":
            bedrock: {agreements: null}
            users:
              application:
                inline:
                  NoBuying:
                    Version: "2012-10-17"
                    Statement: [{Effect: Deny, Action: "aws-marketplace:*", Resource: "*"}]
        """;
    try (var world = InWorld.written(folder.resolve("world"), member)) {
      var plan = Mending.plan(world, InWorld.fixer(folder.resolve("journals")));

      assertThat(plan.steps())
          .filteredOn(step -> step.change() instanceof Change.SignAgreement)
          .singleElement()
          .satisfies(step ->
              assertThat(step.effect()).contains("could take it back is not certain: ", "SCP"));
    }
  }

  @Test
  void whatMayBeTakenBackIsPlannedWithoutAWord() {
    assertThat(plan(UNGRANTED, "null").steps())
        .singleElement()
        .satisfies(step -> assertThat(step.effect()).doesNotContain("take it back"));
  }

  @Test
  void aStepThatIsDeniedToWhoeverActsIsForSomebodyElse() {
    var plan = plan(UNGRANTED, denying("iam:PutUserPolicy"));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .singleElement()
        .satisfies(cure -> {
          assertThat(cure.title()).contains("profile `admin` may not");
          assertThat(cure.effect())
              .contains(
                  "`iam:PutUserPolicy` on `arn:aws:iam::111122223333:user/application`",
                  "is denied by statement `No`");
          assertThat(cure.commands().getFirst()).startsWith("aws iam put-user-policy");
        });
  }

  /// A group's name alone does not say its ARN, which has a path.
  @Test
  void whatIsDeniedOfAGroupIsForeseenToo() {
    var deniedToAll =
        """
        accounts:
          "111122223333":
            groups:
              developers:
                path: /teams/
                inline:
                  NoModels:
                    Version: "2012-10-17"
                    Statement: [{Effect: Deny, Action: "bedrock:InvokeModel*", Resource: "*"}]
            users:
              application: {groups: [developers]}
              admin:
                inline: %s
        """;
    var plan = plan(deniedToAll, denying("iam:PutGroupPolicy"));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .extracting(Cure::effect)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("on `arn:aws:iam::111122223333:group/teams/developers`");
  }

  /// The user's inline policies are full, so that the grant is a managed policy of its own.
  @ParameterizedTest
  @ValueSource(strings = {"iam:CreatePolicy", "iam:AttachUserPolicy"})
  void aPolicyThatCannotBeAttachedIsNotMade(String action) {
    var full =
        """
        accounts:
          "111122223333":
            users:
              application:
                inline:
                  InvokeClaude: null
                  Full:
                    Version: "2012-10-17"
                    Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::FILLED"}]
              admin:
                inline: %s
        """
            .replace("FILLED", "a".repeat(1_900));
    var plan = plan(full, denying(action));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .extracting(Cure::effect)
        .satisfiesExactlyInAnyOrder(
            why -> assertThat(why).contains("`" + action + "` on").doesNotContain("goes with"),
            why -> assertThat(why).contains("it goes with another step: `" + action + "` on"));
  }

  /// A name is taken, by a policy that says something else; a policy has all versions that it may.
  @Test
  void whatNobodyCanMakeIsNotPlanned() {
    var taken =
        """
        accounts:
          "111122223333":
            policies:
              OutcropBedrockAccess-application:
                document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:ListBucket", Resource: "*"}]}
            users:
              application:
                inline:
                  InvokeClaude: null
                  Full:
                    Version: "2012-10-17"
                    Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::FILLED"}]
              admin:
                inline: %s
        """
            .replace("FILLED", "a".repeat(1_900));
    var plan = plan(taken, "null");

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .extracting(Cure::effect)
        .satisfiesExactlyInAnyOrder(
            why -> assertThat(why).startsWith("another policy has this name"),
            why -> assertThat(why).startsWith("it goes with another step: another policy"));
  }

  @Test
  void aPolicyWithAllVersionsThatItMayHaveIsNotPlannedToGetOneMore() {
    var versions =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i ->
                "{id: v%d, document: {Version: '2012-10-17', Statement: [%s]}}"
                    .formatted(
                        i,
                        "{Sid: D"
                            + i
                            + ", Effect: Deny, Action: bedrock:InvokeModel, Resource: '*'}"))
            .collect(Collectors.joining(", "));
    var full =
        """
        accounts:
          "111122223333":
            policies:
              Guard: {defaultVersion: v5, versions: [VERSIONS]}
            users:
              application:
                managed: [arn:aws:iam::111122223333:policy/Guard]
              admin:
                inline: %s
        """
            .replace("VERSIONS", versions);
    var plan = plan(full, "null");

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .singleElement()
        .satisfies(cure -> assertThat(cure.effect()).contains("already has 5 versions"));
  }

  /// Who else has a boundary for its rights is not known: then widening it may grant.
  @Test
  void aBoundaryWhoseHoldersCannotBeReadIsNotWidenedWithoutAsking() {
    var bounded =
        """
        accounts:
          "111122223333":
            policies:
              Bound:
                document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}
            users:
              application: {boundary: "arn:aws:iam::111122223333:policy/Bound"}
              admin:
                inline: %s
        """;

    var plan = plan(bounded, denying("iam:ListEntitiesForPolicy"));
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .singleElement()
        .satisfies(cure -> assertThat(cure.effect()).contains("could not be read"));
  }

  /// Where the region of a call to IAM lies, and whose boundary is on what is changed, is not
  /// known.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "StringNotEquals: {aws:RequestedRegion: eu-west-1}",
        "StringNotLike: {iam:PermissionsBoundary: '*'}",
        "StringEquals: {aws:ResourceTag/team: platform}"
      })
  void whatIsNotCertainIsNotSaid(String condition) {
    var limited = denying("iam:PutUserPolicy").replace("}]", ", Condition: {" + condition + "}}]");

    assertThat(plan(UNGRANTED, limited).steps())
        .singleElement()
        .satisfies(step -> assertThat(step.effect()).doesNotContain("take it back"));
  }

  private static String denying(String action) {
    return """
    {Limits: {Version: "2012-10-17", Statement: [{Sid: No, Effect: Deny, Action: "%s", \
    Resource: "*"}]}}\
    """
        .formatted(action);
  }

  private Plan plan(String accounts, String limits) {
    try (var world = world(accounts, limits)) {
      return Mending.plan(world, InWorld.fixer(folder.resolve("journals")));
    }
  }

  private InWorld world(String accounts, String limits) {
    var head =
        """
        formatVersion: 1
        name: limited
        summary: Whoever administers the account may not do everything
        extends: application
        """;
    return InWorld.written(folder.resolve("world"), head + accounts.formatted(limits));
  }
}
