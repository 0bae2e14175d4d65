package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import io.outcrop.models.catalogue.Model.Doubt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Dates that hold in some regions, or, if `regions` is `*`, in all that no other row names.
record LifecycleRow(
    List<String> regions, @Nullable Instant legacy, @Nullable Instant end, @Nullable Doubt doubt) {
  private static final String EVERYWHERE = "*";

  static LifecycleRow read(Fields row, Sources sources, Geography geography) {
    sources.check(row);
    day(row, "extended");
    day(row, "endNoSoonerThan");
    var word = row.any("regions").flatMap(value -> value.asText()).orElse("");
    return new LifecycleRow(
        word.equals(EVERYWHERE) ? List.of(EVERYWHERE) : geography.regions(row),
        day(row, "legacy").orElse(null),
        day(row, "end").orElse(null),
        row.object("doubt").map(LifecycleRow::doubt).orElse(null));
  }

  boolean everywhere() {
    return regions.contains(EVERYWHERE);
  }

  /// The day that the member `name` gives, from its first instant in UTC.
  static Optional<Instant> day(Fields fields, String name) {
    return fields
        .optionalText(name)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
          } catch (DateTimeParseException _) {
            fields.problem(name, "expected a day, `2026-11-20`");
            return Optional.empty();
          }
        });
  }

  private static Doubt doubt(Fields doubt) {
    var from = day(doubt, "from").orElse(Instant.EPOCH);
    var result = new Doubt("", from, doubt.text("text"));
    doubt.finish();
    return result;
  }
}
