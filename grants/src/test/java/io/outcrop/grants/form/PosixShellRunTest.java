package io.outcrop.grants.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the form `sh` with a program `aws` that writes down its arguments, and looks at what
/// arrived.
final class PosixShellRunTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.outcrop.grants.form.Handovers#all")
  void everyDocumentArrivesAsItIs(String name, Handover handover)
      throws IOException, InterruptedException {
    if (!(Forms.render(Form.SH, handover) instanceof Rendering.Rendered rendered)) {
      assertThat(name).startsWith("account-unknown");
      return;
    }
    Files.writeString(folder.resolve("put.sh"), rendered.text());
    Files.writeString(folder.resolve("undo.sh"), rendered.undo());
    for (var shell : List.of("bash", "sh")) {
      run(shell, "-n", "put.sh");
      var calls = run(shell, "put.sh");
      var expected = new ArrayList<List<String>>();
      for (var document : handover.documents()) {
        expected.add(put(handover, document.name(), JsonWriter.pretty(document.document())));
        if (handover.target() instanceof Target.Attached(var holder)) {
          expected.add(attached("attach", handover, document.name(), holder));
        }
      }
      assertThat(calls).isEqualTo(expected);
      assertThat(documents(calls))
          .isEqualTo(handover.documents().stream().map(one -> one.document()).toList());
      assertThat(run(shell, "undo.sh")).isEqualTo(undone(handover));
    }
  }

  private static List<Json.Obj> documents(List<List<String>> calls) {
    return calls.stream()
        .filter(call -> call.contains("--policy-document"))
        .map(call -> JsonReader.read(call.getLast()))
        .map(read -> (Json.Obj) ((JsonReading.Read) read).value())
        .toList();
  }

  private static List<String> put(Handover handover, String name, String document) {
    return switch (handover.target()) {
      case Target.Unattached _, Target.Attached _ ->
          List.of("iam", "create-policy", "--policy-name", name, "--policy-document", document);
      case Target.Inline(var holder) ->
          List.of(
              "iam",
              "put-" + holder.kind().word() + "-policy",
              "--" + holder.kind().word() + "-name",
              holder.name(),
              "--policy-name",
              name,
              "--policy-document",
              document);
    };
  }

  private static List<String> attached(String verb, Handover handover, String name, Holder holder) {
    return List.of(
        "iam",
        verb + "-" + holder.kind().word() + "-policy",
        "--" + holder.kind().word() + "-name",
        holder.name(),
        "--policy-arn",
        arn(handover, name));
  }

  private static List<List<String>> undone(Handover handover) {
    var calls = new ArrayList<List<String>>();
    for (var document : handover.documents()) {
      var name = document.name();
      switch (handover.target()) {
        case Target.Unattached() ->
            calls.add(List.of("iam", "delete-policy", "--policy-arn", arn(handover, name)));
        case Target.Attached(var holder) -> {
          calls.add(attached("detach", handover, name, holder));
          calls.add(List.of("iam", "delete-policy", "--policy-arn", arn(handover, name)));
        }
        case Target.Inline(var holder) ->
            calls.add(
                List.of(
                    "iam",
                    "delete-" + holder.kind().word() + "-policy",
                    "--" + holder.kind().word() + "-name",
                    holder.name(),
                    "--policy-name",
                    name));
      }
    }
    return calls;
  }

  private static String arn(Handover handover, String name) {
    return "arn:" + handover.partition() + ":iam::" + handover.account() + ":policy/" + name;
  }

  /// The calls of `aws` that a script makes.
  private List<List<String>> run(String... words) throws IOException, InterruptedException {
    var record = folder.resolve("calls");
    Files.deleteIfExists(record);
    var aws = folder.resolve("aws");
    Files.writeString(
        aws,
        """
        #!/bin/sh
        for word; do printf '%s\\0' "$word" >> "$CALLS"; done
        printf '\\n\\0' >> "$CALLS"
        """);
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CALLS", record.toString());
    builder.environment().merge("PATH", "", (path, _) -> folder + File.pathSeparator + path);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(output).isEmpty();
    assertThat(process.exitValue()).isZero();
    return Files.exists(record) ? calls(Files.readString(record)) : List.of();
  }

  private static List<List<String>> calls(String record) {
    var calls = new ArrayList<List<String>>();
    var words = new ArrayList<String>();
    for (var word : record.split("\0", -1)) {
      if (word.equals("\n")) {
        calls.add(List.copyOf(words));
        words.clear();
      } else {
        words.add(word);
      }
    }
    return calls;
  }
}
