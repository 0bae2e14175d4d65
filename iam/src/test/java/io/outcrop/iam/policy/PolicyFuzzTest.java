package io.outcrop.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.outcrop.json.Problem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever text comes in, the parser answers: no exception, no endless work, no memory out of
/// proportion, and every problem with its place. The seed is the number of the trial.
class PolicyFuzzTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Id": "x", "Statement": [
        {"Sid": "A", "Effect": "Allow", "Principal": {"AWS": ["111122223333", "*"]},
         "Action": ["s3:Get*", "bedrock:InvokeModel"], "Resource": "arn:aws:s3:::bucket/${aws:username}/*",
         "Condition": {"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["a*", "b?"]},
                       "NumericLessThan": {"s3:max-keys": 10}, "Bool": {"aws:SecureTransport": true},
                       "IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}},
        {"Effect": "Deny", "NotPrincipal": "*", "NotAction": "iam:*", "NotResource": ["*"]}]}
      """;

  private static final List<String> ODDITIES =
      List.of(
          "\u0000",
          "\uFEFF",
          "\ud800",
          "\udc00\ud800",
          "\\u0000",
          "\\ud800",
          "\\x",
          "\\",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "true",
          "-",
          "1e999999999",
          "-1e-999999999",
          "1E400",
          "0.1e-400",
          "00",
          "NaN",
          "{}",
          "[]",
          "[[]]",
          "\"\"",
          "//",
          "/* */",
          "\n",
          "\r",
          "\t",
          "\u2028",
          "é",
          "\uD83D\uDE00",
          "\"Statement\":",
          "\"Effect\":\"Allow\",",
          "${",
          "${}",
          "${*",
          "'",
          "1".repeat(1200),
          "\"" + "*".repeat(500) + "\"");

  private static void check(String text, String what) {
    for (var kind : PolicyKind.values()) {
      switch (PolicyParser.parse(text, kind)) {
        case PolicyParsing.Parsed(var document) ->
            assertThat(document.source()).as(what).isNotNull();
        case PolicyParsing.Rejected(var problems) -> {
          assertThat(problems).as(what).isNotEmpty();
          assertThat(problems).as(what).allMatch(PolicyFuzzTest::hasPlace);
        }
      }
    }
  }

  private static boolean hasPlace(Problem problem) {
    return problem.position().line() >= 1
        && problem.position().column() >= 1
        && !problem.message().isBlank();
  }

  @Test
  @Timeout(20)
  void mutatedPolicies() {
    for (var seed = 0; seed < 8_000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(POLICY);
      for (var left = 1 + random.nextInt(4); left > 0; left--) {
        mutate(text, random);
      }
      check(text.toString(), "seed " + seed);
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    var from = random.nextInt(text.length());
    var to = Math.min(text.length(), from + random.nextInt(12));
    switch (random.nextInt(5)) {
      case 0 -> text.insert(from, ODDITIES.get(random.nextInt(ODDITIES.size())));
      case 1 -> text.replace(from, to, ODDITIES.get(random.nextInt(ODDITIES.size())));
      case 2 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
      case 3 -> text.setCharAt(from, (char) random.nextInt(0x10000));
      default -> text.setLength(Math.max(1, from));
    }
  }

  @Test
  @Timeout(20)
  void randomJson() {
    for (var seed = 0; seed < 5_000; seed++) {
      var text = new StringBuilder();
      value(text, new Random(seed), 0);
      check(text.toString(), "seed " + seed);
    }
  }

  private static final List<String> NAMES =
      List.of(
          "Version",
          "Id",
          "Statement",
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition",
          "AWS",
          "Service",
          "StringEquals",
          "Null",
          "aws:username",
          "x",
          "");
  private static final List<String> SCALARS =
      List.of(
          "\"Allow\"",
          "\"Deny\"",
          "\"*\"",
          "\"2012-10-17\"",
          "\"s3:*\"",
          "1",
          "1.5e3",
          "true",
          "null",
          "\"arn:aws:s3:::b/*\"",
          "\"\"");

  private static void value(StringBuilder text, Random random, int depth) {
    var shape = depth > 6 ? 2 : random.nextInt(4);
    if (shape == 0 || depth == 0) {
      members(text, random, depth);
    } else if (shape == 1) {
      text.append('[');
      for (var left = random.nextInt(4); left > 0; left--) {
        value(text, random, depth + 1);
        text.append(left > 1 ? "," : "");
      }
      text.append(']');
    } else {
      text.append(SCALARS.get(random.nextInt(SCALARS.size())));
    }
  }

  private static void members(StringBuilder text, Random random, int depth) {
    text.append('{');
    for (var left = random.nextInt(8); left > 0; left--) {
      text.append('"').append(NAMES.get(random.nextInt(NAMES.size()))).append("\":");
      value(text, random, depth + 1);
      text.append(left > 1 ? "," : "");
    }
    text.append('}');
  }

  @Test
  @Timeout(20)
  void particularTexts() {
    check("", "empty");
    check(" ", "white space");
    check("\uFEFF" + POLICY, "byte order mark");
    check("\uFEFF\uFEFF" + POLICY, "two byte order marks");
    check("\u0000", "NUL");
    for (var depth : List.of(100, 199, 200, 201, 1000, 100_000)) {
      check("[".repeat(depth), depth + " open");
      check("[".repeat(depth) + "]".repeat(depth), depth + " deep");
      check("{\"a\":".repeat(depth) + "1" + "}".repeat(depth), depth + " objects deep");
    }
    for (var oddity : ODDITIES) {
      check(oddity, "alone " + oddity);
      check(POLICY.replace("10,", oddity + ","), "as a value " + oddity);
      check(POLICY.replace("203.0.113.0/24", oddity), "in a string " + oddity);
      check(POLICY.replace("\"A\"", oddity), "as a Sid " + oddity);
      check(POLICY + oddity, "behind " + oddity);
    }
  }

  @Test
  @Timeout(60)
  void largeTextsTakeMemoryInProportion() {
    var statement =
        "{\"Effect\":\"Allow\",\"Action\":[\"s3:Get*\",\"s3:Put*\"],\"Resource\":\"arn:aws:s3:::b/*\","
            + "\"Condition\":{\"StringEquals\":{\"aws:username\":\"alice\"}}}";
    var head = "{\"Version\":\"2012-10-17\",\"Statement\":[";
    inProportion("many statements", head + (statement + ",").repeat(20_000) + statement + "]}");
    inProportion(
        "one long string", head + statement.replace("alice", "a".repeat(4_000_000)) + "]}");
    inProportion(
        "many values",
        head + statement.replace("\"alice\"", "[" + "\"a\",".repeat(400_000) + "\"a\"]") + "]}");
    inProportion("many problems", head + "{},".repeat(200_000) + "{}]}");
    inProportion("many unknown members", head + unknown(statement, 100_000) + "]}");
    inProportion(
        "many bad characters", head + statement.replace("alice", "\\u00e9".repeat(300_000)) + "]}");
    inProportion(
        "numbers that would be long",
        head + statement.replace("\"alice\"", "[" + "1e999999999,".repeat(100_000) + "1]") + "]}");
    inProportion("open brackets", "[".repeat(2_000_000));
    inProportion("a long tail", POLICY + " ".repeat(4_000_000));
    inProportion("a long word", "x".repeat(2_000_000));
  }

  private static String unknown(String statement, int count) {
    var text = new StringBuilder(statement).deleteCharAt(statement.length() - 1);
    for (var i = 0; i < count; i++) {
      text.append(",\"Member").append(i).append("\":1");
    }
    return text.append('}').toString();
  }

  /// A text of one byte a character becomes objects of some dozens of bytes for each few of them.
  private static void inProportion(String what, String text) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var thread = Thread.currentThread().threadId();
    var before = threads.getThreadAllocatedBytes(thread);
    var began = System.nanoTime();
    var parsing = PolicyParser.parse(text, PolicyKind.IDENTITY);
    var taken = Duration.ofNanos(System.nanoTime() - began);
    var allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(parsing).as(what).isNotNull();
    assertThat(allocated / (double) text.length())
        .as("%s: bytes a character", what)
        .isLessThan(150);
    assertThat(taken).as(what).isLessThan(Duration.ofSeconds(10));
  }
}
