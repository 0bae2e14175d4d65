package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doctr | there is no command `doctr` | did you mean `outcrop doctor`?",
        "--json doctor | the command comes first, not `--json` | outcrop COMMAND --json …",
        "sandbox srve | `outcrop sandbox` has no command `srve` | did you mean `outcrop sandbox"
            + " serve`?",
        "doctor --modle x | `outcrop doctor` has no option `--modle` | did you mean `--model`?",
        "doctor --model | option `--model` needs a value | --model ID",
        "doctor --json=yes | option `--json` takes no value |",
        "doctor extra | `outcrop doctor` has no use for `extra` | outcrop help doctor",
        "doctor --world seed-aa | there is no world and no file `seed-aa` | did you mean `seed-a`?",
        "doctor --format html | format `html` makes no sense for this command | --format text or"
            + " --format json",
        "doctor --color red | `--color` is auto, always or never, not `red` | --color=never",
        "doctor --clock now | `--clock` moves the clock of a world, and none is named | --world"
            + " NAME",
        "doctor --world healthy --clock noon | `--clock` is `noon`, which is no instant | --clock"
            + " 2026-11-20T12:00:00Z",
        "doctor --timeout soon | `--timeout` is `soon`, which is no time | --timeout 30s",
        "doctor --probe all | `--probe` is free, none or paid, not `all` | --probe free",
        "doctor --endpoint-url ftp://x | `--endpoint-url` is `ftp://x`, which is no http or https"
            + " address | http://127.0.0.1:4599",
        "doctor --sandbox --endpoint-url http://x | `--endpoint-url` and a world exclude each other"
            + " | leave one of them out",
        "doctor --output nowhere/x | `--output` names `nowhere/x`, whose folder cannot be written |"
            + " name a file elsewhere",
        "explain no-such-thing | there is no file and no cause `no-such-thing` | outcrop explain"
            + " --list lists all causes",
        "explain scp-explicit-denny | there is no file and no cause `scp-explicit-denny` | did you"
            + " mean `scp-explicit-deny`?",
        "explain --context colour=red | `--context` knows no `colour` | --context"
            + " region=us-east-1,model=ID,at=2026-11-20",
        "fix --undo --resume | `--undo` and `--resume` exclude each other | leave one of them out",
        "sandbox serve --port x | `--port` is `x`, which is no port | --port 4599",
        "sandbox client | no command is named | outcrop sandbox client [--world W] -- CMD …",
        "sandbox reset nosuch | there is no world `nosuch` | outcrop sandbox worlds lists them",
        "sandbox env --shell fish | `--shell` is sh or powershell, not `fish` | --shell sh",
      })
  void aWrongCommandLineIsNamedWithWhatWouldBeRight(String line, String message, String help) {
    var run = Run.Stage.in(folder).run(line.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("outcrop: " + message + "\n" + (help == null ? "" : "help: " + help + "\n"));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "help",
        "help doctor",
        "help sandbox",
        "help sandbox serve",
        "doctor --help",
        "explain -h",
        "sandbox --help",
        "sandbox client --help",
        "--version"
      })
  void helpGoesToStandardOutputWithinEightyColumns(String line) {
    var run = Run.Stage.in(folder).run(line.split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).isNotEmpty().allMatch(text -> text.length() <= 80);
  }

  @Test
  void withoutACommandTheHelpGoesToStandardError() {
    var run = Run.Stage.in(folder).run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("usage: outcrop COMMAND");
  }

  @Test
  void everyCommandOfTheHelpIsThere() {
    for (var name : Commands.NAMES) {
      assertThat(HelpText.TOP).contains("\n  " + name + " ");
    }
    for (var name : Commands.SANDBOX) {
      assertThat(HelpText.SANDBOX).contains("\n  " + name + " ");
      assertThat(Commands.find("sandbox " + name)).isPresent();
    }
  }

  @Test
  void anOptionMayStandInItsEnvironmentVariable() {
    var stage = Run.Stage.in(folder).with("OUTCROP_FORMAT", "sarif");
    assertThat(stage.run("version").err()).contains("format `sarif` makes no sense");
    assertThat(stage.run("version", "--format", "json").code()).isZero();
  }

  @Test
  void aReaderWhoHasLeftEndsTheRunQuietly() {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            broken("Broken pipe"),
            err,
            Terminal.Attached.nowhere());
    var code = Outcrop.run(List.of("help"), Run.Stage.in(folder).session(terminal));
    assertThat(code).isZero();
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aFullDiskIsSaid() {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            broken("No space left on device"),
            err,
            Terminal.Attached.nowhere());
    var code = Outcrop.run(List.of("help"), Run.Stage.in(folder).session(terminal));
    assertThat(code).isEqualTo(3);
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("outcrop: the answer could not be written: No space left on device\n");
  }

  private static OutputStream broken(String words) {
    return new OutputStream() {
      @Override
      public void write(int letter) throws IOException {
        throw new IOException(words);
      }
    };
  }
}
