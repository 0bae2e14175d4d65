package io.outcrop.models.quota;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How AWS names the quotas of model calls, as `names.json` says. Letter case does not count.
final class NamePatterns {
  private static final String FILE = "names.json";
  private static final String MODEL = "{model}";

  private final String maker;
  private final List<String> ignoredEndings;
  private final List<Row> rows;

  private NamePatterns(String maker, List<String> ignoredEndings, List<Row> rows) {
    this.maker = maker;
    this.ignoredEndings = List.copyOf(ignoredEndings);
    this.rows = List.copyOf(rows);
  }

  private record Row(Pattern pattern, boolean ofOneModel, Quota.Scope scope, Quota.Kind kind) {}

  private static final class Shipped {
    static final NamePatterns ALL = of(text());
  }

  static NamePatterns shipped() {
    return Shipped.ALL;
  }

  Optional<QuotaName> read(String name) {
    for (var row : rows) {
      var match = row.pattern().matcher(name.strip());
      if (match.matches()) {
        return Optional.of(
            new QuotaName(row.scope(), row.kind(), row.ofOneModel() ? model(match.group(1)) : ""));
      }
    }
    return Optional.empty();
  }

  private String model(String said) {
    var model = said.strip();
    if (startsWith(model, maker + " ")) {
      model = model.substring(maker.length()).strip();
    }
    for (var ending : ignoredEndings) {
      if (endsWith(model, " " + ending)) {
        model = model.substring(0, model.length() - ending.length()).strip();
      }
    }
    return model;
  }

  private static boolean startsWith(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private static boolean endsWith(String text, String end) {
    return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
  }

  private static NamePatterns of(String text) {
    if (!(JsonReader.read(text) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + FILE + "` is no JSON");
    }
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    fields.text("what");
    var sources = fields.map("sources", NamePatterns::source);
    var patterns =
        new NamePatterns(
            fields.text("maker"),
            fields.texts("ignoredEndings"),
            fields.objects("names", row -> row(row, sources)));
    fields.finish();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("`" + FILE + "` is wrong: " + problems);
    }
    return patterns;
  }

  private static String source(Fields fields) {
    fields.text("asOf");
    return fields.text("title");
  }

  private static Row row(Fields fields, Map<String, String> sources) {
    var source = fields.text("source");
    if (!sources.containsKey(source)) {
      fields.problem("source", "`" + source + "` is not among the sources");
    }
    var name = fields.text("name");
    var place = name.indexOf(MODEL);
    var regex =
        place < 0
            ? Pattern.quote(name)
            : Pattern.quote(name.substring(0, place))
                + "(.+?)"
                + Pattern.quote(name.substring(place + MODEL.length()));
    return new Row(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE),
        place >= 0,
        Quota.Scope.valueOf(fields.text("scope")),
        Quota.Kind.valueOf(fields.text("kind")));
  }

  private static String text() {
    try (var in = NamePatterns.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
