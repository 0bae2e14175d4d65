package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies from an account: its authorisation details, and a world.
class PolicySourcesTest {
  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  private static final String DETAILS =
      """
      {
        "UserDetailList": [
          {
            "UserName": "alice", "UserId": "AIDA0EXAMPLE0ALICE000",
            "Arn": "arn:aws:iam::111122223333:user/alice",
            "UserPolicyList": [
              {
                "PolicyName": "Models",
                "PolicyDocument": {
                  "Version": "2012-10-17",
                  "Statement": [
                    { "Effect": "Allow", "Action": ["bedrock:*", "s3:*", "sts:*"], "Resource": "*" }
                  ]
                }
              }
            ]
          }
        ],
        "RoleDetailList": [
          {
            "RoleName": "app", "Arn": "arn:aws:iam::111122223333:role/app",
            "AssumeRolePolicyDocument": {
              "Statement": {
                "Effect": "Allow", "Principal": { "Service": "ecs.amazonaws.com" },
                "Action": "sts:AssumeRole"
              }
            }
          }
        ]
      }
      """;

  @TempDir Path folder;

  @Test
  void whatTheDetailsDoNotSayIsUnknownUntilItIsAssumed() throws IOException {
    var run = details("--action bedrock:InvokeModel");
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("! undecided: ")
        .contains("an account's details hold no SCPs: give");
    var assumed = details("--action bedrock:InvokeModel --assume-no-scp");
    assertThat(assumed.code()).isZero();
    assertThat(assumed.out().replaceAll("\\s+", " "))
        .contains("`Models` of user alice (details.json:12:15)");
    var given = details("--action bedrock:InvokeModel --scp root=");
    assertThat(given.code()).isEqualTo(1);
    assertThat(given.out()).contains("no service control policy allows it");
  }

  @Test
  void theResourcesPolicyIsUnknownWhereThereMayBeOne() {
    var ask = "--assume-no-scp --action s3:GetObject --resource arn:aws:s3:::b/k";
    var run = details(ask);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("--assume-no-resource-policy").contains("--assume-no-rcp");
    assertThat(details(ask + " --assume-no-rcp --assume-no-resource-policy").code()).isZero();
  }

  @Test
  void aRolesTrustPolicyIsThere() {
    var run =
        details(
            "--assume-no-scp --assume-no-rcp --action sts:AssumeRole --resource"
                + " arn:aws:iam::111122223333:role/app");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("no resource-based policy allows it");
  }

  @Test
  void whoIsNotThereIsSaidWithWhoIsNear() throws IOException {
    Files.writeString(folder.resolve("details.json"), DETAILS);
    var run =
        run(
            "simulate --account-details details.json --action s3:GetObject --principal "
                + ALICE
                + "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "outcrop: `details.json` knows no `"
                + ALICE
                + "x`\nhelp: did you mean `"
                + ALICE
                + "`?\n");
  }

  @Test
  void anotherOutputIsNoAccount() throws IOException {
    Files.writeString(folder.resolve("details.json"), "{\"Users\":[]}");
    var run =
        run("simulate --account-details details.json --action s3:GetObject --principal " + ALICE);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("details.json:1:1: found none of `UserDetailList`");
  }

  @ParameterizedTest
  @CsvSource({
    "healthy, 0, all of them allowed",
    "seed-e, 1, statement `DenyClaude` of identity-based policy",
    "permissions-boundary-no-allow, 1, no permissions boundary allows it",
    "iam-missing-destination-region-fm-arn, 1, no identity-based policy allows it",
    "scp-explicit-deny, 3, service control policy: ",
    "session-policy-no-allow, 3, session policy: ",
  })
  void aWorldIsReadLikeAnAccount(String world, int code, String words) {
    var run = run("simulate --world " + world);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(words)
        .contains("sandbox: the world `" + world + "` answered, not AWS");
  }

  @Test
  void whatIsAssumedOfAWorldIsSaidByTheOption() {
    var run = run("simulate --world scp-explicit-deny --assume-no-scp --json");
    assertThat(run.code()).as(run.err()).isZero();
    Schemas.check("policy-simulate", run.out());
    assertThat(run.out()).contains("\"world\": \"scp-explicit-deny\"");
  }

  @Test
  void aWorldsOtherPrincipalCanBeAsked() {
    var run =
        run(
            "explain --world seed-e --action bedrock:InvokeModel --principal"
                + " arn:aws:iam::111122223333:user/nobody");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("outcrop: the policies could not be read: ");
    var elsewhere =
        run(
            "explain --world seed-e --action bedrock:InvokeModel --principal"
                + " arn:aws:iam::444455556666:user/alice");
    assertThat(elsewhere.code()).isEqualTo(3);
    assertThat(elsewhere.err()).contains("reads no policies of account 444455556666");
  }

  @Test
  void namedPoliciesWinOverAVariable() throws IOException {
    Files.writeString(
        folder.resolve("p.json"),
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");
    var run =
        Run.Stage.in(folder)
            .with("OUTCROP_SANDBOX", "seed-e")
            .run(
                "policy",
                "simulate",
                "--policy",
                "p.json",
                "--principal",
                ALICE,
                "--action",
                "bedrock:InvokeModel");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("state")).doesNotExist();
  }

  private Run details(String line) {
    try {
      Files.writeString(folder.resolve("details.json"), DETAILS);
    } catch (IOException lost) {
      throw new java.io.UncheckedIOException(lost);
    }
    return run("simulate --account-details details.json --principal " + ALICE + " " + line);
  }

  private Run run(String line) {
    return Run.Stage.in(folder).run(("policy " + line).split(" "));
  }
}
