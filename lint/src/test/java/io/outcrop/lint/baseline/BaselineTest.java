package io.outcrop.lint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.JsonWriter;
import io.outcrop.lint.Linter;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.subject.LintOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Linter LINTER = Linter.shipped();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final String FILE = "policies/app.json";
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"},
          {"Effect": "Allow", "Action": "kms:DescribeKey", "Resource": "arn:*:kms:*:::*"}
        ]
      }
      """;
  private static final String SAME_IN_ANOTHER_ORDER =
      """
      {"Statement": [
          {"Resource": "arn:*:kms:*:::*", "Action": "kms:DescribeKey", "Effect": "Allow"},
          {"Resource": "*", "Action": "sqs:SendMessage", "Effect": "Allow"}],
       "Version": "2012-10-17"}
      """;

  @Test
  void acceptedFindingsAreNoLongerOpen() {
    var found = lint(POLICY);
    var judged = judge(accepting(found, LocalDate.MAX), found, TODAY);
    assertThat(slugs(judged.open())).containsExactly("write-on-any-resource");
    assertThat(slugs(judged.accepted())).containsExactly("arn-account-missing");
    assertThat(judged.entries()).isEmpty();
  }

  @Test
  void aFingerprintSurvivesFormattingAndOrder() {
    var baseline = accepting(lint(POLICY), LocalDate.MAX);
    var judged = judge(baseline, lint(SAME_IN_ANOTHER_ORDER), TODAY);
    assertThat(slugs(judged.accepted())).containsExactly("arn-account-missing");
    assertThat(judged.entries()).isEmpty();
  }

  @Test
  void anEntryCountsUpToItsLastDay() {
    var found = lint(POLICY);
    var baseline = accepting(found, TODAY);
    assertThat(judge(baseline, found, TODAY).entries()).isEmpty();
    var later = judge(baseline, found, TODAY.plusDays(1));
    assertThat(slugs(later.open())).containsExactly("write-on-any-resource", "arn-account-missing");
    assertThat(later.entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.slug()).isEqualTo("baseline-entry-expired");
          assertThat(entry.message())
              .isEqualTo(
                  "`arn-account-missing` in `policies/app.json` was accepted until 2026-11-20");
          assertThat(entry.pointer()).isEqualTo("/accepted/0");
        });
  }

  @Test
  void anEntryThatNothingAnswersToIsAFinding() {
    var baseline = accepting(lint(POLICY), LocalDate.MAX);
    var right = lint(POLICY.replace("arn:*:kms:*:::*", "arn:aws:kms:*:*:key/*"));
    assertThat(slugs(judge(baseline, right, TODAY).entries()))
        .containsExactly("baseline-entry-unused");
    var other = baseline.judge(Map.of("other.json", right), TODAY, LINTER.catalogue());
    assertThat(other.entries()).isEmpty();
  }

  @Test
  void whatIsWrittenCanBeRead() {
    var baseline = accepting(lint(POLICY), TODAY);
    var read = Baseline.parse(JsonWriter.pretty(baseline.toJson()));
    assertThat(read).isInstanceOf(Baseline.Reading.Read.class);
    assertThat(((Baseline.Reading.Read) read).baseline().toJson()).isEqualTo(baseline.toJson());
  }

  @Test
  void anEntryNeedsAReasonAndOneWayToSayWhich() {
    var read =
        Baseline.parse(
            """
            {"formatVersion": 1, "accepted": [
              {"slug": "any-resource", "file": "a.json", "pointer": "/Statement/0/Resource",
               "fingerprint": "00", "reason": " ", "expires": "soon", "until": "then"}]}
            """);
    assertThat(((Baseline.Reading.Malformed) read).problems())
        .extracting(problem -> problem.pointer() + " " + problem.message())
        .containsExactly(
            "/accepted/0/reason found no reason, expected one",
            "/accepted/0/fingerprint expected either `fingerprint` or `pointer`",
            "/accepted/0/expires found `soon`, expected a date like `2027-01-31`",
            "/accepted/0/until unknown member `until`");
    assertThat(Baseline.parse("[")).isInstanceOf(Baseline.Reading.Malformed.class);
  }

  private static Baseline accepting(List<Finding> found, LocalDate expires) {
    var dead = found.stream().filter(one -> one.slug().equals("arn-account-missing")).findFirst();
    return new Baseline(
        List.of(Accepted.of(dead.orElseThrow(), FILE, "as in AWS's own policy", expires)));
  }

  private static Baseline.Judgement judge(Baseline baseline, List<Finding> found, LocalDate today) {
    return baseline.judge(Map.of(FILE, found), today, LINTER.catalogue());
  }

  private static List<Finding> lint(String policy) {
    var options = LintOptions.at(Instant.parse("2026-11-20T00:00:00Z"));
    return LINTER.lint(policy, PolicyKind.IDENTITY, options).findings();
  }

  private static List<String> slugs(Map<String, List<Finding>> byFile) {
    assertThat(byFile).containsOnlyKeys(FILE);
    return byFile.values().stream().flatMap(List::stream).map(Finding::slug).toList();
  }

  private static List<String> slugs(List<Finding> findings) {
    return findings.stream().map(Finding::slug).toList();
  }
}
