package io.outcrop.models.price;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.models.route.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The prices of all routes, read from `prices.json`. Immutable.
public final class Prices {
  private static final String FILE = "prices.json";
  private static final String ON_DEMAND = "on-demand";
  private static final String GLOBAL = "global";

  private final Map<String, List<Row>> byModel;

  private Prices(Map<String, List<Row>> byModel) {
    this.byModel = Map.copyOf(byModel);
  }

  private record Row(String model, String route, String region, Days days, Price price) {
    boolean isIn(String in, LocalDate on) {
      return (region.isEmpty() || region.equals(in)) && days.contain(on);
    }

    /// An application inference profile costs what it was copied from does: a copy of a model leads
    /// to the called region only.
    boolean isOf(Route wanted) {
      return switch (wanted) {
        case Route.OnDemand _ -> route.equals(ON_DEMAND);
        case Route.Geographic(var id, _, var called, var destinations) when id.startsWith("arn:") ->
            destinations.equals(List.of(called)) ? route.equals(ON_DEMAND) : isGeographic();
        case Route.Geographic(var id, _, _, _) -> id.startsWith(route + ".");
        case Route.Global _ -> route.equals(GLOBAL);
      };
    }

    private boolean isGeographic() {
      return !route.equals(ON_DEMAND) && !route.equals(GLOBAL);
    }
  }

  /// From the first of the days until before the last.
  private record Days(LocalDate from, LocalDate until) {
    boolean contain(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /// Reads the shipped prices.
  public static Prices shipped() {
    var problems = new ArrayList<Problem>();
    if (!(JsonReader.read(text()) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + FILE + "` is no JSON");
    }
    var fields = new Fields(value, "", problems);
    fields.text("what");
    var sources = fields.map("sources", Prices::source);
    var byModel = new HashMap<String, List<Row>>();
    for (var row : fields.objects("prices", entry -> row(entry, sources))) {
      byModel.computeIfAbsent(row.model(), _ -> new ArrayList<>()).add(row);
    }
    fields.finish();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("`" + FILE + "` is wrong: " + problems);
    }
    return new Prices(byModel);
  }

  /// What `route` costs on `day`, if it is known.
  public Optional<Price> of(Route route, LocalDate day) {
    for (var row : byModel.getOrDefault(route.modelId(), List.of())) {
      if (row.isOf(route) && row.isIn(route.region(), day)) {
        return Optional.of(row.price());
      }
    }
    return Optional.empty();
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
    var usual = kinds(fields);
    fields.any("cacheWriteOneHour");
    var above = 0L;
    var ofLongInput = Map.<Price.Kind, BigDecimal>of();
    var longer = fields.object("longInput");
    if (longer.isPresent()) {
      above = longer.get().whole("above", 0);
      ofLongInput = kinds(longer.get());
      longer.get().finish();
    }
    return new Row(
        fields.text("model"),
        fields.text("route"),
        fields.optionalText("region").orElse(""),
        new Days(day(fields, "from", LocalDate.MIN), day(fields, "until", LocalDate.MAX)),
        new Price(
            usual, above, ofLongInput, sources.getOrDefault(source, ""), fields.text("asOf")));
  }

  private static LocalDate day(Fields fields, String name, LocalDate otherwise) {
    return fields.optionalText(name).map(LocalDate::parse).orElse(otherwise);
  }

  private static Map<Price.Kind, BigDecimal> kinds(Fields fields) {
    var prices = new EnumMap<Price.Kind, BigDecimal>(Price.Kind.class);
    for (var kind : Price.Kind.values()) {
      if (fields.any(name(kind)).orElse(null) instanceof Json.Num(BigDecimal value, _)) {
        prices.put(kind, value);
      }
    }
    return prices;
  }

  /// `cacheRead`.
  private static String name(Price.Kind kind) {
    var words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  private static String text() {
    try (var stream = Prices.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("`" + FILE + "` is unreadable", unreadable);
    }
  }
}
