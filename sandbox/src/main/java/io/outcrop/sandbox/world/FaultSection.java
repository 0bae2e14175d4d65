package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Severance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The faults of a world: what is left out takes the widest or usual value.
public final class FaultSection {
  private FaultSection() {}

  /// The faults under the member `faults`.
  public static List<Fault> read(Fields fields) {
    return fields.objects("faults", FaultSection::fault);
  }

  /// The faults of a document that has them and nothing else: `{"faults": […]}`.
  public static List<Fault> readAlone(Json document, List<Problem> problems) {
    var found = new ArrayList<Problem>();
    var fields = new Fields(document, "", found, RealmReader::unknown);
    fields.whole("formatVersion", 1);
    if (!fields.has("faults")) {
      fields.problem("faults", "member `faults` is missing");
    }
    var faults = read(fields);
    fields.finish();
    found.forEach(problem -> problems.add(Places.placed(problem, document)));
    return faults;
  }

  /// The faults as their document.
  public static Json.Arr write(List<Fault> faults) {
    return RealmWriter.array(faults, FaultSection::fault);
  }

  private static Fault fault(Fields fields) {
    var kind = Values.word(fields, "kind", Fault.Kind.class);
    var scope =
        new Fault.Scope(
            fields.optionalText("service").orElse("*"),
            fields.optionalText("operation").orElse("*"),
            fields.optionalText("model").orElse("*"),
            fields.optionalText("principal").orElse("*"));
    var odds =
        new Fault.Odds(
            fields.whole("count", -1),
            share(fields),
            fields.whole("seed", 1),
            fields.whole("seen", 0));
    var course =
        new Fault.Course(
            Values.duration(fields, "delay", Duration.ZERO),
            fields.whole("after", 0),
            error(fields),
            manner(fields));
    kind.ifPresent(known -> complete(fields, known));
    return new Fault(kind.orElse(Fault.Kind.THROTTLE), scope, odds, course);
  }

  private static Severance manner(Fields fields) {
    return fields.has("manner")
        ? Values.word(fields, "manner", Severance.class).orElse(Severance.CLOSE)
        : Severance.CLOSE;
  }

  private static void complete(Fields fields, Fault.Kind kind) {
    var needed =
        switch (kind) {
          case ERROR -> "error";
          case LATENCY, SLOW_FIRST_BYTE, SILENCE -> "delay";
          case CUT, EXCEPTION -> "after";
          default -> "kind";
        };
    if (!fields.has(needed)) {
      fields.problem(needed, "a fault of kind `" + kind + "` needs `" + needed + "`");
    }
  }

  private static double share(Fields fields) {
    var value = fields.any("share");
    if (value.isEmpty()) {
      return 1;
    }
    if (value.get() instanceof Json.Num(BigDecimal number, var _)
        && number.signum() > 0
        && number.compareTo(BigDecimal.ONE) <= 0) {
      return number.doubleValue();
    }
    fields.problem("share", "expected a number above 0 and at most 1, found `" + value.get() + "`");
    return 1;
  }

  private static Fault.Words error(Fields fields) {
    return fields
        .object("error")
        .map(inner -> {
          var error =
              new Fault.Words(
                  status(inner),
                  inner.optionalText("code").orElse(""),
                  inner.optionalText("message").orElse(""));
          inner.finish();
          return error;
        })
        .orElse(Fault.Words.NONE);
  }

  private static int status(Fields fields) {
    var status = fields.whole("status", 0);
    if (status != 0 && (status < 400 || status > 599)) {
      fields.problem("status", "expected a status from 400 to 599, found `" + status + "`");
      return 0;
    }
    return (int) status;
  }

  private static Json fault(Fault fault) {
    var scope = fault.scope();
    var odds = fault.odds();
    var course = fault.course();
    return members(
        "kind", Json.of(fault.kind().name()),
        "service", narrowed(scope.service()),
        "operation", narrowed(scope.operation()),
        "model", narrowed(scope.model()),
        "principal", narrowed(scope.principal()),
        "count", odds.count() < 0 ? null : Json.of(odds.count()),
        "share", odds.share() >= 1 ? null : Json.of(BigDecimal.valueOf(odds.share())),
        "seed", odds.share() >= 1 ? null : Json.of(odds.seed()),
        "seen", odds.seen() == 0 ? null : Json.of(odds.seen()),
        "delay", course.delay().isZero() ? null : Json.of(course.delay().toString()),
        "after", hasPlace(fault.kind()) ? Json.of(course.after()) : null,
        "manner", course.manner() == Severance.CLOSE ? null : Json.of(course.manner().name()),
        "error", error(course.error()));
  }

  private static boolean hasPlace(Fault.Kind kind) {
    return switch (kind) {
      case SILENCE, CUT, EXCEPTION -> true;
      default -> false;
    };
  }

  private static @Nullable Json narrowed(String part) {
    return part.equals("*") ? null : Json.of(part);
  }

  private static @Nullable Json error(Fault.Words error) {
    return error.equals(Fault.Words.NONE)
        ? null
        : members(
            "status", error.status() == 0 ? null : Json.of(error.status()),
            "code", text(error.code()),
            "message", text(error.message()));
  }
}
