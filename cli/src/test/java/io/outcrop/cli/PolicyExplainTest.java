package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// `outcrop policy explain`, on files.
class PolicyExplainTest extends InPolicyFolder {
  @Test
  void explainGoesThroughTheLayersInOrder() {
    var ask =
        "--policy dev.json --scp root=FullAWSAccess --scp root=regions.json --action"
            + " bedrock:GetFoundationModel --context aws:RequestedRegion=us-east-1";
    var run = run("explain --principal " + ALICE + " " + ask);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "– resource control policy: none\n",
            "✓ service control policy, root: allows\n",
            "✗ identity-based policy: nothing in 1 policy allows it\n",
            "statement `Models` of `dev.json` (dev.json:4:5)",
            "`Action` differs (dev.json:4:53)\n",
            "wants  bedrock:Invoke*\n",
            "found  bedrock:GetFoundationModel\n",
            "– permissions boundary: none\n",
            "The smallest edit that allows it\n",
            "+       \"Action\": \"bedrock:GetFoundationModel\",\n",
            "✓ verified: with it the request is allowed");
    Schemas.check(
        "policy-explain", run("explain --principal " + ALICE + " " + ask + " --json").out());
  }

  @Test
  void explainSaysWhoHasToChangeWhat() {
    var ask =
        "explain --policy dev.json --scp root=FullAWSAccess --scp root=regions.json --action"
            + " bedrock:InvokeModel --context aws:RequestedRegion=eu-west-1 --principal "
            + ALICE;
    var mine = run(ask + " --json --owns everything");
    Schemas.check("policy-explain", mine.out());
    var asked = run(ask);
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out()).contains("service control policy regions.json of root: ");
    Schemas.check("policy-explain", run(ask + " --json").out());
  }

  @Test
  void explainDeniesWhatIsAllowed() {
    var ask = "explain --policy dev.json --action bedrock:InvokeModel --principal " + ALICE;
    assertThat(run(ask).out()).doesNotContain("denies it").endsWith(" -v\n");
    assertThat(run(ask + " -v").out())
        .contains("The smallest edit that denies it\n")
        .contains("+       \"Effect\": \"Deny\",\n");
    Schemas.check("policy-explain", run(ask + " --json").out());
  }

  @Test
  void whatNobodyKnowsDecides() throws IOException {
    write(
        "net.json",
        "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':"
            + "{'aws:SourceIp':'203.0.113.0/24'}}}}");
    var ask = "--policy net.json --action bedrock:InvokeModel --unknown aws:SourceIp";
    var run = simulate(ask);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("! undecided: ")
        .contains("unknown  condition key `aws:SourceIp`\n");
    assertThat(simulate(ask.replace("--unknown", "--context") + "=203.0.113.7").code()).isZero();
    var explained = run("explain --principal " + ALICE + " " + ask);
    assertThat(explained.code()).isEqualTo(3);
    assertThat(explained.out())
        .contains("may allow  statement 1 of `net.json` (net.json:1:14)\n")
        .contains("It is allowed if\n– `IpAddress aws:SourceIp 203.0.113.0/24` holds\n");
    var json = run("explain --principal " + ALICE + " " + ask + " --json");
    Schemas.check("policy-explain", json.out());
    assertThat(json.out()).contains("\"operator\": \"IpAddress\"");
  }

  @Test
  void aLayerOrASessionNameMayBeUnknown() throws IOException {
    var ask = "--policy dev.json --action bedrock:InvokeModel --unknown ";
    assertThat(simulate(ask + "scp").code()).isEqualTo(3);
    assertThat(simulate(ask + "boundary").out()).contains("said to be unknown");
    write(
        "bucket.json",
        "{'Statement':{'Effect':'Allow','Principal':{'AWS':"
            + "'arn:aws:sts::111122223333:assumed-role/app/deploy'},'Action':'s3:*','Resource':'*'}}");
    var session =
        "explain --principal arn:aws:sts::111122223333:assumed-role/app/s1 --action s3:GetObject"
            + " --resource arn:aws:s3:::b/k --resource-policy bucket.json";
    assertThat(run(session).code()).isEqualTo(1);
    var some = run(session + " --unknown session-name");
    assertThat(some.code()).isEqualTo(3);
    assertThat(some.out()).contains("– the session's name is `deploy`\n");
  }

  @Test
  void explainTakesTheFirstRequestThatIsNotAllowed() {
    var run =
        run(
            "explain --policy dev.json --principal "
                + ALICE
                + " --action bedrock:InvokeModel --action bedrock:GetGuardrail");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("✗ implicitly denied: `bedrock:GetGuardrail`")
        .contains("– request 2 of 2, the first that is not allowed");
  }
}
