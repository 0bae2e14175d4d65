package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Admission;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.realm.UseCase;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random standings of an account, random time: states move as documented and never back, and what
/// GetFoundationModelAvailability says is what a call meets.
final class AccessPropertyTest {
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final String ACCOUNT = "111122223333";
  private static final String OPEN = "anthropic.claude-sonnet-5-5";
  private static final String RESTRICTED = "anthropic.claude-mythos-5-1";
  private static final String PROBLEM = "INVALID_PAYMENT_INSTRUMENT: no.";
  private static final String BODY =
      """
      {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 4,
       "messages": [{"role": "user", "content": "Hello"}]}\
      """;

  /// What may follow without any call.
  private static final Map<String, Set<String>> BY_TIME =
      Map.of(
          "AVAILABLE", Set.of("AVAILABLE", "NOT_AVAILABLE"),
          "PENDING", Set.of("PENDING", "AVAILABLE", "ERROR", "NOT_AVAILABLE"),
          "ERROR", Set.of("ERROR"),
          "NOT_AVAILABLE", Set.of("NOT_AVAILABLE"));

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void timeMovesStatesForwardAndAvailabilityTellsWhatCallsMeet(long seed, @TempDir Path folder) {
    var random = new Random(seed);
    var realm = realm(random);
    var model = random.nextInt(4) == 0 ? RESTRICTED : OPEN;
    try (var playground = new Playground(folder.resolve("world"), realm, realm.title().clock())) {
      var before = availability(playground, model);
      for (var step = 0; step < 8; step++) {
        playground.pass(Duration.ofSeconds(random.nextInt(700)));
        var now = availability(playground, model);
        assertThat(BY_TIME.get(agreement(before))).contains(agreement(now));
        if (word(before, "authorizationStatus").equals("AUTHORIZED")) {
          assertThat(word(now, "authorizationStatus")).isEqualTo("AUTHORIZED");
        }
        assertThat(word(now, "entitlementAvailability"))
            .isEqualTo(word(before, "entitlementAvailability"));
        before = now;
        if (random.nextBoolean()) {
          meet(playground, model, now);
          before = availability(playground, model);
          assertThat(agreement(before)).isIn(agreement(now), "PENDING");
        }
      }
    }
  }

  private static void meet(Playground playground, String model, Json.Obj shown) {
    var line =
        Playground.line(
            playground.call(
                KEY,
                "bedrock-runtime",
                "InvokeModel",
                "{\"modelId\": \"us." + model + "\"}",
                BODY));
    if (word(shown, "entitlementAvailability").equals("NOT_AVAILABLE")) {
      assertThat(line).matches("(400 ValidationException|403 AccessDenied|404 Resource).*");
    } else if (word(shown, "authorizationStatus").equals("NOT_AUTHORIZED")) {
      assertThat(line).contains("Model use case details have not been submitted");
    } else {
      switch (agreement(shown)) {
        case "AVAILABLE", "NOT_AVAILABLE" -> assertThat(line).startsWith("payload");
        case "ERROR" -> assertThat(line).contains(PROBLEM);
        default ->
            assertThat(line)
                .satisfiesAnyOf(
                    answered -> assertThat(answered).startsWith("payload"),
                    refused -> assertThat(refused).contains("MPAgreementBeingCreated"));
      }
    }
  }

  private static Json.Obj availability(Playground playground, String model) {
    var reply =
        playground.call(
            KEY,
            "bedrock",
            "GetFoundationModelAvailability",
            "{\"modelId\": \"" + model + "\"}",
            "");
    assertThat(reply).isInstanceOf(Reply.Output.class);
    return ((Reply.Output) reply).output();
  }

  private static String word(Json.Obj shown, String name) {
    return shown.text(name).orElseThrow();
  }

  private static String agreement(Json.Obj shown) {
    return shown.object("agreementAvailability").flatMap(it -> it.text("status")).orElseThrow();
  }

  private static Realm realm(Random random) {
    var healthy = Worlds.get("healthy").realm();
    var clock = healthy.title().clock();
    var now = healthy.circumstances();
    var propagation = random.nextBoolean() ? Propagation.REAL : Propagation.NONE;
    return healthy
        .with(
            new Circumstances(
                now.models(), now.endpointPolicies(), now.faults(), now.answers(), propagation))
        .with(ACCOUNT, account -> account.with(standing -> standing(random, clock, standing)));
  }

  private static Standing standing(Random random, Instant clock, Standing healthy) {
    var forms = new HashMap<String, UseCase>();
    if (random.nextInt(4) > 0) {
      var answers = healthy.forms().values().iterator().next().answers();
      forms.put(UseCase.COMMON, new UseCase(answers, near(random, clock)));
    }
    return new Standing(
        forms,
        Map.of(Standing.ANY, agreement(random, clock)),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        healthy.quotas(),
        admission(random),
        Map.of());
  }

  private static Admission admission(Random random) {
    var blocks = List.of(Admission.Block.values());
    return new Admission(
        random.nextInt(4) == 0 ? blocks.get(random.nextInt(blocks.size())) : Admission.Block.NONE,
        random.nextBoolean() ? List.of(RESTRICTED) : List.of(),
        Map.of(),
        random.nextInt(3) == 0 ? PROBLEM : "");
  }

  private static Agreement agreement(Random random, Instant clock) {
    var begun = near(random, clock);
    var settled = begun.plusSeconds(random.nextInt(1200));
    var ends = random.nextBoolean() ? settled.plusSeconds(random.nextInt(2400)) : null;
    var statuses = List.of(Agreement.Status.values());
    var status = statuses.get(random.nextInt(statuses.size()));
    var message =
        status == Agreement.Status.ERROR
                || (status == Agreement.Status.PENDING && random.nextBoolean())
            ? PROBLEM
            : "";
    return new Agreement(status, new Agreement.Times(begun, settled, ends), message);
  }

  private static Instant near(Random random, Instant clock) {
    return clock.plusSeconds(random.nextInt(1200) - 1200);
  }
}
