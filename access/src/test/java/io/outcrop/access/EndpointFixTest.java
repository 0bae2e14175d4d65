package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.VpcEndpoints;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The policy of a VPC endpoint is changed where it is the account's own, and printed where it is
/// somebody else's.
@Execution(ExecutionMode.CONCURRENT)
final class EndpointFixTest {
  private static final String ENDPOINT = "vpce-1a2b3c4d5e6fEXAMPLE";
  private static final Json.Obj THEIRS =
      Json.object()
          .with("Sid", Json.of("Theirs"))
          .with("Effect", Json.of("Deny"))
          .with("Principal", Json.of("*"))
          .with("Action", Json.of("bedrock:CountTokens"))
          .with("Resource", Json.of("*"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vpce-policy-no-allow", "vpce-policy-explicit-deny"})
  void onlyTheCallersCallIsLetThroughAndUndoRestoresThePolicy(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var before = Snapshot.of(world);
      var plan = Mending.plan(world, fixer);
      assertThat(plan.steps()).hasSize(1);
      assertThat(plan.steps().getFirst().binding().facts()).containsKey("document");

      var outcome = fixer.apply(plan, world.request());

      assertThat(outcome.after().status())
          .as(Mending.causes(outcome.after()).toString())
          .isEqualTo(Examination.Status.HEALTHY);
      assertThat(outcome.proof().calls()).isPositive();
      assertThat(Snapshot.of(world)).isNotEqualTo(before);
      assertThat(fixer.undo(plan.id(), world.request()).steps())
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.UNDONE));
      assertThat(Snapshot.of(world)).isEqualTo(before);
    }
  }

  @Test
  void whatIsLetThroughIsPinnedToTheCaller() {
    try (var world = InWorld.create(folder.resolve("world"), "vpce-policy-no-allow")) {
      var plan = Mending.plan(world, InWorld.fixer(folder.resolve("journals")));
      var change = (Change.ReplaceEndpointPolicy) plan.steps().getFirst().change();
      var added = new ArrayList<>(change.after().list("Statement"));
      added.removeAll(change.before().list("Statement"));
      assertThat(added)
          .isNotEmpty()
          .allSatisfy(statement ->
              assertThat(((Json.Obj) statement).object("Condition").orElseThrow())
                  .isEqualTo(
                      Json.object()
                          .with(
                              "ArnEquals",
                              Json.object()
                                  .with(
                                      "aws:PrincipalArn",
                                      Json.of("arn:aws:iam::111122223333:user/application")))));
    }
  }

  @Test
  void whoeverMayNotChangeItIsToldSoBeforeAnythingIsTried() {
    try (var world = InWorld.create(folder.resolve("world"), "vpce-policy-locked")) {
      var plan = Mending.plan(world, InWorld.fixer(folder.resolve("journals")));

      assertThat(plan.steps()).isEmpty();
      assertThat(plan.forOthers())
          .singleElement()
          .satisfies(cure -> {
            assertThat(cure.title()).contains("profile `admin` may not");
            assertThat(cure.effect())
                .contains("explicit deny in an identity-based policy")
                .doesNotContain("Encoded");
            assertThat(cure.commands().getFirst()).startsWith("aws ec2 modify-vpc-endpoint");
          });
    }
  }

  @Test
  void whatAStackOwnsIsChangedInItsSource() {
    var plan = planOf("tags: {\"aws:cloudformation:stack-name\": network}");

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.elsewhere())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.owner()).contains("stack `network`");
          assertThat(one.source()).contains("policy document of VPC endpoint", "InvokeModel");
        });
  }

  @Test
  void anEndpointOfAnotherAccountIsNotChanged() {
    var plan = planOf("account: \"444455556666\"");

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.forOthers())
        .allSatisfy(cure -> assertThat(cure.applicability()).isNotEqualTo(Applicability.AUTOMATIC));
  }

  @Test
  void undoKeepsWhatOthersAddedSince() {
    try (var world = InWorld.create(folder.resolve("world"), "vpce-policy-explicit-deny")) {
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var before = new ArrayList<Json>();
      asAdmin(world, endpoints -> before.addAll(statements(endpoints)));
      var outcome = Mending.fix(world, fixer);
      asAdmin(
          world,
          endpoints -> {
            var now = policy(endpoints);
            var statements = new ArrayList<>(now.list("Statement"));
            statements.add(THEIRS);
            endpoints.setPolicy(ENDPOINT, now.with("Statement", Json.array(statements)));
          });

      assertThat(fixer.undo(outcome.planId(), world.request()).steps())
          .allSatisfy(
              step -> assertThat(step.state()).as(step.why()).isEqualTo(FixOutcome.State.UNDONE));

      before.add(THEIRS);
      asAdmin(
          world,
          endpoints ->
              assertThat(statements(endpoints)).containsExactlyInAnyOrderElementsOf(before));
    }
  }

  @Test
  void whatSomebodyElseChangedSinceThePlanIsNotWrittenOver() {
    try (var world = InWorld.create(folder.resolve("world"), "vpce-policy-no-allow")) {
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var plan = Mending.plan(world, fixer);
      asAdmin(
          world,
          endpoints ->
              endpoints.setPolicy(
                  ENDPOINT, policy(endpoints).with("Statement", Json.array(List.of(THEIRS)))));
      var before = Snapshot.of(world);

      var outcome = fixer.apply(plan, world.request());

      assertThat(outcome.steps().getFirst().state()).isEqualTo(FixOutcome.State.FAILED);
      assertThat(outcome.steps().getFirst().why())
          .contains("the policy of VPC endpoint `" + ENDPOINT + "`", "changed by somebody else");
      assertThat(Snapshot.of(world)).isEqualTo(before);
    }
  }

  private Plan planOf(String more) {
    var yaml =
        """
        formatVersion: 1
        name: endpoint
        summary: An endpoint that somebody else owns
        extends: vpce-policy-no-allow
        accounts:
          "444455556666": {name: Networks}
        endpointPolicies:
          - service: bedrock-runtime
            endpointId: %s
            %s
            document:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: "*", Action: "bedrock:InvokeModel*", Resource: "arn:aws:bedrock:*::foundation-model/amazon.*"}
        """
            .formatted(ENDPOINT, more);
    try (var world = InWorld.written(folder.resolve("world"), yaml)) {
      return Mending.plan(world, InWorld.fixer(folder.resolve("journals")));
    }
  }

  private static List<Json> statements(VpcEndpoints endpoints) {
    return policy(endpoints).list("Statement");
  }

  private static Json.Obj policy(VpcEndpoints endpoints) {
    return switch (endpoints.withId(ENDPOINT)) {
      case Answer.Succeeded<List<VpcEndpoints.Endpoint>>(var found, var _) ->
          found.getFirst().policy().getFirst();
      case Answer<List<VpcEndpoints.Endpoint>> other -> throw new AssertionError(other.toString());
    };
  }

  private static void asAdmin(InWorld world, Consumer<VpcEndpoints> work) {
    var request = world.request();
    try (var account =
        AwsAccount.open(
            new Connection(
                request.client(),
                new Credentials.Profile("admin"),
                "us-east-1",
                request.endpoint(),
                Duration.ofSeconds(10)))) {
      work.accept(account.vpcEndpoints());
    }
  }
}
