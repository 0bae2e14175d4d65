package io.outcrop.models.catalogue;

import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import io.outcrop.models.catalogue.Model.Doubt;
import io.outcrop.models.catalogue.Model.InRegion;
import io.outcrop.models.catalogue.Model.RequestStyle;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The whole catalogue in one file that is read without parsing. Lists of destinations and dates of
/// a life are the same for many models and regions, and lie there once.
final class ModelPack {
  private static final int SECONDS_OF_DAY = 86_400;

  private ModelPack() {}

  static byte[] of(Shipped shipped) {
    var packer = new Packer();
    var writer = new Writer();
    shipped.models().forEach(writer::collect);
    packer.text(shipped.version());
    packer.list(writer.destinations.keySet(), Packer::texts);
    packer.list(writer.lives.keySet(), (pack, dates) -> dates.forEach(date -> date(pack, date)));
    packer.list(shipped.models(), writer::model);
    packer.list(shipped.lookAlikes(), ModelPack::lookAlike);
    return packer.bytes();
  }

  static Shipped read(byte[] pack) {
    var packed = new Unpacker(pack);
    var version = packed.text();
    var reader = new Reader(packed.list(Unpacker::texts), packed.list(Reader::life));
    return new Shipped(version, packed.list(reader::model), packed.list(ModelPack::lookAlike));
  }

  private static void lookAlike(Packer packer, LookAlike known) {
    packer.text(known.id());
    packer.text(known.reason());
    packer.texts(known.models());
    packer.text(known.why());
  }

  private static LookAlike lookAlike(Unpacker packed) {
    return new LookAlike(packed.text(), packed.text(), packed.texts(), packed.text());
  }

  /// Days since 1970 and seconds of the day, 0 where there is no date: dates in words would take
  /// longer to read than all the rest.
  private static void date(Packer packer, long seconds) {
    packer.number(Math.toIntExact(seconds / SECONDS_OF_DAY));
    packer.number((int) (seconds % SECONDS_OF_DAY));
  }

  private static long seconds(Unpacker packed) {
    return (long) packed.number() * SECONDS_OF_DAY + packed.number();
  }

  private static final class Writer {
    private final Map<List<String>, Integer> destinations = new LinkedHashMap<>();
    private final Map<List<Long>, Integer> lives = new LinkedHashMap<>();

    void collect(Model model) {
      for (var here : model.byRegion().values()) {
        lives.putIfAbsent(dates(here.lifecycle()), lives.size());
        for (var route : here.routes()) {
          destinations.putIfAbsent(destinations(route), destinations.size());
        }
      }
    }

    void model(Packer packer, Model model) {
      packer.text(model.id());
      packer.text(model.displayName());
      packer.text(model.family());
      packer.text(model.requestStyle().name());
      packer.text(model.productId());
      packer.text(model.restriction());
      packer.list(
          model.byRegion().entrySet(),
          (pack, entry) -> {
            pack.text(entry.getKey());
            inRegion(pack, entry.getValue());
          });
      packer.texts(model.replacements());
      packer.text(model.source());
      packer.text(model.asOf());
    }

    private void inRegion(Packer packer, InRegion here) {
      packer.list(here.routes(), this::route);
      packer.number(index(lives, dates(here.lifecycle())));
      packer.text(here.origin());
      packer.list(here.doubts(), Writer::doubt);
    }

    private void route(Packer packer, Route route) {
      packer.number(
          switch (route) {
            case Route.OnDemand _ -> 0;
            case Route.Geographic _ -> 1;
            case Route.Global _ -> 2;
          });
      packer.text(route.id());
      packer.number(index(destinations, destinations(route)));
    }

    private static List<String> destinations(Route route) {
      return switch (route) {
        case Route.Geographic geographic -> geographic.destinations();
        case Route.OnDemand _, Route.Global _ -> List.of();
      };
    }

    private static <R> int index(Map<R, Integer> table, R row) {
      return Optional.ofNullable(table.get(row)).orElseThrow();
    }

    private static void doubt(Packer packer, Doubt doubt) {
      packer.text(doubt.routeId());
      date(packer, doubt.from().getEpochSecond());
      packer.text(doubt.sentence());
    }

    private static List<Long> dates(Lifecycle life) {
      return List.of(seconds(life.start()), seconds(life.legacy()), seconds(life.end()));
    }

    private static long seconds(Optional<Instant> date) {
      return date.map(Instant::getEpochSecond).orElse(0L);
    }
  }

  private record Reader(List<List<String>> destinations, List<Lifecycle> lives) {
    static Lifecycle life(Unpacker packed) {
      return new Lifecycle(date(packed), date(packed), date(packed));
    }

    Model model(Unpacker packed) {
      var id = packed.text();
      return new Model(
          id,
          packed.text(),
          packed.text(),
          RequestStyle.valueOf(packed.text()),
          packed.text(),
          packed.text(),
          byRegion(packed, id),
          packed.texts(),
          packed.text(),
          packed.text());
    }

    private Map<String, InRegion> byRegion(Unpacker packed, String id) {
      var byRegion = new TreeMap<String, InRegion>();
      for (var count = packed.number(); count > 0; count--) {
        var region = packed.text();
        byRegion.put(region, inRegion(packed, id, region));
      }
      return byRegion;
    }

    private InRegion inRegion(Unpacker packed, String id, String region) {
      var count = packed.number();
      var routes = new ArrayList<Route>(count);
      for (var i = 0; i < count; i++) {
        routes.add(route(packed, id, region));
      }
      return new InRegion(
          routes, lives.get(packed.number()), packed.text(), packed.list(Reader::doubt));
    }

    private Route route(Unpacker packed, String id, String region) {
      var kind = packed.number();
      var routeId = packed.text();
      var there = destinations.get(packed.number());
      return switch (kind) {
        case 0 -> new Route.OnDemand(id, region);
        case 1 -> new Route.Geographic(routeId, id, region, there);
        default -> new Route.Global(routeId, id, region);
      };
    }

    private static Doubt doubt(Unpacker packed) {
      var routeId = packed.text();
      return new Doubt(routeId, Instant.ofEpochSecond(seconds(packed)), packed.text());
    }

    private static @Nullable Instant date(Unpacker packed) {
      var seconds = seconds(packed);
      return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
  }
}
