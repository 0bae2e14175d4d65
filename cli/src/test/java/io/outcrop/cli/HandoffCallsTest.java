package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The hand-off follows the call that was asked about: policy, table, scripts and the command that
/// tests again. The cases are `calls.json`.
class HandoffCallsTest {
  private static final Path CASES = Path.of("src/test/resources/cli/handoff/calls.json");

  @TempDir Path folder;

  static Stream<Arguments> cases() throws IOException {
    return read().map(HandoffCallsTest::named);
  }

  static Stream<Arguments> answered() throws IOException {
    return read().filter(one -> one.text("answer").isPresent()).map(HandoffCallsTest::named);
  }

  private static Stream<Json.Obj> read() throws IOException {
    return json(Files.readString(CASES)).list("cases").stream().map(Json.Obj.class::cast);
  }

  private static Arguments named(Json.Obj one) {
    return Arguments.of(text(one, "world") + " " + text(one, "call"), one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void thePageIsAboutThatCall(String name, Json.Obj expected) {
    var words = new ArrayList<>(List.of("doctor", "--handoff", "--json"));
    words.addAll(place(expected));
    var report = json(Run.Stage.in(folder).run(words.toArray(String[]::new)).out());
    var handoff = report.object("handoff").orElseThrow();

    var root = report.object("root").flatMap(one -> one.text("cause"));
    assertThat(root).as(name).contains(text(expected, "root"));
    var call = handoff.object("call").orElseThrow();
    assertThat(call.text("operation")).contains(text(expected, "operation"));
    var policy = handoff.object("policy").orElseThrow();
    assertThat(actions(policy.object("narrow").orElseThrow()))
        .containsExactlyElementsOf(actions(expected));
    assertThat(actions(policy.object("wide").orElseThrow()))
        .containsExactlyElementsOf(actions(expected));
    var again = handoff.text("retest").orElseThrow();
    if (!text(expected, "call").equals("invoke")) {
      assertThat(again).contains("--call " + text(expected, "call"));
    }
    expected
        .text("guardrail")
        .ifPresent(guardrail -> assertThat(again).contains("--guardrail " + guardrail + ":DRAFT"));
    Schemas.check("doctor", report.toString());
  }

  /// As they stand on the page: denied, mended, let through, and taken back again.
  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void itsScriptsMendTheWorld(String name, Json.Obj expected)
      throws IOException, InterruptedException {
    assumeThat(HandoffScripts.isThere("aws")).isTrue();
    assumeThat(HandoffScripts.isThere("curl")).isTrue();
    var stage = Run.Stage.in(folder);
    var words = new ArrayList<>(List.of("doctor", "--handoff", "--json"));
    words.addAll(place(expected));
    var page = json(stage.run(words.toArray(String[]::new)).out()).object("handoff").orElseThrow();
    try (var scripts = HandoffScripts.of(page, text(expected, "world"), stage, folder)) {
      assertThat(scripts.asCaller("verify.sh").code()).as(name).isEqualTo(1);
      var mended = scripts.asAdministrator("cure-account.sh");
      assertThat(mended.code()).as(mended.output()).isZero();
      var verified = scripts.asCaller("verify.sh");
      assertThat(verified.code()).as(verified.output()).isZero();
      assertThat(verified.output()).contains("authorised: a plain call to ");
      var called = scripts.asCaller("test-call.sh");
      assertThat(called.code()).as(called.output()).isZero();
      assertThat(called.output()).contains(text(expected, "answer"));
      words.remove("--handoff");
      assertThat(stage.run(words.toArray(String[]::new)).code()).isZero();
      var undone = scripts.asAdministrator("undo-account.sh");
      assertThat(undone.code()).as(undone.output()).isZero();
      assertThat(scripts.asCaller("verify.sh").code()).isEqualTo(1);
    }
  }

  private static List<String> place(Json.Obj expected) {
    var words =
        new ArrayList<>(
            List.of("--world", text(expected, "world"), "--call", text(expected, "call")));
    expected.text("model").ifPresent(model -> words.addAll(List.of("--model", model)));
    expected
        .text("guardrail")
        .ifPresent(guardrail -> words.addAll(List.of("--guardrail", guardrail)));
    return words;
  }

  /// The actions of a policy, or those that a case expects, sorted.
  private static List<String> actions(Json.Obj object) {
    return Stream.concat(
            object.list("actions").stream(),
            object.list("Statement").stream()
                .map(Json.Obj.class::cast)
                .map(statement -> statement.get("Action").orElseThrow())
                .flatMap(action ->
                    action instanceof Json.Arr list ? list.elements().stream() : Stream.of(action)))
        .map(action -> action.asText().orElseThrow())
        .distinct()
        .sorted()
        .toList();
  }

  private static String text(Json.Obj object, String member) {
    return object.text(member).orElseThrow();
  }

  private static Json.Obj json(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)
        ? object
        : Json.object();
  }
}
