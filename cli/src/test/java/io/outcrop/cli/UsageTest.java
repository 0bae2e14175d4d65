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
        "policy simulat | `outcrop policy` has no command `simulat` | did you mean `outcrop policy"
            + " simulate`?",
        "policy test | no cases are named | outcrop policy test FILE, a folder, or - for standard"
            + " input",
        "policy test nosuch.jsonl | `nosuch.jsonl` cannot be read: no such file | name a file of"
            + " cases, a folder with some, or - for standard input",
        "policy test x --format sarif | format `sarif` makes no sense for this command | --format"
            + " text or --format json or --format github",
        "policy simulate --action bedrock:InvokeModel | it is not said who calls | --principal"
            + " arn:aws:iam::111122223333:user/alice",
        "policy simulate --principal alice --action s3:GetObject | `alice` names no principal | an"
            + " ARN of a user, role or session, a service's name, or anonymous",
        "policy simulate --principal anonymous | nothing is asked | --action bedrock:InvokeModel"
            + " --resource ARN, or --model ID",
        "policy simulate --principal anonymous --action Invoke | `Invoke` is no action | an action"
            + " reads service:Name: bedrock:InvokeModel",
        "policy simulate --principal anonymous --action InvokeModel | `InvokeModel` is no action |"
            + " did you mean `bedrock:InvokeModel`?",
        "policy simulate --principal anonymous --action bedrock:InvokeModle | there is no action"
            + " `bedrock:InvokeModle` | did you mean `bedrock:InvokeModel`?",
        "policy simulate --principal anonymous --action bedrok:InvokeModel | there is no action"
            + " `bedrok:InvokeModel` | did you mean `bedrock:InvokeModel`?",
        "policy simulate --principal anonymous --unknown spc | `--unknown` is `spc`, which is no"
            + " condition key and no layer | did you mean `scp`?",
        "policy explain --unknown vpce --endpoint-policy x | `--unknown vpce` and"
            + " `--endpoint-policy` exclude each other | leave one of them out",
        "policy simulate --unknown aws:SourceIp --context AWS:sourceip=10.0.0.1 | `aws:SourceIp` is"
            + " given by `--context` and said to be unknown | leave one of them out",
        "policy explain --owns all | `--owns` is identity, account or everything, not `all` |"
            + " --owns account",
        "policy simulate --principal anonymous --action s3:Get* | `s3:Get*` is a pattern, and one"
            + " action is decided at a time | --action bedrock:InvokeModel",
        "policy simulate --principal anonymous --action bedrock:Converse | there is no action"
            + " `bedrock:Converse` | the operation Converse is authorised as `bedrock:InvokeModel`",
        "policy simulate --principal anonymous --action s3:GetObject --context x | `--context` is"
            + " `x`, which has no key and value | --context aws:RequestedRegion=us-east-1",
        "policy simulate --principal anonymous --action s3:GetObject --model x | `--model` and"
            + " `--action` exclude each other | leave one of them out",
        "policy simulate --principal anonymous --action s3:GetObject --api-key long | `--api-key`"
            + " and `--action` exclude each other | leave one of them out",
        "policy simulate --principal anonymous --model x | no region is named | --region us-east-1",
        "policy simulate --principal anonymous --model us.anthropic.claude-sonnet-4-6 --region"
            + " us-east-1 --operation Convers | there is no operation `Convers` | did you mean"
            + " `Converse`?",
        "policy simulate --principal anonymous --model us.anthropic.claude-sonnet-4-6 --region"
            + " us-east-1 --api-key x | `--api-key` is short or long, not `x` | --api-key long",
        "policy simulate --policy nosuch.json | `nosuch.json` cannot be read: no such file | name"
            + " a readable file",
        "policy simulate --scp x.json | `--scp x.json` names no level | --scp root=x.json",
        "doctor --modle x | `outcrop doctor` has no option `--modle` | did you mean `--model`?",
        "doctor --model | option `--model` needs a value | --model ID",
        "doctor --json=yes | option `--json` takes no value |",
        "doctor --as= | the value of option `--as` is empty | --as ROLE_ARN",
        "fix --undo= | the value of option `--undo` is empty | --undo PLAN",
        "doctor --only , | `--only` names no stage | outcrop doctor --list-stages",
        "doctor --format text --json | `--format text` and `--format json` both go to standard"
            + " output | `--output FILE` gives one of them a place of its own",
        "doctor --format text --json --output x --output x | `--output` names the same file twice |"
            + " give each a file of its own",
        "doctor --output x --save-evidence ./x | `--output` and `--save-evidence` name the same"
            + " file | give each a file of its own",
        "doctor --save-evidence - | `--format text` and `--save-evidence` both go to standard"
            + " output | `--output FILE` gives one of them a place of its own",
        "doctor --save-evidence . | `--save-evidence` names the folder `.` | name a file",
        "doctor --save-evidence nowhere/x | `--save-evidence` names `nowhere/x`, whose folder"
            + " cannot be written | name a file elsewhere",
        "doctor --every 5s | `--every` says how often `--watch` looks, and nothing is watched |"
            + " --watch",
        "doctor --source a.py:1 | `--source` says where the call is made, and nothing that is"
            + " written shows that | --handoff, or --format github",
        "doctor --evidence x --model m | `--evidence` judges what was seen, and `--model` would"
            + " look anew | leave one of them out",
        "doctor --evidence x --handoff | `--evidence` judges what was seen, and `--handoff` would"
            + " look anew | leave one of them out",
        "doctor --handoff --watch | `--handoff` is a page about one call, seen once, and `--watch`"
            + " is not | leave one of them out",
        "doctor extra | `outcrop doctor` has no use for `extra` | outcrop help doctor",
        "doctor --world seed-aa | there is no world and no file `seed-aa` | did you mean `seed-a`?",
        "fix --format html | format `html` makes no sense for this command | --format text or"
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
        "sandbox serve --host here | `--host` is `here`, which is no address | --host 127.0.0.1",
        "sandbox serve --host 1.2.3 | `--host` is `1.2.3`, which is no address | --host 127.0.0.1",
        "sandbox serve --answers-from here | `--answers-from` is `here`, which is no address of an"
            + " endpoint | --answers-from http://127.0.0.1:8080",
        "sandbox client --answers-model m -- x | `--answers-model` names a model of no endpoint |"
            + " --answers-from URL names it",
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
        "help policy",
        "policy --help",
        "policy simulate --help",
        "help policy explain",
        "help policy generate",
        "help policy lint",
        "help policy diff",
        "policy test -h",
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
    for (var group : List.of("sandbox", "policy")) {
      for (var name : Commands.of(group)) {
        assertThat(HelpText.of(group)).contains("\n  " + name + " ");
        assertThat(Commands.find(group + " " + name)).isPresent();
      }
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
