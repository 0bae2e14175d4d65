package io.outcrop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.Severity;
import io.outcrop.lint.subject.LintOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinterTest {
  private static final Linter LINTER = Linter.shipped();
  private static final LintOptions OPTIONS = LintOptions.at(Instant.parse("2026-11-20T00:00:00Z"));
  private static final String SIGNS = "{}[]\",:*?$\\\u2013\u201c /a1";
  private static final Path MANAGED =
      Path.of("../sandbox/src/main/resources/io/outcrop/sandbox/managed");

  @Test
  void awsOwnDeadStatementIsFound() throws IOException {
    var report = lint(managed("AmazonBedrockFullAccess"), PolicyKind.IDENTITY);
    assertThat(report.of(Severity.ERROR))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.slug()).isEqualTo("arn-account-missing");
          assertThat(finding.message()).contains("`arn:*:kms:*:::*`").contains("matches nothing");
        });
  }

  @Test
  void administratorsAreToldSoAndNothingElse() throws IOException {
    var report = lint(managed("AdministratorAccess"), PolicyKind.IDENTITY);
    assertThat(report.findings()).extracting(Finding::slug).containsExactly("allow-everything");
  }

  @Test
  void theLeastPolicyForAModelIsClean() {
    var report =
        lint(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Profile",
                  "Effect": "Allow",
                  "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                  "Resource": "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6"
                },
                {
                  "Sid": "Models",
                  "Effect": "Allow",
                  "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                  "Resource": [
                    "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6",
                    "arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6",
                    "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-6"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "bedrock:InferenceProfileArn": "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6"
                    }
                  }
                }
              ]
            }
            """,
            PolicyKind.IDENTITY);
    assertThat(report.findings()).isEmpty();
    assertThat(report.isClean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void answersWhateverTheTextIs(PolicyKind kind) throws IOException {
    var seed = 4_711L;
    var random = new Random(seed);
    var texts = new ArrayList<>(List.of("", " ", "null", "[]", "{}", "\"", "{\"Statement\":", "7"));
    var whole = managed("AmazonBedrockFullAccess");
    for (var i = 0; i < 60; i++) {
      texts.add(damaged(whole, random));
      texts.add(wild(random, 3));
    }
    for (var text : texts) {
      assertThat(lint(text, kind).findings()).as("seed %d: %s", seed, text).isNotNull();
    }
  }

  /// A policy with some characters taken out, doubled or exchanged.
  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (var i = 0; i < 1 + random.nextInt(6); i++) {
      var at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, damaged.charAt(at));
        default -> damaged.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return damaged.toString();
  }

  /// Any JSON with the names of policies in it.
  private static String wild(Random random, int depth) {
    var names =
        List.of(
            "Version",
            "Statement",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "Principal",
            "Condition",
            "StringEquals",
            "Null",
            "AWS",
            "aws:SourceIp",
            "Sid",
            "Id",
            "IpAddress");
    var values =
        List.of(
            "\"*\"",
            "\"arn:aws:s3:::\"",
            "\"arn:\"",
            "\"bedrock:\"",
            "\":\"",
            "\"${\"",
            "\"\"",
            "null",
            "7",
            "true",
            "\"2012-10-17\"",
            "\"Allow\"",
            "\"Deny\"",
            "\"1/2/3\"",
            "\"arn:aws:bedrock:us-east-1::foundation-model/\"",
            "\"::/999\"",
            "\"repo:\"");
    if (depth == 0 || random.nextInt(5) == 0) {
      return values.get(random.nextInt(values.size()));
    }
    var parts =
        IntStream.range(0, random.nextInt(5))
            .mapToObj(_ -> {
              var inner = wild(random, depth - 1);
              return "\"" + names.get(random.nextInt(names.size())) + "\": " + inner;
            });
    return random.nextInt(4) == 0
        ? "[" + wild(random, depth - 1) + ", " + wild(random, depth - 1) + "]"
        : "{" + parts.collect(Collectors.joining(", ")) + "}";
  }

  private static String managed(String name) throws IOException {
    var text = Files.readString(MANAGED.resolve(name + ".json"));
    var start = text.indexOf("\"document\"");
    return start < 0 ? text : text.substring(text.indexOf('{', start), text.lastIndexOf('}'));
  }

  private static LintReport lint(String text, PolicyKind kind) {
    return LINTER.lint(text, kind, OPTIONS);
  }
}
