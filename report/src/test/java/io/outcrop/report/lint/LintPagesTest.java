package io.outcrop.report.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.TextPatch;
import io.outcrop.lint.Linter;
import io.outcrop.lint.subject.LintOptions;
import io.outcrop.report.Ending;
import io.outcrop.report.Golden;
import io.outcrop.report.lint.LintResult.Linted;
import io.outcrop.report.lint.MendingText.Mended;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LintPagesTest {
  private static final Ending NEXT =
      new Ending("", "outcrop policy lint policies/dev.json policies/scp.json --fix");
  private static final String DEV =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Models",
            "Effect": "Allow",
            "Action": ["bedrock:InvokeModel*", "bedrock:Converse"],
            "Resource": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.*"
          },
          {
            "Effect": "Allow",
            "Action": "bedrock:InvokeModel*",
            "Resource": "arn:aws:bedrock:us-east-1:111122223333:inference-profile/team-a",
            "Condition": { "StringEquals": { "aws:RequestedRegio": "us-east-1" } }
          }
        ]
      }
      """;
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
  private static final Linter LINTER = Linter.shipped();

  @Test
  void findingsReadAsTheyShould() {
    pages("lint", look -> LintText.render(result(), NEXT, look));
    json("lint", LintJson.of(result(), NEXT));
    Golden.check("lint.github", LintAnnotations.of(result()));
    Golden.check("lint.sarif", JsonWriter.pretty(SarifLog.of(result(), "1.0.0")) + "\n");
  }

  @Test
  void nothingFoundReadsAsItShould() {
    var clean =
        new LintResult(
            List.of(), "known.json", List.of(), List.of("1 JSON file of `all` is no policy"));
    pages("lint-clean", look -> LintText.render(clean, Ending.none(), look));
  }

  @Test
  void aFindingsPageReadsAsItShould() {
    var type = LINTER.catalogue().get("bedrock-operation-not-action");
    pages("lint-page", look -> FindingPages.render(type, look));
    json("lint-page", FindingPages.json(type));
  }

  @Test
  void whatFixesChangeReadsAsItShould() {
    var fix = linted("dev.json", DEV, PolicyKind.IDENTITY).open().getFirst().fixes().getFirst();
    var after = TextPatch.apply(DEV, fix.patch()).orElseThrow();
    var mended = List.of(new Mended("policies/dev.json", DEV, after, List.of(fix.title())));
    pages("lint-mending", look -> MendingText.render(mended, look));
  }

  private static LintResult result() {
    var dev = linted("policies/dev.json", DEV, PolicyKind.IDENTITY);
    var scp = linted("policies/scp.json", SCP, PolicyKind.SCP);
    var accepted =
        new Linted(
            scp.name(),
            true,
            scp.text(),
            scp.kind(),
            false,
            scp.open().subList(0, 1),
            scp.open().subList(1, 2));
    return new LintResult(List.of(dev, accepted), "known.json", List.of(), List.of());
  }

  private static Linted linted(String name, String text, PolicyKind kind) {
    var options = LintOptions.at(Instant.parse("2026-11-20T00:00:00Z"));
    return new Linted(
        name, true, text, kind, true, LINTER.lint(text, kind, options).findings(), List.of());
  }

  private static void pages(String name, Function<Look, String> page) {
    Golden.check(name + "-80.txt", page.apply(Look.plain()));
    Golden.check(name + "-120.txt", page.apply(new Look(120, false, false, false, false)));
    Golden.check(name + "-verbose.txt", page.apply(new Look(80, false, false, true, false)));
    Golden.check(name + "-mask-ascii.txt", page.apply(new Look(80, false, true, true, true)));
    Golden.check(name + "-colour.txt", page.apply(new Look(80, true, false, false, false)));
  }

  private static void json(String name, Json.Obj value) {
    Golden.check(name + ".json", JsonWriter.pretty(Masking.of(value, false)) + "\n");
    Golden.check(name + "-mask.json", JsonWriter.pretty(Masking.of(value, true)) + "\n");
  }
}
