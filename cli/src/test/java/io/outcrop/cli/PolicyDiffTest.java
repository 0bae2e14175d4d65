package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `outcrop policy diff`.
class PolicyDiffTest {
  private static final String OLD =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          { "Sid": "Models", "Effect": "Allow", "Action": "bedrock:InvokeModel", "Resource": "*" },
          { "Effect": "Deny", "Action": "bedrock:*", "Resource": "arn:aws:bedrock:*::foundation-model/a*" }
        ]
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void policies() throws IOException {
    write("old.json", OLD);
    write("new.json", OLD.replace("bedrock:InvokeModel", "bedrock:GetGuardrail"));
    write(
        "same.json",
        "{'Statement':[{'Effect':'Deny','Resource':['arn:aws:bedrock:*::foundation-model/a*'],"
            + "'Action':'bedrock:*'},{'Effect':'Allow','Action':'BEDROCK:invokemodel',"
            + "'Resource':'*'}],'Version':'2012-10-17'}");
    write("a.json", "{'Statement':{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}}");
    write("b.json", "{'Statement':{'Effect':'Allow','Action':'s3:PutObject','Resource':'*'}}");
    write(
        "both.json",
        "{'Statement':{'Effect':'Allow','Action':['s3:GetObject','s3:PutObject'],'Resource':'*'}}");
    write(
        "trust.json", "{'Statement':{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}}");
  }

  @Test
  void orderAndSpellingAreNoDifference() {
    var run = diff("old.json same.json");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).isEqualTo("✓ no difference: both give the same access\n");
    Schemas.check("policy-diff", diff("old.json same.json --json").out());
  }

  @Test
  void whatIsGainedAndLostIsSaidAndShown() {
    var run = diff("old.json new.json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("! access changes: 1 gained, 1 lost\n")
        .contains("! gained: now allows all of `bedrock:GetGuardrail` on all resources\n")
        .contains("  by       the new statement `Models` (new.json:4:5)\n")
        .contains("– lost: no longer allows the whole of `bedrock:InvokeModel` on")
        .contains("  by       the old statement `Models` (old.json:4:5)\n");
    Schemas.check("policy-diff", diff("old.json new.json --json").out());
  }

  /// What the page says to type next gives the answer that the page says.
  @Test
  void theNextCommandExplainsTheExample() {
    var lines = diff("old.json new.json").out().lines().toList();
    var words = lines.getLast().strip().split(" ");
    assertThat(words).startsWith("outcrop", "policy", "explain");
    var run =
        Run.Stage.in(folder).run(List.of(words).subList(1, words.length).toArray(String[]::new));
    assertThat(run.out()).startsWith("✓ allowed: `bedrock:GetGuardrail`");
  }

  @Test
  void setsOfDocumentsAreOnePolicyEach() {
    assertThat(diff("--old both.json --new a.json --new b.json").code()).isZero();
    var less = diff("--old a.json --old b.json --new b.json --json");
    assertThat(less.code()).isEqualTo(1);
    Schemas.check("policy-diff", less.out());
    assertThat(less.out()).contains("\"file\": \"a.json\"").doesNotContain("\"gained\"");
  }

  @Test
  void annotationsPointIntoTheNewVersion() {
    assertThat(diff("old.json new.json --format github").out())
        .startsWith("::warning file=new.json,line=4,col=5,title=access gained::now allows")
        .contains("::warning file=new.json,title=access lost::no longer allows")
        .hasLineCount(2);
    assertThat(diff("old.json same.json --format github").out()).isEmpty();
  }

  @Test
  void oneVersionMayComeFromStandardInput() {
    var run = Run.Stage.in(folder).reading(OLD).run("policy", "diff", "-", "new.json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("the old statement `Models` (-:4:5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "old.json | two versions are compared",
        "old.json --new new.json | `old.json` is neither `--old` nor `--new`",
        "old.json nosuch.json | `nosuch.json` cannot be read: no such file",
        "old.json trust.json | the policies seem to be of different kinds: `old.json` a"
            + " identity-based policy, `trust.json` a trust policy",
        "old.json trust.json --kind identity | trust.json:1:",
        "old.json new.json --kind x | there is no kind of policy `x`",
      })
  void aWrongCommandLineIsSaid(String line, String message) {
    var run = diff(line);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("outcrop: " + message);
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }

  private Run diff(String line) {
    var all = new ArrayList<>(List.of("policy", "diff"));
    all.addAll(List.of(line.split(" ")));
    return Run.Stage.in(folder).run(all.toArray(String[]::new));
  }
}
