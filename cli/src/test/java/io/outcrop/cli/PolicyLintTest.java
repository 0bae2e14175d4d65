package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `outcrop policy lint`.
class PolicyLintTest {
  private static final String DEV =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Models",
            "Effect": "Allow",
            "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream", "bedrock:Converse"],
            "Resource": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.*"
          }
        ]
      }
      """;
  private static final String MENDED = DEV.replace(", \"bedrock:Converse\"", "");
  private static final String SCP =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Effect": "Deny", "Action": "bedrock:InvokeModel", "Resource": "*",
          "Condition": { "StringNotEquals": { "aws:RequestedRegion": "us-east-1" } }
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void policies() throws IOException {
    Files.createDirectories(folder.resolve("all/scps"));
    Files.writeString(folder.resolve("dev.json"), DEV);
    Files.writeString(folder.resolve("all/scps/regions.json"), SCP);
    Files.writeString(folder.resolve("all/dev.json"), MENDED);
    Files.writeString(folder.resolve("all/package.json"), "{\"name\":\"x\"}");
  }

  @Test
  void anErrorFailsAndNamesItsPlaceAndItsFix() {
    var run = lint("dev.json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("✗ 1 error in 1 policy\n")
        .contains("✗ dev.json:7:82: `bedrock:Converse` is no action")
        .contains("[bedrock-operation-not-action]\n")
        .contains("fix   write `bedrock:InvokeModel` (certain")
        .endsWith("Next:\n  outcrop policy lint dev.json --fix\n");
  }

  @Test
  void warningsFailOnlyWhereThatIsAskedFor() {
    var run = lint("all");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("! 3 warnings in 2 policies\n")
        .contains("! all/scps/regions.json:4:33: ")
        .contains("– 1 JSON file of `all` is no policy\n");
    assertThat(lint("all --strict").code()).isEqualTo(1);
    var errors = lint("all --strict --severity error");
    assertThat(errors.code()).isZero();
    assertThat(errors.out()).startsWith("✓ 2 policies: clean\n");
  }

  @ParameterizedTest
  @CsvSource({
    "all/scps/regions.json, '', scp, true",
    "all/dev.json, '', identity, true",
    "all/dev.json, --kind boundary, boundary, false",
  })
  void theKindIsSaidOrGuessed(String file, String more, String kind, boolean guessed) {
    var run = lint(file + " --json " + more);
    Schemas.check("policy-lint", run.out());
    assertThat(run.out())
        .contains("\"kind\": \"" + kind + "\"")
        .contains("\"kindGuessed\": " + guessed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Statement':{'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'}} | trust",
        "{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}} |"
            + " resource",
        "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*'}} | identity",
      })
  void whoIsNamedSaysWhatAPolicyIs(String text, String kind) {
    var stage = Run.Stage.in(folder).reading(text.replace('\'', '"'));
    assertThat(stage.run("policy", "lint", "-", "--json").out())
        .contains("\"file\": \"-\"")
        .contains("\"kind\": \"" + kind + "\"");
  }

  @Test
  void certainFixesAreAppliedUntilNoneIsLeft() throws IOException {
    var run = lint("dev.json all/scps/regions.json --fix --yes");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("dev.json:\n  write `bedrock:InvokeModel` [bedrock-operation-not-action]\n")
        .contains("  take `bedrock:InvokeModel` out [action-repeated]\n")
        .contains(
            "-       \"Action\": [\"bedrock:InvokeModel\","
                + " \"bedrock:InvokeModelWithResponseStream\", \"bedrock:Converse\"],\n")
        .contains("\n! 3 warnings in 2 policies\n");
    assertThat(folder.resolve("dev.json")).hasContent(MENDED);
    assertThat(folder.resolve("all/scps/regions.json")).hasContent(SCP);
  }

  @Test
  void likelyFixesAreAppliedWhereThatIsAskedFor() throws IOException {
    var run = lint("all/scps/regions.json --fix=likely --yes --json");
    Schemas.check("policy-lint", run.out());
    assertThat(Files.readString(folder.resolve("all/scps/regions.json")))
        .contains("bedrock:InvokeModelWithResponseStream")
        .contains("unspecified")
        .contains("    \"Effect\": \"Deny\", ");
    assertThat(run.err()).contains("all/scps/regions.json:\n");
  }

  @Test
  void nothingIsWrittenWithoutConsent() {
    var run = lint("dev.json --fix");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("outcrop: there is no terminal to ask on");
    var asked =
        Run.Stage.in(folder)
            .attached(true, false, true)
            .reading("n\n")
            .run("policy", "lint", "dev.json", "--fix");
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.err()).contains("Write 1 file? [y/N]");
    assertThat(folder.resolve("dev.json")).hasContent(DEV);
    var agreed =
        Run.Stage.in(folder)
            .attached(true, false, true)
            .reading("y\n")
            .run("policy", "lint", "dev.json", "--fix");
    assertThat(agreed.code()).isZero();
    assertThat(folder.resolve("dev.json")).hasContent(MENDED);
  }

  @Test
  void aBaselineAcceptsWhatIsKnownAndFailsOnTheRest() throws IOException {
    var write =
        lint("all --baseline known.json --write-baseline --reason old --expires 9999-01-01");
    assertThat(write.code()).as(write.err()).isZero();
    assertThat(write.out()).contains("– 3 findings are accepted by `known.json`\n");
    assertThat(Files.readString(folder.resolve("known.json")))
        .contains("\"expires\": \"9999-01-01\"");
    assertThat(lint("all --baseline known.json").code()).isZero();
    var more = lint("all dev.json --baseline known.json --json");
    assertThat(more.code()).isEqualTo(1);
    Schemas.check("policy-lint", more.out());
    assertThat(more.out()).contains("\"accepted\": 3");
    var old = Files.readString(folder.resolve("known.json")).replace("9999-01-01", "2001-01-01");
    Files.writeString(folder.resolve("known.json"), old);
    var over = lint("all --baseline known.json");
    assertThat(over.code()).isEqualTo(1);
    assertThat(over.out()).contains("known.json:4:5: ").contains("[baseline-entry-expired]");
  }

  @Test
  void codeScanningReadsTheLog() {
    var run = lint("dev.json all --format sarif");
    assertThat(run.code()).isEqualTo(1);
    var log = json(run.out());
    assertThat(log.text("version")).contains("2.1.0");
    assertThat(URI.create(log.text("$schema").orElseThrow())).hasScheme("https");
    var one = (Json.Obj) log.list("runs").getFirst();
    var driver = one.object("tool").orElseThrow().object("driver").orElseThrow();
    assertThat(driver.text("name")).contains("outcrop");
    assertThat(driver.text("version")).isPresent();
    var rules = driver.list("rules").stream().map(Json.Obj.class::cast).toList();
    assertThat(rules).isNotEmpty().allSatisfy(PolicyLintTest::isRule);
    assertThat(rules).extracting(rule -> rule.text("id").orElseThrow()).doesNotHaveDuplicates();
    var results = one.list("results").stream().map(Json.Obj.class::cast).toList();
    assertThat(results).hasSize(4).allSatisfy(result -> isResult(result, rules));
    var fix =
        (Json.Obj)
            ((Json.Obj) results.getFirst().list("fixes").getFirst())
                .list("artifactChanges")
                .getFirst();
    assertThat(fix.list("replacements").getFirst().toString())
        .isEqualTo(
            "{\"deletedRegion\":{\"startLine\":7,\"startColumn\":91,\"endLine\":7,\"endColumn\":99},"
                + "\"insertedContent\":{\"text\":\"InvokeModel\"}}");
  }

  private static void isRule(Json.Obj rule) {
    assertThat(URI.create(rule.text("helpUri").orElseThrow()))
        .hasToString("https://outcrop.io/docs/findings/" + rule.text("id").orElseThrow() + ".md");
    assertThat(Path.of("../docs/findings/" + rule.text("id").orElseThrow() + ".md")).exists();
    for (var text : List.of("shortDescription", "fullDescription", "help")) {
      assertThat(rule.object(text).orElseThrow().text("text").orElseThrow()).isNotBlank();
    }
  }

  private static void isResult(Json.Obj result, List<Json.Obj> rules) {
    var index = Integer.parseInt(result.get("ruleIndex").orElseThrow().toString());
    assertThat(result.text("ruleId")).isEqualTo(rules.get(index).text("id"));
    assertThat(result.text("level").orElseThrow()).isIn("error", "warning", "note");
    assertThat(result.object("message").orElseThrow().text("text").orElseThrow()).isNotBlank();
    assertThat(result.object("partialFingerprints").orElseThrow().text("outcropFinding/v1"))
        .isPresent();
    var place =
        ((Json.Obj) result.list("locations").getFirst()).object("physicalLocation").orElseThrow();
    assertThat(place.object("artifactLocation").orElseThrow().text("uri").orElseThrow())
        .isIn("dev.json", "all/scps/regions.json");
    var region = place.object("region").orElseThrow();
    for (var number : List.of("startLine", "startColumn")) {
      assertThat(Integer.parseInt(region.get(number).orElseThrow().toString())).isPositive();
    }
  }

  @Test
  void annotationsPointIntoFiles() {
    assertThat(lint("dev.json --format github").out())
        .startsWith("::error file=dev.json,line=7,col=82,title=bedrock-operation-not-action::")
        .hasLineCount(1);
  }

  @Test
  void aFindingHasAPage() {
    var page = lint("any-resource");
    assertThat(page.code()).isZero();
    assertThat(page.out()).contains("What to do\n").contains("severity  suggestion\n");
    Schemas.check("policy-finding", lint("any-resource --json").out());
    assertThat(Run.Stage.in(folder).run("explain", "any-resource").out()).isEqualTo(page.out());
    assertThat(lint("--list").out().lines()).hasSizeGreaterThan(150);
  }

  @Test
  void anAccountIsLookedAtWhole() throws IOException {
    Files.writeString(
        folder.resolve("details.json"),
        """
        {"UserDetailList":[{"UserName":"alice","Arn":"arn:aws:iam::111122223333:user/alice",
        "UserId":"AIDAEXAMPLE","Path":"/","GroupList":[],"AttachedManagedPolicies":[],"UserPolicyList":[
        {"PolicyName":"own","PolicyDocument":"%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22bedrock%3AConverse%22%2C%22Resource%22%3A%22%2A%22%7D%7D"}]}],
        "GroupDetailList":[],"RoleDetailList":[],"Policies":[]}
        """);
    var run = lint("--account-details details.json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("✗ identity-based policy own of user alice:1:");
    var world = lint("--world seed-e --json");
    assertThat(world.code()).isNotEqualTo(2);
    Schemas.check("policy-lint", world.out());
    assertThat(world.out()).contains("\"world\": \"seed-e\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no policy is named",
        "nosuch | there is no file and no finding `nosuch`",
        "any-resourc | there is no file and no finding `any-resourc`",
        "dev.json --kind users | there is no kind of policy `users`",
        "dev.json --severity bad | `--severity` is error, warning or suggestion, not `bad`",
        "dev.json --fix=all | `--fix` is certain or likely, not `all`",
        "- --fix | `--fix` mends files, and none is named",
        "dev.json --reason x | `--reason` is of use with `--write-baseline` alone",
        "dev.json --write-baseline | `--write-baseline` needs to know where to, and why",
        "dev.json --baseline b --write-baseline --reason x --expires soon | `--expires` is `soon`,"
            + " which is no date",
        "dev.json --baseline dev.json | dev.json:1:1: `/formatVersion`: expected `1`",
      })
  void aWrongOptionIsSaid(String line, String message) {
    var run = lint(line);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("outcrop: " + message);
  }

  private Run lint(String line) {
    var all = new ArrayList<>(List.of("policy", "lint"));
    if (!line.isEmpty()) {
      all.addAll(List.of(line.strip().split(" +")));
    }
    return Run.Stage.in(folder).run(all.toArray(String[]::new));
  }

  private static Json.Obj json(String text) {
    return (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
