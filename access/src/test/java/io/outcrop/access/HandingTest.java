package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Scope;
import io.outcrop.cloud.client.Setting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether whoever deploys may hand the role on stands beside the call, and never before it.
final class HandingTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/application";

  @TempDir Path folder;

  /// A deployer who may look at everything, and do what `statement` says.
  private static String deployed(String base, String statement) {
    return """
    formatVersion: 1
    name: deployed
    summary: A function's role, and somebody who deploys
    extends: %s
    accounts:
      "111122223333":
        users:
          deployer:
            managed:
              - arn:aws:iam::aws:policy/IAMReadOnlyAccess
              - arn:aws:iam::aws:policy/AmazonBedrockReadOnly
            inline:
              Deploy:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Action: "lambda:*", Resource: "*"}
    %s
            accessKeys:
              AKIAEXAMPLEDEPLOYER0: {status: Active}
        roles:
          application:
            trust:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {Service: lambda.amazonaws.com}
                  Action: sts:AssumeRole
    client:
      files:
        .aws/credentials: |
          [admin]
          aws_access_key_id = AKIAEXAMPLEDEPLOYER0
          aws_secret_access_key = ${secret:AKIAEXAMPLEDEPLOYER0}
    """
        .formatted(base, statement.isEmpty() ? "" : " ".repeat(14) + "- " + statement);
  }

  private InWorld world(String base, String statement) {
    return InWorld.written(folder.resolve("world"), deployed(base, statement));
  }

  private static ExaminationRequest through(InWorld world, Scope scope) {
    var request = world.request();
    return request
        .of(request.model(), new Setting("AWS_REGION", "us-east-1", "test"))
        .within(scope);
  }

  private static List<String> beside(Examination examination) {
    return examination.beside().stream().map(one -> one.cause().slug()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|iam-passrole-denied",
        "{Effect: Allow, Action: iam:PassRole, Resource: '" + ROLE + "'}|",
        "{Effect: Allow, Action: iam:PassRole, Resource: '*', Condition: {StringEquals:"
            + " {iam:PassedToService: lambda.amazonaws.com}}}|",
        "{Effect: Allow, Action: iam:PassRole, Resource: '*', Condition: {StringEquals:"
            + " {iam:PassedToService: ec2.amazonaws.com}}}|iam-passrole-denied",
        "{Effect: Allow, Action: iam:PassRole, Resource:"
            + " 'arn:aws:iam::111122223333:role/other'}|iam-passrole-denied",
      })
  void aFunctionsRoleIsHandedToLambda(String statement, String found) {
    try (var living = world("function-without-stream", statement)) {
      for (var scope : List.of(Scope.ALL.through("writer"), new Scope(List.of(), ROLE, true))) {
        var examination = InWorld.doctor().examine(through(living, scope));

        assertThat(beside(examination)).isEqualTo(found == null ? List.of() : List.of(found));
        assertThat(Mending.causes(examination)).containsExactly("iam-missing-stream-action");
      }
    }
  }

  @Test
  void itSaysWhoAndWhatAndHowToMendIt() {
    try (var living = world("function-without-stream", "")) {
      var examination = InWorld.doctor().examine(through(living, Scope.ALL.through("writer")));

      assertThat(examination.beside())
          .singleElement()
          .extracting(Finding::sentence)
          .isEqualTo(
              "whoever deploys may not hand the role to `lambda.amazonaws.com`: no identity-based"
                  + " policy of user `deployer` allows `iam:PassRole` on `"
                  + ROLE
                  + "`");
      assertThat(examination.beside().getFirst().cures().getFirst().commands().toString())
          .contains("put-user-policy", "deployer", "iam:PassedToService", "lambda.amazonaws.com");
    }
  }

  /// The verdict is about the call.
  @Test
  void aCallThatGoesThroughIsHealthyAllTheSame() {
    try (var living = world("role-application", "")) {
      var scope = new Scope(List.of(), ROLE, true);
      var examination = InWorld.doctor().examine(through(living, scope));

      assertThat(beside(examination)).containsExactly("iam-passrole-denied");
      assertThat(examination.findings()).isEmpty();
      assertThat(examination.status()).isNotEqualTo(Examination.Status.BROKEN);
    }
  }

  @Test
  void aRoleThatNoServiceMayBeIsHandedToNobody() {
    try (var living = InWorld.create(folder.resolve("world"), "role-application")) {
      var examination = InWorld.doctor().examine(through(living, new Scope(List.of(), ROLE, true)));

      assertThat(examination.beside()).isEmpty();
    }
  }

  @Test
  void withoutARoleNobodyIsAsked() {
    try (var living = InWorld.create(folder.resolve("world"), "healthy")) {
      var seen = InWorld.doctor().look(living.request());

      assertThat(seen.path().handing()).isInstanceOf(Observation.Skipped.class);
    }
  }
}
