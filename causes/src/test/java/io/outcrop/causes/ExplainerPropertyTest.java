package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.redact.Redaction;
import io.outcrop.causes.signal.Span;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerPropertyTest {
  private static final CauseCatalogue CATALOGUE = CauseCatalogue.shipped();
  private static final Explainer EXPLAINER = new Explainer(CATALOGUE, ModelCatalogue.shipped());
  private static final List<String> EXAMPLES =
      CATALOGUE.entries().stream().map(entry -> entry.example().text()).toList();
  private static final String NOISE =
      "\\\\\"\"''`\n\r"
          + "\t\u001b[31m\u0000%3A&quot;=\n"
          + "\\u0041\\x1b|>#*\u2502\ud83d\ude00\u0130\u00ad:/.,;(){}[]<>";

  @Test
  void noMutationOfAnyTextThrowsAndSpansAlwaysStandInTheText()
      throws IOException, URISyntaxException {
    var texts = new ArrayList<>(ExplainerSuiteTest.texts());
    texts.addAll(EXAMPLES);
    var random = new Random(20261121);
    for (var text : texts) {
      for (var round = 0; round < 2; round++) {
        checkSpans(mutated(text, random));
      }
    }
  }

  @Test
  void whatIsSaidTwiceIsTheSame() {
    for (var text : EXAMPLES) {
      assertThat(EXPLAINER.explain(text, ExplanationContext.none()))
          .isEqualTo(EXPLAINER.explain(text, ExplanationContext.none()));
    }
  }

  @Test
  void wrappingBetweenWordsMakesNoDifference() {
    for (var text : EXAMPLES) {
      var wrapped = text.replace(" ", "\n  \u2502 ");
      assertThat(firstOf(wrapped)).as(wrapped).isEqualTo(firstOf(text));
    }
  }

  @Test
  void wrappingWithinWordsDoesNotHideSentences() {
    var random = new Random(7);
    for (var entry : CATALOGUE.entries()) {
      var text = entry.example().text();
      if (entry.tells().stream().allMatch(ExplainerPropertyTest::isSentence)) {
        var wrapped = wrapped(text, 40 + random.nextInt(40));
        assertThat(firstOf(wrapped)).as(wrapped).isEqualTo(firstOf(text));
      }
    }
  }

  @Test
  void quotingInJsonTwiceMakesNoDifference() {
    for (var text : EXAMPLES) {
      assertThat(firstOf(quoted(quoted(text)))).as(text).isEqualTo(firstOf(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\\",
        " ",
        "\n",
        "arn:",
        "user:",
        "is not authorized to perform: bedrock:InvokeModel ",
        "on resource:",
        "claude-",
        "anthropic.",
        "us.",
        "Exception",
        "1",
        "-",
        "=",
        "\u001b[",
        "&#",
        "bedrock.us-east-1.amazonaws.com ",
        "because no ",
        "://",
        "A1b/",
        "eyJ.",
        "<b>",
        "<br",
        "{\"log\":\"",
        "2026-01-01 10:00:00 [a] ",
        "explicit deny in ",
        "no session policy ",
        "messages.0.content.",
        "authorization id: ",
        "https://a.b.c.d.",
        "20260101/us-east-1/",
        "| \n",
        "' +\n",
        "X-Amz-Signature="
      })
  void timeGrowsAsTheText(String part) {
    work(part.repeat(1 + 10_000 / part.length()));
    var little = work(part.repeat(1 + 10_000 / part.length()));
    var eightfold = work(part.repeat(1 + 80_000 / part.length()));
    assertThat(eightfold)
        .as("CPU time of eight times the text")
        .isLessThan(little * 8 * 3 + 40_000_000);
  }

  @Test
  void tenMillionCharactersEndInTime() {
    var random = new Random(20261122);
    var text = new StringBuilder();
    while (text.length() < 10_000_000) {
      text.append(mutated(EXAMPLES.get(random.nextInt(EXAMPLES.size())), random)).append('\n');
    }
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> checkSpans(text.toString()));
  }

  /// CPU time in nanoseconds, which a busy machine does not change.
  private static long work(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    var begin = threads.getCurrentThreadCpuTime();
    assertThat(EXPLAINER.explain(text, ExplanationContext.none()).signals()).isNotNull();
    assertThat(Redaction.of(text).text()).isNotEmpty();
    return threads.getCurrentThreadCpuTime() - begin;
  }

  @Test
  void ofALongTextBothEndsAreRead() {
    var error =
        "UnrecognizedClientException: The security token included in the request is invalid.";
    var filling = "nothing to see here\n".repeat(Explainer.MAX_CHARACTERS / 10);
    assertThat(firstOf(error + "\n" + filling)).isEqualTo("credentials-invalid");
    assertThat(firstOf(filling + "\n" + error)).isEqualTo("credentials-invalid");
    checkSpans(filling + "\n" + error);
  }

  private static boolean isSentence(Tell tell) {
    return tell.when().keySet().equals(Set.of("sentence")) && tell.unless().isEmpty();
  }

  private static String firstOf(String text) {
    return EXPLAINER.explain(text, ExplanationContext.none()).diagnoses().stream()
        .map(diagnosis -> diagnosis.cause().slug())
        .findFirst()
        .orElse("nothing");
  }

  private static void checkSpans(String text) {
    var explanation = EXPLAINER.explain(text, ExplanationContext.none());
    explanation.signals().forEach(signal -> check(text, signal.span()));
    for (var diagnosis : explanation.diagnoses()) {
      assertThat(diagnosis.because()).isNotEmpty();
      diagnosis.because().forEach(span -> check(text, span));
    }
  }

  private static void check(String text, Span span) {
    assertThat(span.end()).isGreaterThan(span.start());
    assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
  }

  private static String mutated(String text, Random random) {
    var result = new StringBuilder(text);
    for (var i = random.nextInt(8); i >= 0 && !result.isEmpty(); i--) {
      var at = random.nextInt(result.length());
      switch (random.nextInt(4)) {
        case 0 -> result.delete(at, Math.min(result.length(), at + 1 + random.nextInt(20)));
        case 1 -> result.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        case 2 -> result.insert(at, EXAMPLES.get(random.nextInt(EXAMPLES.size())));
        default -> result.insert(at, NOISE);
      }
    }
    return result.toString();
  }

  private static String wrapped(String text, int width) {
    var result = new StringBuilder();
    for (var at = 0; at < text.length(); at += width) {
      result.append(text, at, Math.min(text.length(), at + width)).append("\n  \u2502 ");
    }
    return result.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
