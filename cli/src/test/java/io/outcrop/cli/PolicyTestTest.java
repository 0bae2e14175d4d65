package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `outcrop policy test`, on suites of a few cases.
class PolicyTestTest {
  private static final String CASE =
      """
      {"format":"authz-case/1","id":"%s","name":"%s","tags":["%s"],\
      "request":{"principal":{"type":"aws","arn":"arn:aws:iam::111122223333:user/alice"},\
      "action":"bedrock:InvokeModel","resource":{"arn":"*"},"context":{}},\
      "identityPolicies":[{"name":"p","document":{"Version":"2012-10-17","Statement":\
      {"Effect":"Allow","Action":"bedrock:*","Resource":"*"}}}],\
      "expected":{"decision":"%s"}}
      """;
  private static final String AGREES = CASE.formatted("a", "is allowed", "logic", "allowed");
  private static final String DISAGREES =
      CASE.formatted("b", "is denied", "doubtful", "implicitly-denied");
  private static final String SKIPPED =
      CASE.formatted("c", "of a pattern", "request-pattern", "allowed");

  @TempDir Path folder;

  @BeforeEach
  void cases() throws IOException {
    Files.writeString(folder.resolve("good.jsonl"), AGREES + "\n" + SKIPPED);
    Files.writeString(folder.resolve("mixed.jsonl"), AGREES + DISAGREES + SKIPPED);
  }

  @Test
  void agreementIsFine() {
    var run = run("good.jsonl");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("✓ 2 cases: 1 agree, 0 disagree, 1 skipped\n– skipped for `request-pattern`: 1")
        .contains("\n– logic               1     1        0       0\n");
  }

  @Test
  void aDisagreementIsALineWithIdNameGotAndWant() {
    var run = run("mixed.jsonl");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            ✗ b: is denied: got decision allowed, want decision implicitly-denied
            ✗ 3 cases: 1 agree, 1 disagree, 1 skipped
            """);
  }

  @Test
  void jsonIsTheSummaryAloneAndDisagreementsStandBesideIt() {
    var run = run("mixed.jsonl", "--json");
    assertThat(run.code()).isEqualTo(1);
    Schemas.check("policy-test", run.out());
    assertThat(run.out().replaceAll("\\s", ""))
        .isEqualTo(
            "{\"formatVersion\":1,\"cases\":3,\"agree\":1,\"disagree\":1,"
                + "\"skippedByTag\":{\"request-pattern\":1}}");
    assertThat(run.err())
        .isEqualTo("✗ b: is denied: got decision allowed, want decision implicitly-denied\n");
  }

  @Test
  void anAllowedTagMayDisagree() {
    assertThat(run("mixed.jsonl", "--allow", "logic").code()).isEqualTo(1);
    var run = run("mixed.jsonl", "--allow", "logic", "--allow", "doubtful");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("! b: is denied: ").contains("(allowed)\n✓ 3 cases");
  }

  @Test
  void standardInputIsLinesToo() {
    var run = Run.Stage.in(folder).reading(AGREES + DISAGREES).run("policy", "test", "-", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("\"cases\": 2");
  }

  @Test
  void aFolderIsReadToItsBottom() throws IOException {
    var deep = Files.createDirectories(folder.resolve("suite/x/y"));
    Files.writeString(deep.resolve("one.json"), AGREES.replace(",\"", ",\n\""));
    Files.writeString(folder.resolve("suite/more.jsonl"), SKIPPED + DISAGREES);
    Files.writeString(folder.resolve("suite/README.md"), "no case");
    var run = run("suite/", "--format", "github");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "::error file=suite/more.jsonl,line=2,title=b::is denied: got decision allowed, want"
                + " decision implicitly-denied\n");
    assertThat(run("suite", "good.jsonl", "--json").out()).contains("\"cases\": 5");
  }

  @Test
  void everyFormWritesTheWholeAnswerIntoAFile() throws IOException {
    var run = run("mixed.jsonl", "--format", "text", "--output", "report.txt");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("report.txt")))
        .startsWith("✗ b: is denied: got decision allowed,")
        .contains("✗ 3 cases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "\"action\" | \"acton\" | cases.jsonl:2:84: `/request/action`: member `action` is missing"
            + " (case `b`)",
        "\"tags\" | \"tag\" | cases.jsonl:2:54: `/tag`: unknown member `tag` (case `b`)",
        "\"Allow\" | \"Alow\" | cases.jsonl:2:314: `/identityPolicies/0/document/Statement/Effect`:"
            + " found `Alow`, expected `Allow` or `Deny` (case `b`)",
        "authz-case/1 | authz-case/2 | cases.jsonl:2:11: `/format`: found `authz-case/2`, expected"
            + " `authz-case/1` (case `b`)",
        "\"expected\" | nothing | cases.jsonl:2:",
      })
  void badInputIsNamedByPlaceAndReason(String good, String bad, String message) throws IOException {
    Files.writeString(folder.resolve("cases.jsonl"), AGREES + DISAGREES.replace(good, bad));
    var run = run("cases.jsonl", "--json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("outcrop: " + message);
  }

  @Test
  void aSuiteWithoutCasesProvesNothing() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    var run = run("empty");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("outcrop: there is no case in `empty`\n");
  }

  @Test
  void manyCasesKeepTheirOrder() throws IOException {
    var many = new StringBuilder();
    for (var i = 0; i < 5000; i++) {
      many.append(i % 1000 == 999 ? DISAGREES.replace("\"b\"", "\"b" + i + "\"") : AGREES);
    }
    Files.writeString(folder.resolve("many.jsonl"), many);
    var run = run("many.jsonl", "--json");
    assertThat(run.out()).contains("\"cases\": 5000").contains("\"disagree\": 5");
    assertThat(run.err().lines().map(line -> line.substring(2, line.indexOf(':'))))
        .containsExactly("b999", "b1999", "b2999", "b3999", "b4999");
  }

  private Run run(String... words) {
    var all = new String[words.length + 2];
    all[0] = "policy";
    all[1] = "test";
    System.arraycopy(words, 0, all, 2, words.length);
    return Run.Stage.in(folder).run(all);
  }
}
