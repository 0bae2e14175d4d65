package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one page of events out of files, from the newest line on. For one page.
final class PageReader {
  private final DayFiles files;
  private final Ledger.Lookup lookup;
  private final int most;
  private final List<Json.Obj> found = new ArrayList<>();

  PageReader(DayFiles files, Ledger.Lookup lookup, int most) {
    this.files = files;
    this.lookup = lookup;
    this.most = most;
  }

  /// The page that ends before `place`, and whether there is another.
  Ledger.Page read(Place place) {
    for (var day : files.days()) {
      if (day.isAfter(place.day())
          || day.isAfter(Ledger.day(lookup.to()))
          || day.isBefore(Ledger.day(lookup.from()))) {
        continue;
      }
      var before = day.equals(place.day()) ? place.before() : Long.MAX_VALUE;
      var next = Backwards.open(files.file(day), before).flatMap(this::read);
      if (next.isPresent()) {
        return new Ledger.Page(found, new Place(day, next.get()).word());
      }
    }
    return new Ledger.Page(found, "");
  }

  /// Collects from one file; where to go on, if a further event is there that has no room.
  private Optional<Long> read(Backwards lines) {
    try (lines) {
      var last = Long.MAX_VALUE;
      for (var line = lines.previous(); line.isPresent(); line = lines.previous()) {
        var event = wanted(line.get().line());
        if (event.isPresent() && found.size() == most) {
          return Optional.of(last);
        }
        if (event.isPresent()) {
          found.add(event.get());
        }
        last = line.get().at();
      }
      return Optional.empty();
    }
  }

  private Optional<Json.Obj> wanted(String line) {
    for (var text : lookup.mention()) {
      if (!line.contains(text)) {
        return Optional.empty();
      }
    }
    return JsonReader.read(line) instanceof JsonReading.Read(Json.Obj event)
            && isInTime(event)
            && lookup.wanted().test(event)
        ? Optional.of(event)
        : Optional.empty();
  }

  private boolean isInTime(Json.Obj event) {
    return event
        .text("eventTime")
        .map(Instant::parse)
        .filter(at -> !at.isBefore(lookup.from()) && !at.isAfter(lookup.to()))
        .isPresent();
  }
}
