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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The hand-off of each seed: golden pages, and scripts that are run as they are written.
class HandoffTest {
  private static final Path GOLDEN = Path.of("src/test/resources/cli/handoff");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-c", "seed-d", "seed-e"})
  void thePageReadsAsItShould(String world) throws IOException {
    var stage = Run.Stage.in(folder);
    inAllForms(stage, "--world", world);
    for (var form : List.of("md", "html", "txt")) {
      golden(world + "." + form, Files.readString(folder.resolve("page." + form)));
    }
    Schemas.check("doctor", Files.readString(folder.resolve("page.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scp-explicit-deny", "permissions-boundary-no-allow"})
  void whatSomebodyElseHasToChangeIsSaidWithThePolicyAsItHasToBe(String world) {
    var handoff = handoff(Run.Stage.in(folder), world);
    var asks = handoff.list("asks");
    assertThat(asks).isNotEmpty();
    var ask = (Json.Obj) asks.getFirst();
    assertThat(ask.text("who").orElseThrow()).isNotEmpty();
    assertThat(ask.list("needs")).hasSizeGreaterThan(3);
    if (world.startsWith("permissions")) {
      assertThat(ask.object("document").orElseThrow().list("Statement")).isNotEmpty();
    } else {
      assertThat(ask.text("policy").orElseThrow()).contains("service_control_policy/p-");
    }
  }

  /// Each script is run with the AWS CLI as it stands on the page: the account's as its
  /// administrator, the caller's where its `.env` lies.
  @ParameterizedTest
  @CsvSource({
    "seed-a, iam-no-identity-policy-allow",
    "seed-b, no-credentials",
    // the first call has subscribed the account, which stays
    "seed-c, iam-missing-stream-action",
    "seed-d, credentials-invalid",
    "seed-e, identity-explicit-deny",
    "vpce-policy-no-allow, vpce-policy-no-allow"
  })
  void theScriptsMendTheWorldAndTakeItBack(String world, String root)
      throws IOException, InterruptedException {
    assumeThat(HandoffScripts.isThere("aws")).isTrue();
    var stage = Run.Stage.in(folder);
    var handoff = handoff(stage, world);
    try (var scripts = HandoffScripts.of(handoff, world, stage, folder)) {
      var denied = scripts.asCaller("verify.sh");
      assertThat(denied.code()).as(denied.output()).isNotZero();
      var mended = scripts.asAdministrator("cure-account.sh");
      assertThat(mended.code()).as(mended.output()).isZero();
      mended = scripts.asCaller("cure-caller.sh");
      assertThat(mended.code()).as(mended.output()).isZero();
      var after = stage.run("doctor", "--world", world);
      assertThat(after.code()).as(after.out() + after.err()).isZero();
      var verified = scripts.asCaller("verify.sh");
      assertThat(verified.code()).as(verified.output()).isZero();
      assertThat(verified.output()).contains("authorised: a plain call to ");
      var called = scripts.asCaller("test-call.sh");
      assertThat(called.code()).as(called.output()).isZero();
      assertThat(called.output()).contains("\"role\"", "assistant");
      if (scripts.has("undo-account.sh")) {
        var undone = scripts.asAdministrator("undo-account.sh");
        assertThat(undone.code()).as(undone.output()).isZero();
        assertThat(stage.run("doctor", "--world", world, "--json").out())
            .containsSubsequence("\"root\": {", "\"cause\": \"" + root + "\"");
      }
    }
  }

  @Test
  void thePowershellScriptsSayTheSameAsThoseForSh() {
    for (var world : List.of("seed-a", "seed-c", "seed-d", "seed-e")) {
      var handoff = handoff(Run.Stage.in(folder), world);
      for (var name : List.of("cure-account", "undo-account", "test-call")) {
        assertThat(calls(HandoffScripts.text(name + ".ps1", handoff)))
            .as(world + " " + name)
            .isEqualTo(calls(HandoffScripts.text(name + ".sh", handoff)));
      }
    }
  }

  @Test
  void templatesAndConfigurationsParse() throws IOException, InterruptedException {
    for (var world : List.of("seed-a", "seed-c", "seed-e")) {
      var policy = handoff(Run.Stage.in(folder), world).object("policy").orElseThrow();
      for (var form : policy.list("forms")) {
        var text = ((Json.Obj) form).text("text").orElseThrow();
        if (!text.isEmpty()) {
          parses(((Json.Obj) form).text("language").orElseThrow(), text);
        }
      }
    }
  }

  private void parses(String language, String text) throws IOException, InterruptedException {
    switch (language) {
      case "yaml" ->
          assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
              .isInstanceOf(Map.class);
      case "hcl" -> {
        if (HandoffScripts.isThere("terraform")) {
          var file = Files.writeString(folder.resolve("main.tf"), text).toString();
          var checked =
              HandoffScripts.process(
                  Map.of(), folder, "terraform", "fmt", "-check", "-no-color", file);
          assertThat(checked.code()).as(checked.output()).isZero();
        }
      }
      default -> assertThat(text).startsWith("#");
    }
  }

  @Test
  void aSecretThatIsFedInNeverComesOut() throws IOException {
    var secrets =
        List.of(
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "ABSKQmVkcm9ja0FQSUtleS1hYmNkLWF0LTExMTEyMjIyMzMzMzpFWEFNUExFRVhBTVBMRUVYQU1QTEU=");
    var code = new StringBuilder();
    for (var i = 0; i < 5; i++) {
      code.append("# line\n");
    }
    code.append("AWS_SECRET_ACCESS_KEY = \"").append(secrets.getFirst()).append("\"\n");
    code.append("client.invoke_model(modelId=MODEL, body=body)\n");
    code.append("headers = {\"Authorization\": \"Bearer ")
        .append(secrets.getLast())
        .append("\"}\n");
    Files.writeString(folder.resolve("app.py"), code);
    Files.writeString(
        folder.resolve("body.json"),
        """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":1000,"temperature":0.7,
         "system":"You write scripts. aws_secret_access_key = %s",
         "messages":[{"role":"user","content":"Bearer %s"}],
         "metadata":{"token":"%s"}}
        """
            .formatted(secrets.getFirst(), secrets.getLast(), secrets.getFirst()));
    Files.writeString(
        folder.resolve("trace.txt"),
        """
        Traceback (most recent call last):
          File "app.py", line 7, in <module>
            client.invoke_model(modelId=MODEL, body=body)
          File "/usr/lib/python3/site-packages/botocore/client.py", line 569, in _api_call
        AccessDeniedException: %s
        """
            .formatted(secrets.getFirst()));
    for (var more :
        List.of(
            List.of("--source", "app.py:7"), List.of("--trace", "trace.txt"), List.<String>of())) {
      var words = new ArrayList<>(List.of("--world", "seed-a", "--request", "body.json"));
      words.addAll(more);
      for (var page : inAllForms(Run.Stage.in(folder), words.toArray(String[]::new))) {
        assertThat(page).doesNotContain(secrets).doesNotContain("You write scripts");
        assertThat(page).contains("bedrock-2023-05-31", "1000");
        if (!more.isEmpty()) {
          assertThat(page).contains("app.py", "client.invoke_model(modelId=MODEL, body=body)");
        }
      }
    }
  }

  @Test
  void whatIsToBeMaskedIsMaskedInEveryForm() throws IOException {
    var pages = inAllForms(Run.Stage.in(folder), "--world", "seed-a", "--mask");
    for (var page : pages) {
      assertThat(page).doesNotContain("111122223333", "video-script-backend", "AKIAI");
    }
    var html = Files.readString(folder.resolve("page.html"));
    assertThat(html).contains("</html>", "</code>").doesNotContain("****/");
  }

  @Test
  void theCallersOwnBodyIsWhatIsJudgedAndSent() throws IOException {
    var stage = Run.Stage.in(folder);
    Files.writeString(folder.resolve("old.json"), "{\"prompt\":\"Hi\",\"max_tokens\":5}");
    for (var probe : List.of("free", "none")) {
      var run =
          stage.run("doctor", "--sandbox", "--request", "old.json", "--probe", probe, "--json");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).containsSubsequence("\"root\"", "\"cause\": \"messages-api-required\"");
    }
    Files.writeString(
        folder.resolve("right.json"),
        """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":20,
         "messages":[{"role":"user","content":"Hello"}]}
        """);
    var right =
        stage.run("doctor", "--sandbox", "--request", "right.json", "--probe", "paid", "--yes");
    assertThat(right.code()).as(right.out()).isZero();
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Files.writeString(folder.resolve("list.json"), "[1]");
    Files.writeString(folder.resolve("app.py"), "one line\n");
    var stage = Run.Stage.in(folder);
    for (var words :
        List.of(
            List.of("--request", "list.json"),
            List.of("--request", "nothing.json"),
            List.of("--source", "app.py"),
            List.of("--source", "app.py:7"),
            List.of("--trace", "nothing.txt"))) {
      var run =
          stage.run("doctor", "--world", "seed-a", "--handoff", words.getFirst(), words.getLast());
      assertThat(run.code()).as(words.toString()).isEqualTo(2);
      assertThat(run.err()).startsWith("outcrop: `");
    }
    var junit = stage.run("doctor", "--world", "seed-a", "--handoff", "--format", "junit");
    assertThat(junit.code()).isEqualTo(2);
  }

  /// The pages of one run, which are also the files `page.md`, `.html`, `.txt` and `.json`.
  private List<String> inAllForms(Run.Stage stage, String... more) throws IOException {
    var words = new ArrayList<>(List.of("doctor", "--handoff"));
    words.addAll(List.of(more));
    var forms = Map.of("markdown", "md", "html", "html", "text", "txt", "json", "json");
    forms.forEach((format, ending) ->
        words.addAll(List.of("--format", format, "--output", "page." + ending)));
    var run = stage.run(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    var pages = new ArrayList<String>();
    for (var ending : forms.values()) {
      pages.add(Files.readString(folder.resolve("page." + ending)));
    }
    return pages;
  }

  private static Json.Obj handoff(Run.Stage stage, String world) {
    var json = stage.run("doctor", "--world", world, "--handoff", "--json").out();
    var report = (Json.Obj) ((JsonReading.Read) JsonReader.read(json)).value();
    return report.object("handoff").orElseThrow();
  }

  /// The AWS calls of a script, without what the shells spell differently.
  private static List<String> calls(String script) {
    return script
        .lines()
        .map(String::strip)
        .filter(line -> !line.contains("@args"))
        .filter(line -> line.matches("^(\\$?[a-z]+ ?= ?\\$?\\(?)?(aws|Invoke-Aws) .*"))
        .map(line -> line.replaceAll("^(\\$?[a-z]+ ?= ?\\$?\\(?)?(aws|Invoke-Aws) ", ""))
        .map(line -> line.replaceAll(" --policy-document .*| ?[\\\\`]$|\\)$", ""))
        .map(line -> line.replaceAll("[\\\\'\"]+", "'"))
        .toList();
  }

  /// Ids that a run makes anew do not belong into a golden file.
  private static void golden(String name, String text) throws IOException {
    var stable =
        text.replaceAll(
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "REQUEST-ID")
            .replaceAll("A(IDA|ROA)[A-Z0-9]{17}", "A$1EXAMPLE");
    var file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, stable);
    }
    assertThat(stable).isEqualTo(Files.readString(file));
  }
}
