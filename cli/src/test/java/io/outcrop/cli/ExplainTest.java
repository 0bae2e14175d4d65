package io.outcrop.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final String ERROR =
      "An error occurred (AccessDeniedException) when calling the InvokeModel operation: User:"
          + " arn:aws:iam::111122223333:user/alice is not authorized to perform:"
          + " bedrock:InvokeModel on resource:"
          + " arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
          + " because no identity-based policy allows the bedrock:InvokeModel action\n";

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

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
    assertThat(out.get(1)).isEqualTo("{\"id\":2,\"causes\":[],\"secrets\":[]}");
  }

  @Test
  void aBadLineIsNamedAndEarlierOnesStayAnswered() {
    var lines = "{\"id\":\"a\",\"message\":\"x\"}\n{\"id\":\"b\"}\n";
    var run = Run.Stage.in(folder).reading(lines).run("explain", "--jsonl");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("{\"id\":\"a\",\"causes\":[],\"secrets\":[]}\n");
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
  void whatEveryKindOfTextGivesFitsTheSchema() {
    var stage = Run.Stage.in(folder);
    for (var text :
        List.of(ERROR, "the quick brown fox", "AWS_SECRET_ACCESS_KEY=" + SECRET, log())) {
      Schemas.check("explain", stage.reading(text).run("explain", "--json").out());
    }
  }

  @Test
  void equalFailuresOfALogAreCounted() throws IOException {
    var stage = Run.Stage.in(folder);
    assertThat(stage.reading(log()).run("explain").out())
        .contains("3 failures in 4 events", "2 ×", "2026-11-20 12:00:01 to 2026-11-20 12:00:02")
        .contains("[no-credentials]");
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(("{\"Records\":[" + event("12:00") + "," + event("12:05") + "]}").getBytes(UTF_8));
    }
    Files.write(folder.resolve("events.json.gz"), packed.toByteArray());
    var events = stage.run("explain", "events.json.gz", "--json");
    assertThat(events.code()).isZero();
    assertThat(events.out())
        .contains("\"records\": 2", "\"count\": 2", "\"first\": \"2026-11-20T12:00:00Z\"")
        .contains("\"cause\": \"iam-no-identity-policy-allow\"");
    Schemas.check("explain", events.out());
  }

  @Test
  void whatIsNoTextIsSaid() throws IOException {
    var stage = Run.Stage.in(folder);
    Files.write(folder.resolve("image.png"), new byte[] {1, 2, 0, 3, 0});
    var binary = stage.run("explain", "image.png");
    assertThat(binary.code()).isEqualTo(2);
    assertThat(binary.err()).startsWith("outcrop: `image.png` is no text\nhelp: ");
    Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 0, 0, 0});
    var broken = stage.run("explain", "broken.gz");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).startsWith("outcrop: `broken.gz` cannot be read: ");
    var empty = stage.reading(" \n").run("explain");
    assertThat(empty.code()).isEqualTo(3);
    assertThat(empty.err()).startsWith("outcrop: the text is empty\nhelp: ");
    var missing = stage.run("explain", "no-credential");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("did you mean `no-credentials`?");
  }

  @Test
  void textAsPowerShellWritesItIsRead() {
    var bytes = ("\ufeff" + ERROR).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Run.Stage.in(folder).run(bytes, "explain").out())
        .contains("[iam-no-identity-policy-allow]");
  }

  @Test
  void aSecretIsNamedWithWhatToDoAboutIt() {
    var text =
        "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=" + SECRET + "\n" + ERROR;
    var run = Run.Stage.in(folder).reading(text).run("explain");
    assertThat(run.out())
        .contains("A secret was in this text")
        .contains("! secret access key: deactivate and replace the access key `AKIA…MPLE`");
    var line = "{\"id\":1,\"message\":\"AWS_SECRET_ACCESS_KEY=" + SECRET + "\"}\n";
    var lines = Run.Stage.in(folder).reading(line).run("explain", "--jsonl");
    assertThat(lines.out())
        .contains("\"secrets\":[{\"kind\":\"secret access key\"")
        .doesNotContain(SECRET);
  }

  @Test
  void redactWritesTheTextWithoutItsSecrets() throws IOException {
    Files.writeString(folder.resolve("error.txt"), "key " + SECRET + "\n" + ERROR);
    var run = Run.Stage.in(folder).run("redact", "error.txt");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("key (secret)\n" + ERROR);
    assertThat(run.err())
        .isEqualTo("secret access key, taken out once: deactivate and replace the access key\n");
    var masked = Run.Stage.in(folder).reading(ERROR).run("redact", "--mask");
    assertThat(masked.out()).doesNotContain("111122223333").contains("AccessDeniedException");
    assertThat(masked.err()).isEmpty();
    assertThat(Run.Stage.in(folder).run("redact", "nowhere.txt").code()).isEqualTo(2);
  }

  private static String log() {
    return "2026-11-20 12:00:00 started\n"
        + ("2026-11-20 12:00:01 " + ERROR)
        + ("2026-11-20 12:00:02 " + ERROR)
        + "2026-11-20 12:00:03 Unable to locate credentials\n";
  }

  private static String event(String time) {
    return "{\"eventTime\":\"2026-11-20T"
        + time
        + ":00Z\",\"eventSource\":\"bedrock.amazonaws.com\",\"eventName\":\"InvokeModel\","
        + "\"awsRegion\":\"us-east-1\",\"errorCode\":\"AccessDenied\",\"errorMessage\":\""
        + ERROR.strip()
        + "\"}";
  }

  @Test
  void aSecretInTheTextIsNotPrinted() {
    var text = "aws_secret_access_key = " + SECRET + "\n" + ERROR;
    for (var format : new String[] {"text", "json"}) {
      var run = Run.Stage.in(folder).reading(text).run("explain", "-v", "--format", format);
      assertThat(run.out() + run.err()).doesNotContain(SECRET);
    }
  }
}
