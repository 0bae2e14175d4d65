package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final String ERROR =
      "An error occurred (AccessDeniedException) when calling the InvokeModel operation: User:"
          + " arn:aws:iam::111122223333:user/alice is not authorized to perform:"
          + " bedrock:InvokeModel on resource:"
          + " arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
          + " because no identity-based policy allows the bedrock:InvokeModel action\n";

  @TempDir Path folder;

  @Test
  void aRecognisedTextIsZeroAndAnotherIsThree() {
    var stage = Run.Stage.in(folder);
    var known = stage.reading(ERROR).run("explain");
    assertThat(known.code()).isZero();
    assertThat(known.out()).contains("[iam-no-identity-policy-allow]");
    assertThat(known.out().lines().toList().getLast().strip())
        .isEqualTo("outcrop explain iam-no-identity-policy-allow");
    var other = stage.reading("the quick brown fox\n").run("explain", "-");
    assertThat(other.code()).isEqualTo(3);
    assertThat(stage.reading("").run("explain").code()).isEqualTo(3);
  }

  @Test
  void aFileIsReadAndASlugWinsOverAFileOfItsName() throws IOException {
    Files.writeString(folder.resolve("error.txt"), ERROR);
    Files.writeString(folder.resolve("iam-no-identity-policy-allow"), "nothing");
    var stage = Run.Stage.in(folder);
    assertThat(stage.run("explain", "error.txt", "--short").out())
        .contains("[iam-no-identity-policy-allow]")
        .hasLineCount(1);
    assertThat(stage.run("explain", "iam-no-identity-policy-allow").out())
        .startsWith("iam-no-identity-policy-allow: ")
        .contains("How to cure it");
    assertThat(stage.run("explain", ".").err()).contains("`.` is a folder");
  }

  @Test
  void linesAreAnsweredInOrderAndUnknownMembersIgnored() {
    var lines =
        """
        {"id":"a","message":"Unable to locate credentials","more":1}

        {"id":2,"message":"the quick brown fox"}
        """;
    var run = Run.Stage.in(folder).reading(lines).run("explain", "--jsonl");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    var out = run.out().lines().toList();
    assertThat(out).hasSize(2);
    assertThat(out.get(0)).startsWith("{\"id\":\"a\",\"causes\":[{\"cause\":\"no-credentials\"");
    assertThat(out.get(1)).isEqualTo("{\"id\":2,\"causes\":[]}");
  }

  @Test
  void aBadLineIsNamedAndEarlierOnesStayAnswered() {
    var lines = "{\"id\":\"a\",\"message\":\"x\"}\n{\"id\":\"b\"}\n";
    var run = Run.Stage.in(folder).reading(lines).run("explain", "--jsonl");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("{\"id\":\"a\",\"causes\":[]}\n");
    assertThat(run.err()).startsWith("outcrop: line 2 cannot be read: member `message` is missing");
    var broken = Run.Stage.in(folder).reading("{\"id\":\n").run("explain", "--jsonl");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).startsWith("outcrop: line 1 cannot be read: column ");
  }

  @Test
  void textThatIsNoUtf8IsReadAllTheSame() {
    var bytes = ("\u00ff\u00fe " + ERROR).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Run.Stage.in(folder).run(bytes, "explain").out())
        .contains("[iam-no-identity-policy-allow]");
  }

  @Test
  void aLongTextIsReadFromBothEnds() {
    var text = "x".repeat(9_000_000) + "\n" + ERROR;
    assertThat(Run.Stage.in(folder).reading(text).run("explain").code()).isZero();
    assertThat(Run.Stage.in(folder).reading(ERROR + "x".repeat(9_000_000)).run("explain").code())
        .isZero();
  }

  @Test
  void aCommandKeepsItsCodeAndItsOutput() {
    var stage = Run.Stage.in(folder);
    var fine = stage.run("explain", "--", "sh", "-c", "echo hello");
    assertThat(fine.code()).isZero();
    assertThat(fine.out()).isEqualTo("hello\n");
    assertThat(fine.err()).isEmpty();
    var failed =
        stage.run("explain", "--", "sh", "-c", "echo 'Unable to locate credentials' >&2; exit 7");
    assertThat(failed.code()).isEqualTo(7);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .startsWith("Unable to locate credentials\n")
        .contains("[no-credentials]");
    var json = stage.run("explain", "--json", "--", "sh", "-c", "echo hello; exit 9");
    assertThat(json.code()).isEqualTo(9);
    assertThat(json.out()).startsWith("{");
    assertThat(json.err()).isEqualTo("hello\n");
    assertThat(stage.run("explain", "--", "/no/such/command").code()).isEqualTo(2);
  }

  @Test
  void aSecretInTheTextIsNotPrinted() {
    var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    var text = "aws_secret_access_key = " + secret + "\n" + ERROR;
    for (var format : new String[] {"text", "json"}) {
      var run = Run.Stage.in(folder).reading(text).run("explain", "-v", "--format", format);
      assertThat(run.out() + run.err()).doesNotContain(secret);
    }
  }
}
