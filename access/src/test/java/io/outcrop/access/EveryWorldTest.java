package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.access.examination.Scope;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In every built-in world the doctor names the cause after which it is named, and none where
/// nothing is wrong. How a world is asked in another way than usual stands in `worlds.json`.
@Execution(ExecutionMode.CONCURRENT)
final class EveryWorldTest {
  private static final Json.Obj ASKED = asked();

  private static final Json.Obj GUARDED =
      Json.object()
          .with(
              "guardrailConfig",
              Json.object()
                  .with("guardrailIdentifier", Json.of("abcdef123456"))
                  .with("guardrailVersion", Json.of("DRAFT")));

  @TempDir Path folder;

  private static Json.Obj asked() {
    var text = TestFiles.text(Path.of("src", "test", "resources", "access", "worlds.json"));
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)
        ? object
        : Json.object();
  }

  private static List<String> names(Json.Obj object, String member) {
    return object.list(member).stream().map(name -> name.asText().orElseThrow()).toList();
  }

  private static List<String> notAsked() {
    return ASKED.list("notAsked").stream()
        .map(Json.Obj.class::cast)
        .flatMap(group -> names(group, "worlds").stream())
        .toList();
  }

  private static Json.Obj worlds(String member) {
    return ASKED.object(member).flatMap(group -> group.object("worlds")).orElseThrow();
  }

  static Stream<String> broken() {
    return Worlds.builtIn().stream()
        .filter(name -> !names(ASKED, "healthy").contains(name))
        .filter(name -> !notAsked().contains(name));
  }

  static Stream<String> healthy() {
    return names(ASKED, "healthy").stream();
  }

  private static ExaminationRequest request(InWorld world, String name) {
    var usual = world.request();
    var client = worlds("clients").text(name).flatMap(UserClient::named);
    var paid = names(ASKED.object("paid").orElseThrow(), "worlds").contains(name);
    var request =
        new ExaminationRequest(
            client.map(usual.client()::with).orElse(usual.client()),
            usual.model(),
            usual.region(),
            usual.profile(),
            usual.adminProfile(),
            paid ? Probing.PAID : Probing.FREE,
            usual.endpoint(),
            worlds("patience").text(name).map(Duration::parse).orElse(usual.timeout()),
            usual.clock());
    var call = worlds("calls").text(name).flatMap(ClientCall::named);
    var asked = call.map(Scope.ALL::of).map(request::within).orElse(request);
    var guarded = names(ASKED.object("guardrail").orElseThrow(), "worlds").contains(name);
    var expected = worlds("expect").text(name).flatMap(ExpectedPrincipal::parse);
    var meant = expected.map(who -> asked.within(asked.scope().expecting(who))).orElse(asked);
    return guarded ? meant.withBody(GUARDED) : meant;
  }

  private Examination examine(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      return InWorld.doctor().examine(request(world, name));
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void theCauseIsNamed(String name) {
    var examination = examine(name);

    assertThat(Mending.causes(examination))
        .as(examination.stages() + "\n" + examination.notes())
        .first()
        .isEqualTo(ASKED.object("roots").orElseThrow().text(name).orElse(name));
    assertThat(examination.status()).isEqualTo(Status.BROKEN);
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void nothingIsNamedWhereNothingIsWrong(String name) {
    var examination = examine(name);

    assertThat(Mending.causes(examination)).as(examination.stages().toString()).isEmpty();
    assertThat(examination.status()).isEqualTo(Status.HEALTHY);
  }

  static Stream<String> handed() {
    return worlds("hop").members().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("handed")
  void whatADeployerLacksIsNamedBesideTheCall(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var function = worlds("hop").text(name).orElseThrow();
      var examination =
          InWorld.doctor().examine(request(world, name).within(Scope.ALL.through(function)));

      assertThat(examination.beside())
          .singleElement()
          .satisfies(finding -> assertThat(finding.cause().slug()).isEqualTo(name));
      assertThat(Mending.causes(examination)).isEmpty();
    }
  }

  @Test
  void theListsNameWorldsThatAreThere() {
    assertThat(Worlds.builtIn())
        .containsAll(notAsked())
        .containsAll(names(ASKED, "healthy"))
        .containsAll(ASKED.object("roots").orElseThrow().members().keySet())
        .containsAll(worlds("clients").members().keySet())
        .containsAll(worlds("calls").members().keySet())
        .containsAll(worlds("expect").members().keySet())
        .containsAll(worlds("hop").members().keySet())
        .containsAll(worlds("patience").members().keySet());
  }
}
