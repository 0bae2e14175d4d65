package io.outcrop.sandbox.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the cases of `sandbox/denials`: in each file a part of a world, who wants to do what, and
/// AWS's sentence to the letter; none for what is allowed.
final class DenialsSuiteTest {
  private static final Path CASES = Path.of("src", "test", "resources", "sandbox", "denials");
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Guard GUARD = new Guard(AwsManagedPolicies.shipped());

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void guardSaysWhatAwsSays(String file) throws IOException {
    var about = object(Files.readString(CASES.resolve(file)));
    var realm = realm(about.object("world").orElseThrow());
    var key = about.text("key").orElseThrow();
    var visitor = new Visitors(realm).find(realm, new Caller.Signed(key)).orElseThrow();
    var call = call(about);
    var wish = wish(about);
    var decision = decision(about, realm, visitor, call, wish);
    var sentence =
        decision.isAllowed() ? "" : DenialSentence.of(realm, visitor, call, wish, decision);
    assertThat(sentence).isEqualTo(about.text("sentence").orElseThrow());
  }

  private static Decision decision(
      Json.Obj about, Realm realm, Visitor visitor, Call call, Guard.Wish wish) {
    var policy = about.object("resourcePolicy");
    if (policy.isEmpty()) {
      return GUARD.decide(realm, visitor, call, NOW, wish);
    }
    var kind = wish.action().startsWith("sts:AssumeRole") ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    var named = new NamedPolicy("policy", "", "resource", Layers.parsed(policy.get(), kind));
    return GUARD.decideOn(
        realm, visitor, call, NOW, about.text("owner").orElseThrow(), named, wish);
  }

  private static Guard.Wish wish(Json.Obj about) {
    var context = new LinkedHashMap<String, String>();
    about
        .object("context")
        .ifPresent(keys ->
            keys.members().keySet().forEach(key -> context.put(key, keys.text(key).orElseThrow())));
    return new Guard.Wish(
        about.text("action").orElseThrow(), about.text("resource").orElseThrow(), context);
  }

  private static Call call(Json.Obj about) {
    return new Call(
        "00000000-0000-4000-8000-000000000001",
        about.text("service").orElse("bedrock"),
        "Any",
        Json.object(),
        "",
        Map.of(),
        new Caller.Signed(about.text("key").orElseThrow()),
        about.text("region").orElse("us-east-1"),
        NOW);
  }

  /// The world, with what every world has to say and no case asks for.
  private static Realm realm(Json.Obj part) {
    var members = new LinkedHashMap<String, Json>();
    members.put("formatVersion", Json.of(1));
    members.put("name", Json.of("case"));
    members.put("summary", Json.of("a case"));
    members.put("clock", Json.of(NOW.toString()));
    members.put("region", Json.of("us-east-1"));
    members.put(
        "subject",
        Json.object()
            .with("model", Json.of("anthropic.claude-sonnet-5-5"))
            .with("region", Json.of("us-east-1"))
            .with("principal", Json.of("")));
    part.members().forEach((name, member) -> members.put(name, member.value()));
    return switch (Worlds.read(Json.object(members))) {
      case WorldReading.Read(var world) -> world.realm();
      case WorldReading.Malformed(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  private static Json.Obj object(String text) {
    if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
      return object;
    }
    throw new IllegalArgumentException(text);
  }
}
