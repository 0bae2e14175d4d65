package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.trace.Sent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All traces of a call say the same, and what its answer said.
final class TracesTest {
  private static final String ADMIN = "AKIAIOSFODNN7EXAMPLE";
  private static final String MODEL = "us.anthropic.claude-sonnet-5-5";
  private static final String ACCOUNT = "111122223333";
  private static final String CONVERSE =
      """
      {"modelId":"%s","messages":[{"role":"user","content":[{"text":"%s"}]}],\
      "inferenceConfig":{"maxTokens":%d}}\
      """;

  @TempDir Path temp;

  private List<Json.Obj> lines(Playground playground, String kind) throws IOException {
    playground.world().ledger().flush();
    var lines = new ArrayList<Json.Obj>();
    try (var files = Files.list(temp.resolve("world").resolve("traces"))) {
      for (var file : files.sorted().toList()) {
        if (String.valueOf(file.getFileName()).matches(kind + "-[0-9-]+\\.jsonl")) {
          Files.readAllLines(file).forEach(line -> lines.add(Playground.object(line)));
        }
      }
    }
    return lines;
  }

  private static Json.Obj of(List<Json.Obj> lines, String member, String requestId) {
    var found =
        lines.stream()
            .filter(line -> line.text(member).filter(requestId::equals).isPresent())
            .toList();
    assertThat(found).as("lines of " + requestId).hasSize(1);
    return found.getFirst();
  }

  private static long number(Json.Obj object, String name) {
    return object.get(name).orElse(null) instanceof Json.Num(var value, _) ? value.longValue() : -1;
  }

  /// What an answer says of itself: tokens in and out.
  private record Said(long input, long output, long latency) {}

  private Reply call(Playground playground, String operation, String text, long maxTokens) {
    return operation.startsWith("Invoke")
        ? playground.call(
            ADMIN,
            "bedrock-runtime",
            operation,
            "{\"modelId\":\"" + MODEL + "\"}",
            """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":%d,\
            "messages":[{"role":"user","content":"%s"}]}\
            """
                .formatted(maxTokens, text))
        : playground.call(
            ADMIN, "bedrock-runtime", operation, CONVERSE.formatted(MODEL, text, maxTokens), "");
  }

  private static Said said(Reply reply) {
    return switch (reply) {
      case Reply.Payload(_, _, var headers) ->
          new Said(
              Long.parseLong(headers.get("x-amzn-bedrock-input-token-count")),
              Long.parseLong(headers.get("x-amzn-bedrock-output-token-count")),
              Long.parseLong(headers.get("x-amzn-bedrock-invocation-latency")));
      case Reply.Output(Json.Obj output) -> said(output);
      case Reply.Events events -> {
        var all = new ArrayList<Reply.Event>();
        try (var stream = events.stream()) {
          stream.forEachRemaining(all::add);
        }
        var last = Sent.of(all).events().getLast();
        var metrics = last.object("amazon-bedrock-invocationMetrics");
        yield metrics.isPresent()
            ? new Said(
                number(metrics.get(), "inputTokenCount"),
                number(metrics.get(), "outputTokenCount"),
                number(metrics.get(), "invocationLatency"))
            : said(last.object("metadata").orElseThrow());
      }
      case Reply.Fault _, Reply.Severed _ -> throw new AssertionError(reply);
    };
  }

  private static Said said(Json.Obj converse) {
    var usage = converse.object("usage").orElseThrow();
    return new Said(
        number(usage, "inputTokens"),
        number(usage, "outputTokens"),
        number(converse.object("metrics").orElseThrow(), "latencyMs"));
  }

