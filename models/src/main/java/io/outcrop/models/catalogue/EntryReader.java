package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import io.outcrop.models.catalogue.Model.Doubt;
import io.outcrop.models.catalogue.Model.InRegion;
import io.outcrop.models.catalogue.Model.RequestStyle;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the entry of one model. The package's documentation tells the format.
final class EntryReader {
  private static final String ORIGIN = "catalogue";
  private final Sources sources;
  private final Geography geography;

  EntryReader(Sources sources, Geography geography) {
    this.sources = sources;
    this.geography = geography;
  }

  Model read(Fields entry) {
    var title = sources.check(entry);
    var start = fact(entry, "start", fact -> LifecycleRow.day(fact, "date")).orElse(null);
    var facts =
        new Facts(
            entry.text("id"),
            start,
            entry.objects("lifecycle", row -> LifecycleRow.read(row, sources, geography)),
            fact(entry, "onDemand", fact -> Optional.of(geography.regions(fact))).orElse(List.of()),
            profiles(entry));
    return new Model(
        facts.id(),
        entry.text("name"),
        entry.text("family"),
        style(entry),
        fact(entry, "product", fact -> Optional.of(fact.text("id"))).orElse(""),
        fact(entry, "access", fact -> Optional.of(fact.text("openTo"))).orElse(""),
        byRegion(facts),
        fact(entry, "replacements", EntryReader::replacements).orElse(List.of()),
        title,
        entry.text("asOf"));
  }

  private List<ProfileEntry> profiles(Fields entry) {
    var profiles =
        new ArrayList<>(
            entry.objects("profiles", profile -> ProfileEntry.read(profile, sources, geography)));
    profiles.sort(Comparator.comparingInt(ProfileEntry::rank));
    return profiles;
  }

  // Plain loops from here on: this runs at every start, before anything is compiled.
  private Map<String, InRegion> byRegion(Facts facts) {
    var regions = new TreeMap<String, Found>();
    for (var region : facts.onDemand()) {
      found(regions, region).routes().add(new Route.OnDemand(facts.id(), region));
    }
    for (var profile : facts.profiles()) {
      for (var region : profile.regions()) {
        var found = found(regions, region);
        found.routes().add(profile.route(facts.id(), region));
        if (profile.doubt() != null) {
          found.doubts().add(profile.doubt());
        }
      }
    }
    addDates(facts, regions);
    var result = new TreeMap<String, InRegion>();
    for (var entry : regions.entrySet()) {
      result.put(entry.getKey(), entry.getValue().closed(facts.rowFor(entry.getKey()), facts));
    }
    return result;
  }

  /// Adds the regions of which only dates are known; all, if the model ended everywhere and nobody
  /// knows where it was.
  private void addDates(Facts facts, Map<String, Found> regions) {
    var ended = false;
    for (var row : facts.rows()) {
      ended |= row.end() != null;
      if (!row.everywhere()) {
        row.regions().forEach(region -> found(regions, region));
      }
    }
    if (regions.isEmpty() && ended) {
      geography
          .regionSets()
          .getOrDefault("commercial", List.of())
          .forEach(region -> found(regions, region));
    }
  }

  private static Found found(Map<String, Found> regions, String region) {
    return regions.computeIfAbsent(region, _ -> new Found(new ArrayList<>(), new ArrayList<>()));
  }

  /// What `read` makes of the member `name`, which is an object with a source.
  private <T> Optional<T> fact(Fields entry, String name, Function<Fields, Optional<T>> read) {
    return entry
        .object(name)
        .flatMap(fact -> {
          sources.check(fact);
          var value = read.apply(fact);
          fact.finish();
          return value;
        });
  }

  private static Optional<List<String>> replacements(Fields fact) {
    fact.text("why");
    return Optional.of(fact.texts("ids"));
  }

  private static RequestStyle style(Fields entry) {
    return switch (entry.text("requestStyle")) {
      case "messages" -> RequestStyle.MESSAGES;
      case "text-completion" -> RequestStyle.TEXT_COMPLETION;
      default -> {
        entry.problem("requestStyle", "expected `messages` or `text-completion`");
        yield RequestStyle.MESSAGES;
      }
    };
  }

  private record Facts(
      String id,
      @Nullable Instant start,
      List<LifecycleRow> rows,
      List<String> onDemand,
      List<ProfileEntry> profiles) {

    @Nullable LifecycleRow rowFor(String region) {
      LifecycleRow everywhere = null;
      for (var row : rows) {
        if (row.regions().contains(region)) {
          return row;
        }
        if (everywhere == null && row.everywhere()) {
          everywhere = row;
        }
      }
      return everywhere;
    }
  }

  /// What has been found of one region so far.
  private record Found(List<Route> routes, List<Doubt> doubts) {
    InRegion closed(@Nullable LifecycleRow row, Facts facts) {
      if (row == null) {
        return new InRegion(routes, new Lifecycle(facts.start(), null, null), ORIGIN, doubts);
      }
      if (row.doubt() != null) {
        doubts.add(row.doubt());
      }
      var lifecycle = new Lifecycle(facts.start(), row.legacy(), row.end());
      return new InRegion(routes, lifecycle, ORIGIN, doubts);
    }
  }
}
