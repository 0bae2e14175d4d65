package io.outcrop.iam.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseReaderTest {
  private static final String CASE =
      """
      {"format": "authz-case/1", "id": "a", "name": "b", "tags": ["x"],
       "request": {
         "principal": {"type": "aws", "arn": "arn:aws:iam::111122223333:user/alice"},
         "action": "s3:GetObject",
         "resource": {"arn": "arn:aws:s3:::bucket/key", "accountId": "111122223333"},
         "context": {}
       },
       "identityPolicies": [{"name": "0", "document": {
         "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}],
       "expected": {"decision": "allowed"}
      }
      """;

  private static List<String> problems(String text) {
    return switch (CaseReader.read(text)) {
      case CaseReading.Read _ -> List.of();
      case CaseReading.Rejected(_, var problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  private static CaseOutcome run(String text) {
    return switch (CaseReader.read(text)) {
      case CaseReading.Read(var found) -> CaseRunner.run(found);
      case CaseReading.Rejected(_, var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @Test
  void misspeltMembersAreErrors() {
    assertThat(problems(CASE.replace("\"tags\"", "\"tag\"")))
        .containsExactly("line 1, column 52: `/tag`: unknown member `tag`");
    assertThat(problems(CASE.replace("identityPolicies", "identityPolicy")))
        .singleElement()
        .asString()
        .endsWith("unknown member `identityPolicy`");
    assertThat(problems(CASE.replace("\"accountId\"", "\"account\"")))
        .singleElement()
        .asString()
        .endsWith("`/request/resource/account`: unknown member `account`");
    assertThat(problems(CASE.replace("\"decision\"", "\"outcome\"")))
        .hasSize(2)
        .anyMatch(problem -> problem.endsWith("unknown member `outcome`"));
  }

  @Test
  void badPoliciesAreErrorsWithTheirPlace() {
    assertThat(problems(CASE.replace("\"Allow\"", "\"allow\"")))
        .containsExactly(
            "line 9, column 28: `/identityPolicies/0/document/Statement/Effect`:"
                + " found `allow`, expected `Allow` or `Deny`");
  }

  @Test
  void wrongWordsAreErrors() {
    assertThat(problems(CASE.replace("authz-case/1", "authz-case/2"))).hasSize(1);
    assertThat(problems(CASE.replace("\"allowed\"", "\"yes\""))).hasSize(1);
    assertThat(problems(CASE.replace("user/alice", "group/dev"))).hasSize(1);
    assertThat(problems(CASE.replace("\"type\": \"aws\"", "\"type\": \"AWS\""))).isNotEmpty();
    assertThat(problems("{")).hasSize(1);
    assertThat(problems("{}")).hasSize(5);
  }

  @Test
  void disagreementSaysBothSides() {
    assertThat(run(CASE)).isEqualTo(new CaseOutcome.Agrees());
    assertThat(run(CASE.replace("\"allowed\"", "\"implicitly-denied\", \"deniedBy\": [\"scp\"]")))
        .isEqualTo(
            new CaseOutcome.Disagrees(
                "decision allowed, deniedBy []", "decision implicitly-denied, deniedBy [scp]"));
    assertThat(
            run(
                CASE.replace(
                    "\"allowed\"",
                    "\"allowed\", \"decidedBy\": [{\"layer\": \"identity\", \"policy\": \"1\","
                        + " \"statement\": 0}], \"missingKeys\": [\"a:b\"]")))
        .isEqualTo(
            new CaseOutcome.Disagrees(
                "decidedBy [identity/0/0], missingKeys []",
                "decidedBy [identity/1/0], missingKeys [a:b]"));
  }

  @Test
  void principalsAreReadAsTheyAreMeant() {
    var meant = "\"Statement\": {\"Effect\": \"Allow\"";
    var arn = "\"Principal\": \"arn:aws:iam::111122223333:user/alice\"";
    assertThat(run(CASE.replace(meant, meant + ", " + arn))).isEqualTo(new CaseOutcome.Agrees());

    var endpoint =
        "\"vpcEndpointPolicy\": {\"name\": \"v\", \"document\": {\"Statement\": [{\"Effect\":"
            + " \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}},";
    assertThat(run(CASE.replace("\"expected\"", endpoint + "\"expected\"")))
        .isEqualTo(new CaseOutcome.Agrees());

    var alone = CASE.replace("s3:*", "ec2:*");
    var bucket = endpoint.replace("vpcEndpointPolicy", "resourcePolicy");
    assertThat(run(alone.replace("\"expected\"", bucket + "\"expected\"")))
        .isEqualTo(new CaseOutcome.Disagrees("decision implicitly-denied", "decision allowed"));
    var named = bucket.replace("\"Effect\"", arn + ", \"Effect\"");
    assertThat(run(alone.replace("\"expected\"", named + "\"expected\"")))
        .isEqualTo(new CaseOutcome.Agrees());
  }

  @Test
  void whatTheEngineCannotRunIsSkippedUnderItsTag() {
    assertThat(run(CASE.replace("[\"x\"]", "[\"x\", \"request-pattern\"]")))
        .isEqualTo(new CaseOutcome.Skipped("request-pattern"));
    assertThat(run(CASE.replace("[\"x\"]", "[\"x\", \"service-data\"]")))
        .isEqualTo(new CaseOutcome.Skipped("service-data"));
  }
}