  @Test
  void everyKindOfCallLeavesTracesThatAgree() throws IOException {
    var random = new Random(5);
    var operations =
        List.of("InvokeModel", "Converse", "InvokeModelWithResponseStream", "ConverseStream");
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      for (var round = 0; round < 24; round++) {
        playground.pass(Duration.ofMillis(1 + random.nextInt(100_000)));
        var at = playground.world().clock().instant();
        var operation = operations.get(round % operations.size());
        var said =
            said(
                call(
                    playground,
                    operation,
                    "say ".repeat(1 + random.nextInt(50)),
                    1 + random.nextInt(60)));
        var id = playground.lastRequestId();

        var event = of(lines(playground, "events"), "requestID", id);
        assertThat(event.text("eventName")).contains(operation);
        assertThat(event.text("eventTime")).contains(at.truncatedTo(ChronoUnit.SECONDS).toString());
        assertThat(event.get("errorCode")).isEmpty();
        assertThat(event.object("requestParameters").orElseThrow())
            .isEqualTo(Playground.object("{\"modelId\":\"" + MODEL + "\"}"));

        var line = of(lines(playground, "model-calls"), "requestId", id);
        assertThat(line.text("time")).contains(at.toString());
        assertThat(
                new Said(
                    number(line, "inputTokens"),
                    number(line, "outputTokens"),
                    number(line, "latencyMs")))
            .isEqualTo(said);
        assertThat(number(line, "quotaTokens")).isEqualTo(said.input() + 10 * said.output());
        assertThat(line.text("usd").map(BigDecimal::new))
            .hasValueSatisfying(usd ->
                assertThat(usd)
                    .isEqualByComparingTo(
                        new BigDecimal(22 * said.input() + 110 * said.output()).movePointLeft(7)));
        assertThat(line.text("inferenceRegion").filter(region -> !region.equals("us-east-1")))
            .isEqualTo(
                event.object("additionalEventData").flatMap(data -> data.text("inferenceRegion")));

        var log = of(lines(playground, "invocations"), "requestId", id);
        assertThat(log.text("timestamp")).isEqualTo(event.text("eventTime"));
        assertThat(log.text("inferenceRegion")).isEqualTo(line.text("inferenceRegion"));
        assertThat(number(log.object("input").orElseThrow(), "inputTokenCount"))
            .isEqualTo(said.input());
        assertThat(number(log.object("output").orElseThrow(), "outputTokenCount"))
            .isEqualTo(said.output());
        assertThat(log.object("output").orElseThrow().get("outputBodyJson")).isPresent();
      }
      assertThat(playground.world().ledger().ofKey(ADMIN).orElseThrow().at())
          .isEqualTo(playground.world().clock().instant());
      assertThat(playground.world().ledger().ofModel(ACCOUNT, "anthropic.claude-sonnet-5-5"))
          .contains(playground.world().clock().instant());
    }
  }

  @Test
  void streamThatIsCutIsRecordedWithWhatWasSentByThen() throws IOException {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      var whole = said(call(playground, "ConverseStream", "Hello", 500)).output();
      for (var operation : List.of("ConverseStream", "InvokeModelWithResponseStream")) {
        if (call(playground, operation, "Hello", 500) instanceof Reply.Events events) {
          try (var stream = events.stream()) {
            for (var i = 0; i < 5; i++) {
              stream.next();
            }
          }
        }
        var line = of(lines(playground, "model-calls"), "requestId", playground.lastRequestId());
        assertThat(number(line, "outputTokens"))
            .isEqualTo(operation.startsWith("Converse") ? 12 : 9)
            .isLessThan(whole);
        assertThat(number(line, "quotaTokens"))
            .isEqualTo(number(line, "inputTokens") + 10 * number(line, "outputTokens"));
        assertThat(of(lines(playground, "events"), "requestID", playground.lastRequestId()))
            .isNotNull();
      }
    }
  }

  @Test
  void refusalsCarryAwsNamesAndSentences() throws IOException {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      call(playground, "InvokeModel", "Hello", -1);
      assertRefused(playground, "ValidationException", "client-error");
      playground.call(
          ADMIN,
          "bedrock-runtime",
          "Converse",
          CONVERSE.formatted("anthropic.claude-9", "x", 1),
          "");
      var sentence = assertRefused(playground, "ValidationException", "client-error");
      assertThat(sentence).isEqualTo("The provided model identifier is invalid.");
    }
  }

  @Test
  void denialsAreCalledAccessDenied() throws IOException {
    try (var playground = new Playground(temp.resolve("world"), "scp-region-block-cross-region")) {
      var key = "AKIAIOSFODNN7EXAMPLE";
      var reply =
          playground.call(
              key,
              "bedrock-runtime",
              "Converse",
              CONVERSE.formatted(playground.world().realm().subject().model(), "Hello", 10),
              "");
      assertThat(reply).isInstanceOf(Reply.Fault.class);
      var sentence = assertRefused(playground, "AccessDenied", "denied");
      assertThat(sentence).isEqualTo(((Reply.Fault) reply).message());
    }
  }

  @Test
  void throttledCallsAreNoInvocations() throws IOException {
    try (var playground = new Playground(temp.resolve("world"), "throttle-quota-zero-or-low")) {
      call(playground, "InvokeModel", "Hello", 10);
      assertRefused(playground, "ThrottlingException", "throttled");
    }
  }

  private String assertRefused(Playground playground, String code, String outcome)
      throws IOException {
    var id = playground.lastRequestId();
    var event = of(lines(playground, "events"), "requestID", id);
    var line = of(lines(playground, "model-calls"), "requestId", id);
    assertThat(event.text("errorCode")).contains(code);
    assertThat(line.text("errorCode")).contains(code);
    assertThat(line.text("outcome")).contains(outcome);
    assertThat(line.get("inputTokens")).isEmpty();
    assertThat(event.get("responseElements")).contains(Json.ofNull());
    assertThat(of(lines(playground, "invocations"), "requestId", id).get("output")).isEmpty();
    return event.text("errorMessage").orElseThrow();
  }

  @Test
  void secretsAreInNoTrace() throws IOException {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      playground.call(
          ADMIN,
          "sts",
          "AssumeRole",
          "{\"RoleArn\":\"arn:aws:iam::444455556666:role/OrganizationAccountAccessRole\",\"RoleSessionName\":\"work\"}",
          "");
      var reply = playground.call(ADMIN, "iam", "CreateAccessKey", "{\"UserName\":\"admin\"}", "");
      var made = ((Reply.Output) reply).output().object("AccessKey").orElseThrow();
      var event = of(lines(playground, "events"), "requestID", playground.lastRequestId());
      assertThat(event.toString())
          .doesNotContain(made.text("SecretAccessKey").orElseThrow())
          .contains(made.text("AccessKeyId").orElseThrow());
      assertThat(event.get("readOnly")).contains(Json.of(false));
      assertThat(event.text("awsRegion")).contains("us-east-1");
      var session =
          playground
              .world()
              .realm()
              .account("444455556666")
              .flatMap(account -> account.role("OrganizationAccountAccessRole"))
              .orElseThrow()
              .sessions()
              .values()
              .iterator()
              .next();
      var all = lines(playground, "events").toString();
      assertThat(all).doesNotContain(session.secret().reveal(), session.token().reveal());
      playground.call(session.accessKeyId(), "sts", "GetCallerIdentity", "{}", "");
      var identity =
          of(lines(playground, "events"), "requestID", playground.lastRequestId())
              .object("userIdentity")
              .orElseThrow();
      assertThat(identity.text("type")).contains("AssumedRole");
      assertThat(
              identity
                  .object("sessionContext")
                  .flatMap(context -> context.object("sessionIssuer"))
                  .flatMap(issuer -> issuer.text("arn")))
          .contains("arn:aws:iam::444455556666:role/OrganizationAccountAccessRole");
      assertThat(
              playground.world().ledger().ofRole("444455556666", "OrganizationAccountAccessRole"))
          .hasValueSatisfying(use -> assertThat(use.service()).isEqualTo("sts"));
    }
  }
}
