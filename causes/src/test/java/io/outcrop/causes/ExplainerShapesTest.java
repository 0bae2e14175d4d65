package io.outcrop.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.models.ModelCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cause's example, in every shape in which people paste it, leads to the same first cause.
class ExplainerShapesTest {
  private static final CauseCatalogue CATALOGUE = CauseCatalogue.shipped();
  private static final Explainer EXPLAINER = new Explainer(CATALOGUE, ModelCatalogue.shipped());

  private static final Map<String, UnaryOperator<String>> SHAPES = new TreeMap<>();

  static {
    SHAPES.put("JSON in JSON in JSON", text -> quoted(quoted(quoted(text))));
    SHAPES.put(
        "dict of Python", text -> "Error code: 403 - {'error': {'message': " + repr(text) + "}}");
    SHAPES.put("bytes of Python", text -> "failed: b" + repr(text));
    SHAPES.put(
        "object of Node",
        text -> "{ message: '" + text.replace("'", "\\'").replace("\n", "\\n' +\n    '") + "' }");
    SHAPES.put(
        "logfmt",
        text -> "ts=2026-11-20T10:11:12Z level=error caller=proxy.go:12 msg=" + quoted(text));
    SHAPES.put("syslog", text -> byLine("Nov 20 10:11:12 host-7 app[4242]: ", text, ""));
    SHAPES.put(
        "newer syslog", text -> byLine("<11>1 2026-11-20T10:11:12Z host app 42 ID47 - ", text, ""));
    SHAPES.put("kubernetes", text -> byLine("2026-11-20T10:11:12.123456789Z stderr F ", text, ""));
    SHAPES.put(
        "log lines",
        text -> byLine("2026-11-20 10:11:12,123 ERROR [worker-3] com.example.App - ", text, ""));
    SHAPES.put(
        "docker",
        text ->
            text.lines()
                .map(line ->
                    "{\"log\":"
                        + quoted(line + "\n")
                        + ",\"stream\":\"stderr\",\"time\":\"2026-11-20T10:11:12.123456789Z\"}")
                .collect(Collectors.joining("\n")));
    SHAPES.put(
        "colours", text -> "\u001b[1;31mERROR\u001b[0m " + byLine("\u001b[31m", text, "\u001b[0m"));
    SHAPES.put("box", text -> "╭────╮\n" + byLine("│ ", inWords(text, 70), " │") + "\n╰────╯");
    SHAPES.put("mail in mail", text -> "siehe unten\n" + byLine("> > ", inWords(text, 68), ""));
    SHAPES.put("web page", text -> "<pre>" + html(text) + "</pre>");
    SHAPES.put("smart quotes", text -> text.replace('\'', '\u2019').replace('"', '\u201d'));
    SHAPES.put("Markdown", text -> "エラーが出ました:\n\n```text\n" + text + "\n```\n\n助けてください");
    SHAPES.put("Windows", text -> text.replace("\n", "\r\n"));
    SHAPES.put("narrow terminal", text -> inColumns(text, 80));
  }

  static Stream<String> slugs() {
    return CATALOGUE.causes().stream().map(cause -> cause.slug());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slugs")
  void theShapeMakesNoDifference(String slug) {
    var example =
        CATALOGUE.entries().stream()
            .filter(entry -> entry.cause().slug().equals(slug))
            .map(Entry::example)
            .findFirst()
            .orElseThrow();
    var context = new ExplanationContext(example.region(), example.model(), null);
    var plain = first(example.text(), context);
    var different = new ArrayList<String>();
    SHAPES.forEach((name, shape) -> {
      var found = first(shape.apply(example.text()), context);
      if (!found.equals(plain)) {
        different.add(name + ": " + found);
      }
    });
    assertThat(different).as("shapes in which the first cause is not `%s`", plain).isEmpty();
  }

  private static String first(String text, ExplanationContext context) {
    return EXPLAINER.explain(text, context).diagnoses().stream()
        .map(diagnosis -> diagnosis.cause().slug())
        .findFirst()
        .orElse("nothing");
  }

  private static String byLine(String before, String text, String behind) {
    return text.lines().map(line -> before + line + behind).collect(Collectors.joining("\n"));
  }

  private static String inWords(String text, int width) {
    return text.lines()
        .flatMap(line -> words(line, width).stream())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> words(String line, int width) {
    var lines = new ArrayList<String>();
    var current = new StringBuilder();
    for (var word : line.split(" ", -1)) {
      if (!current.isEmpty() && current.length() + word.length() >= width) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    lines.add(current.toString());
    return lines;
  }

  private static String inColumns(String text, int width) {
    return text.lines()
        .map(line -> line.replaceAll("(.{" + width + "})(?=.)", "$1\n"))
        .collect(Collectors.joining("\n"));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;")
        .replace("\n", "<br>\n");
  }

  private static String repr(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
