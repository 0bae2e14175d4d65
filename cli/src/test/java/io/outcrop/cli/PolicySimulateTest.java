package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// `outcrop policy simulate`, on files.
class PolicySimulateTest extends InPolicyFolder {
  @Test
  void anAllowedRequestNamesTheStatementThatAllows() {
    var run = simulate("--policy dev.json --action bedrock:InvokeModel --resource " + MODEL);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("✓ allowed: `bedrock:InvokeModel` on")
        .contains("statement `Models` of identity-based policy `dev.json` (dev.json:4:5)");
  }

  @Test
  void aDeniedOneNamesWhatDeniesAndWhatToTypeNext() {
    var run =
        simulate(
            "--policy dev.json --action bedrock:InvokeModel --resource *:bedrock:a::foundation-model/opus"
                .replace("*:bedrock:a", "arn:aws:bedrock:us-east-1"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("✗ explicitly denied: ")
        .contains("statement `NoOpus` of identity-based policy `dev.json` (dev.json:5:5)")
        .endsWith(
            "  outcrop policy explain --policy dev.json --principal "
                + ALICE
                + " --action bedrock:InvokeModel --resource"
                + " arn:aws:bedrock:us-east-1::foundation-model/opus\n");
  }

  @Test
  void everyLayerHasItsOption() {
    var ask = "--policy dev.json --action bedrock:InvokeModel ";
    assertThat(simulate(ask + "--boundary s3.json").out())
        .contains("no permissions boundary allows it");
    assertThat(simulate(ask + "--session-policy s3.json").out())
        .contains("no session policy allows it");
    assertThat(simulate(ask + "--scp root=FullAWSAccess --scp ou=").out())
        .contains("no service control policy allows it");
    assertThat(simulate(ask + "--scp root=FullAWSAccess --scp ou=FullAWSAccess").code()).isZero();
    assertThat(simulate(ask + "--endpoint-policy bucket.json").out())
        .contains("no VPC endpoint policy allows it");
    var bucket = "--action s3:GetObject --resource arn:aws:s3:::b/k --resource-policy bucket.json";
    assertThat(simulate(bucket).code()).isZero();
    assertThat(simulate(bucket + " --resource-account 444455556666").out())
        .contains("no identity-based policy allows it");
    var role =
        "--action sts:AssumeRole --resource arn:aws:iam::111122223333:role/app --trust-policy"
            + " trust.json";
    assertThat(simulate(role).code()).isZero();
  }

  @Test
  void aNameMayBeGivenToAFile() {
    assertThat(simulate("--policy mine=dev.json --action bedrock:InvokeModel").out())
        .contains("identity-based policy `mine` (dev.json:4:5)");
  }

  @Test
  void standardInputCanBeNamedOnce() {
    var stage = Run.Stage.in(folder).reading(DEV);
    var run = stage.run(words("simulate --policy - --action bedrock:InvokeModel --resource *"));
    assertThat(run.out()).contains("`standard input` (-:4:5)");
    var twice = stage.run(words("simulate --policy - --boundary - --action bedrock:InvokeModel"));
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).startsWith("outcrop: standard input is named twice\n");
  }

  @Test
  void aMalformedPolicyDecidesNothing() throws IOException {
    write("dev.json", DEV.replace("\"Effect\": \"Deny\"", "\"Effekt\": \"Deny\""));
    var run = simulate("--policy dev.json --action bedrock:InvokeModel");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "outcrop: dev.json:5:5: `/Statement/1/Effect`: member `Effect` is missing\n"
                + "help: and 1 more, the next: line 7, column 7: `/Statement/1/Effekt`: unknown"
                + " member `Effekt`\n");
  }

  @Test
  void contextIsOneValueOrAList() throws IOException {
    write(
        "tags.json",
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*',"
            + "'Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']},"
            + "'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}}");
    var ask =
        "--policy tags.json --action bedrock:TagResource --context aws:RequestedRegion=eu-west-1";
    assertThat(simulate(ask + " --context aws:TagKeys=a,b").code()).isZero();
    assertThat(simulate(ask + " --context aws:TagKeys=a,").code()).isZero();
    assertThat(simulate(ask + " --context aws:TagKeys=a,c").code()).isEqualTo(1);
    write("context.json", "{'aws:TagKeys':['c'],'aws:RequestedRegion':'eu-west-1'}");
    var file = "--policy tags.json --action bedrock:TagResource --context-file context.json";
    assertThat(simulate(file).code()).isEqualTo(1);
    assertThat(simulate(file + " --context aws:TagKeys=b,").code()).isZero();
  }

