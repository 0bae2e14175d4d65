package io.outcrop.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Severance;
import io.outcrop.sandbox.service.Services;
import io.outcrop.sandbox.world.FaultSection;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final String BODY =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  private static final String MESSAGE =
      """
      {"model":"anthropic.claude-sonnet-5-5","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  @TempDir Path temp;

  private final List<Duration> waits = new ArrayList<>();
  private LiveWorld world;
  private Services services;

  @BeforeEach
  void open() {
    LiveWorld.create(temp.resolve("w"), Worlds.get("application").realm(), () -> NOW);
    world = LiveWorld.open(temp.resolve("w"), () -> NOW, () -> NOW);
    services = new Services(world, waits::add);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void faults(String json) {
    var problems = new ArrayList<Problem>();
    var document = ((JsonReading.Read) JsonReader.read("{\"faults\": [" + json + "]}")).value();
    var faults = FaultSection.readAlone(document, problems);
    assertThat(problems).isEmpty();
    world.exclusively(() -> {
      var realm = world.realm();
      world.commit(realm.with(realm.circumstances().withFaults(faults)));
      return faults;
    });
  }

  private Reply call(String key, String service, String operation) {
    return call(key, service, operation, BODY);
  }

  private Reply call(String key, String service, String operation, String body) {
    var input =
        service.equals("bedrock-runtime")
            ? Json.object().with("modelId", Json.of("us.anthropic.claude-sonnet-5-5"))
            : Json.object();
    return services.apply(
        new Call(
            "00000000-0000-4000-8000-000000000001",
            service,
            operation,
            input,
            body,
            Map.of(),
            new Caller.Signed(key),
            "us-east-1",
            NOW));
  }

  private Reply invoke() {
    return call("AKIAIOSFODNN7EXAMPLE", "bedrock-runtime", "InvokeModel");
  }

  private Reply.Stream stream() {
    var reply = call("AKIAIOSFODNN7EXAMPLE", "bedrock-runtime", "InvokeModelWithResponseStream");
    assertThat(reply).isInstanceOf(Reply.Events.class);
    return ((Reply.Events) reply).stream();
  }

  private static String said(Reply reply) {
    return reply instanceof Reply.Fault fault ? fault.status() + " " + fault.code() : "answered";
  }

  @Test
  void theFirstSoManyCallsFail() {
    faults("{\"kind\": \"THROTTLE\", \"count\": 2}");
    assertThat(List.of(said(invoke()), said(invoke()), said(invoke())))
        .containsExactly("429 ThrottlingException", "429 ThrottlingException", "answered");
  }

  @Test
  void aServiceFailsInItsOwnWords() {
    faults("{\"kind\": \"THROTTLE\"}");
    assertThat(call("AKIAIOSFODNN7EXAMPLE", "organizations", "ListRoots"))
        .isInstanceOfSatisfying(
            Reply.Fault.class,
            fault -> {
              assertThat(fault.status()).isEqualTo(400);
              assertThat(fault.code()).isEqualTo("TooManyRequestsException");
            });
    assertThat(call("AKIAIOSFODNN7EXAMPLE", "cloudtrail", "LookupEvents"))
        .isInstanceOfSatisfying(
            Reply.Fault.class, fault -> assertThat(fault.code()).isEqualTo("ThrottlingException"));
  }

  @Test
  void aShareOfCallsFailsAndTheSameSeedMeetsTheSameOnes() {
    var first = drawn(7);
    assertThat(first.stream().filter("answered"::equals)).hasSizeBetween(90, 150);
    assertThat(drawn(7)).isEqualTo(first);
    assertThat(drawn(8)).isNotEqualTo(first);
  }

  private List<String> drawn(int seed) {
    faults("{\"kind\": \"UNAVAILABLE\", \"share\": 0.4, \"seed\": %d}".formatted(seed));
    var said = new ArrayList<String>();
    for (var i = 0; i < 200; i++) {
      said.add(said(call("AKIAI44QH8DHBEXAMPLE", "iam", "ListUsers")));
    }
    return said;
  }

  @Test
  void onlyCallsInScopeAreMet() {
    faults(
        """
        {"kind": "THROTTLE", "service": "iam", "operation": "List*"},
        {"kind": "INTERNAL_ERROR", "principal": "arn:aws:iam::111122223333:user/adm*", "service": "sts"},
        {"kind": "MODEL_ERROR", "model": "anthropic.claude-haiku-4-5-20251001-v1:0"}
        """);
    assertThat(said(call("AKIAI44QH8DHBEXAMPLE", "iam", "ListUsers"))).isEqualTo("400 Throttling");
    assertThat(said(call("AKIAI44QH8DHBEXAMPLE", "iam", "GetUser"))).isEqualTo("answered");
    assertThat(said(call("AKIAI44QH8DHBEXAMPLE", "sts", "GetCallerIdentity")))
        .isEqualTo("500 InternalFailure");
    assertThat(said(call("AKIAIOSFODNN7EXAMPLE", "sts", "GetCallerIdentity")))
        .isEqualTo("answered");
    assertThat(said(invoke())).isEqualTo("answered");
  }

  @Test
  void whoMayNotCallIsToldThatFirst() {
    faults("{\"kind\": \"THROTTLE\"}");
    world.exclusively(() -> {
      world.commit(
          Worlds.get("iam-no-identity-policy-allow").realm().with(world.realm().circumstances()));
      return world;
    });
    assertThat(said(invoke())).isEqualTo("403 AccessDeniedException");
  }

  @Test
  void anErrorIsSaidInItsOwnWords() {
    faults(
        "{\"kind\": \"ERROR\", \"error\": {\"status\": 400, \"code\": \"ValidationException\","
            + " \"message\": \"Operation not allowed\"}}");
    assertThat(invoke())
        .isEqualTo(new Reply.Fault(400, "ValidationException", "Operation not allowed", false));
  }

  @Test
  void anAnswerComesLateAndOthersDoNotWaitForIt() {
    faults("{\"kind\": \"LATENCY\", \"delay\": \"PT30S\", \"operation\": \"InvokeModel\"}");
    assertThat(said(invoke())).isEqualTo("answered");
    assertThat(waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aDroppedCallIsAnsweredNothing() {
    faults("{\"kind\": \"DROP\", \"count\": 1, \"manner\": \"RESET\"}");
    assertThat(invoke()).isEqualTo(new Reply.Severed(List.of(), Severance.RESET));
    assertThat(said(invoke())).isEqualTo("answered");
  }

  @Test
  void aStreamIsSlowToBeginFallsSilentAndGoesOn() {
    faults(
        "{\"kind\": \"SLOW_FIRST_BYTE\", \"delay\": \"PT7S\"},"
            + "{\"kind\": \"SILENCE\", \"after\": 2, \"delay\": \"PT1M\"}");
    try (var stream = stream()) {
      assertThat(waits).isEmpty();
      stream.next();
      assertThat(waits)
          .containsOnlyOnce(Duration.ofSeconds(7))
          .doesNotContain(Duration.ofMinutes(1));
      stream.next();
      stream.next();
      assertThat(waits).contains(Duration.ofMinutes(1));
      while (stream.hasNext()) {
        stream.next();
      }
    }
    assertThat(waits).containsOnlyOnce(Duration.ofMinutes(1), Duration.ofSeconds(7));
  }

  @Test
  void aStreamIsCut() {
    faults("{\"kind\": \"CUT\", \"after\": 3, \"manner\": \"SILENCE\"}");
    var reply = call("AKIAIOSFODNN7EXAMPLE", "bedrock-runtime", "InvokeModelWithResponseStream");
    assertThat(reply).isInstanceOf(Reply.Severed.class);
    var severed = (Reply.Severed) reply;
    assertThat(severed.manner()).isEqualTo(Severance.SILENCE);
    try (var stream = severed.begun().getFirst().stream()) {
      for (var i = 0; i < 3; i++) {
        assertThat(stream.hasNext()).isTrue();
        stream.next();
      }
      assertThat(stream.hasNext()).isFalse();
    }
  }

  @Test
  void aCutStreamUsesLessThanAWholeOne() {
    assertThat(outputTokens()).hasSize(1).allMatch(tokens -> tokens > 5);
    faults("{\"kind\": \"CUT\", \"after\": 3}");
    assertThat(outputTokens()).hasSize(2).anyMatch(tokens -> tokens < 5);
  }

  /// What calls to models used, one more among them.
  private List<Long> outputTokens() {
    var events =
        switch (call("AKIAIOSFODNN7EXAMPLE", "bedrock-runtime", "InvokeModelWithResponseStream")) {
          case Reply.Severed(var begun, _) -> begun.getFirst();
          case Reply.Events whole -> whole;
          case Reply other -> throw new AssertionError(other);
        };
    try (var stream = events.stream()) {
      while (stream.hasNext()) {
        stream.next();
      }
    }
    var used = new ArrayList<Long>();
    world
        .ledger()
        .modelCalls(
            NOW, NOW.plusSeconds(1), call -> used.add(call.number("outputTokens").orElse(-1L)));
    return used;
  }

  @Test
  void everyDoorOfAModelIsMet() {
    faults(
        "{\"kind\": \"ERROR\", \"model\": \"anthropic.claude-sonnet-5-5\", \"count\": 2, \"error\":"
            + " {\"status\": 529, \"code\": \"overloaded_error\", \"message\": \"Overloaded\"}}");
    var admin = "AKIAI44QH8DHBEXAMPLE";
    assertThat(said(call(admin, "bedrock-runtime", "CountTokens")))
        .isEqualTo("529 overloaded_error");
    assertThat(said(call(admin, "bedrock-mantle", "CreateInference", MESSAGE)))
        .isEqualTo("529 overloaded_error");
    assertThat(said(call(admin, "bedrock-runtime-messages", "CreateMessage", MESSAGE)))
        .isNotEqualTo("529 overloaded_error");
  }

  @Test
  void anExceptionEndsAStream() {
    faults(
        "{\"kind\": \"EXCEPTION\", \"after\": 1, \"error\": {\"code\": \"throttlingException\","
            + " \"message\": \"Too many tokens\"}}");
    try (var stream = stream()) {
      stream.next();
      assertThat(stream.next())
          .isEqualTo(
              new Reply.Event(
                  true,
                  "throttlingException",
                  Json.object().with("message", Json.of("Too many tokens"))));
      assertThat(stream.hasNext()).isFalse();
    }
  }

  @Test
  void whatIsLeftOfAFaultOutlivesTheProcess() {
    faults("{\"kind\": \"THROTTLE\", \"count\": 3}");
    invoke();
    world.close();
    world = LiveWorld.open(temp.resolve("w"), () -> NOW, () -> NOW);
    services = new Services(world, waits::add);
    assertThat(List.of(said(invoke()), said(invoke()), said(invoke())))
        .containsExactly("429 ThrottlingException", "429 ThrottlingException", "answered");
  }
}