  @Test
  void aWholeCallNamesTheAuthorisationThatFails() {
    var ask =
        "--policy dev.json --scp root=FullAWSAccess --scp root=regions.json --model"
            + " us.anthropic.claude-sonnet-4-6 --region us-east-1";
    var run = simulate(ask);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("✗ denied: `Converse` of `us.anthropic.claude-sonnet-4-6` in us-east-1 needs 4")
        .contains("✓ allowed: the model in the called region\n")
        .contains("the model in destination us-east-2\n");
    var json = simulate(ask + " --operation ConverseStream --api-key long --json");
    Schemas.check("policy-simulate", json.out());
    assertThat(json.out())
        .contains("\"apiKey\": \"long\"")
        .contains("\"failing\": 0")
        .contains("\"action\": \"bedrock:CallWithBearerToken\"")
        .contains("\"action\": \"bedrock:InvokeModelWithResponseStream\"");
  }

  @Test
  void aCallBringsItsOwnKeys() {
    var run =
        simulate(
            "--policy dev.json --model us.anthropic.claude-sonnet-4-6 --region us-east-1 --context"
                + " aws:RequestedRegion=eu-west-1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("contradicts the call, which brings `us-east-1`");
  }

  @Test
  void aModelThatIsNotThereIsAnAnswerOfItsOwn() {
    var run = simulate("--policy dev.json --model anthropic.claude-sonet-4-6 --region us-east-1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("there is no model `anthropic.claude-sonet-4-6`")
        .contains("us.anthropic.claude-sonnet-4-6");
    var own =
        simulate("--policy dev.json --model us.anthropic.claude-sonnet-4-6 --region eu-west-1");
    assertThat(own.code()).isEqualTo(2);
    assertThat(own.err()).contains("cannot be called in eu-west-1");
  }

  @Test
  void aRequestMayComeAsJsonAloneOrWithItsPolicies() throws IOException {
    var request =
        "{'principal':{'type':'aws','arn':'%s'},'action':'bedrock:InvokeModel','resource':{'arn':'*'},'context':{}}"
            .formatted(ALICE);
    write("request.json", request);
    var alone = run("simulate --request request.json --policy dev.json");
    assertThat(alone.code()).as(alone.err()).isZero();
    write("whole.json", "{'request':%s,'identityPolicies':[]}".formatted(request));
    var whole = run("simulate --request whole.json --json");
    assertThat(whole.code()).isEqualTo(1);
    Schemas.check("policy-simulate", whole.out());
    assertThat(run("simulate --request whole.json --policy dev.json").err())
        .contains("brings its own policies");
    write("request.json", request.replace("action", "acton"));
    assertThat(run("simulate --request request.json").err())
        .contains("request.json:1:1: `/action`: member `action` is missing");
    assertThat(run("simulate --request request.json --action a:B").code()).isEqualTo(2);
  }

  @Test
  void annotationsPointIntoTheFile() {
    var run =
        simulate(
            "--policy dev.json --scp root=FullAWSAccess --scp root=regions.json --action"
                + " bedrock:InvokeModel --format github");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("::error file=regions.json,line=3,col=16,title=explicitly denied::")
        .hasLineCount(1);
  }

  @Test
  void anOddKeyIsANote() {
    var ask = "--policy dev.json --action bedrock:InvokeModel --context ";
    var misspelt = simulate(ask + "aws:SourceIpp=10.0.0.1");
    assertThat(misspelt.code()).isZero();
    assertThat(misspelt.out())
        .contains("– no condition key is named `aws:SourceIpp`: `aws:SourceIp` is\n");
    assertThat(simulate(ask + "s3:prefix=a").out())
        .contains("– no request for `bedrock:InvokeModel` brings `s3:prefix`, which was taken");
    assertThat(simulate(ask + "aws:SourceIp=10.0.0.1").out()).doesNotContain("–");
  }

  @Test
  void anActionThatIsTooNewCanBeDecidedAllTheSame() {
    var ask = "--policy dev.json --action bedrock:InvokeTomorrow";
    assertThat(simulate(ask).code()).isEqualTo(2);
    assertThat(simulate(ask).out()).isEmpty();
    assertThat(simulate(ask + " --allow-unknown-actions").code()).isZero();
  }

  private static String[] words(String line) {
    return ("policy " + line + " --principal " + ALICE).split(" ");
  }
}
