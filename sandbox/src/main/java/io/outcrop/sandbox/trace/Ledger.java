package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.realm.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// All traces of a world, in the folder `traces` of its own. Safe for many threads. What it holds
/// in memory grows with keys and roles, not with calls.
public final class Ledger implements LastUse, AutoCloseable {
  /// How long a line may wait in a buffer.
  private static final Duration LINGER = Duration.ofMillis(100);

  private final CloudTrailEvent form = new CloudTrailEvent(EventSources.shipped());
  private final DayFiles events;
  private final DayFiles dataEvents;
  private final DayFiles modelCalls;
  private final DayFiles invocations;
  private final UseBook uses;
  private final List<Runnable> whenForgotten = new CopyOnWriteArrayList<>();
  private final AtomicBoolean waiting = new AtomicBoolean();

  private Ledger(Path folder) {
    this.events = new DayFiles(folder, "events");
    this.dataEvents = new DayFiles(folder, "data-events");
    this.modelCalls = new DayFiles(folder, "model-calls");
    this.invocations = new DayFiles(folder, "invocations");
    this.uses = UseBook.open(folder);
  }

  /// The traces of the world in `world`.
  public static Ledger open(Path world) {
    var folder = world.resolve("traces");
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make `" + folder + "`", failed);
    }
    return new Ledger(folder);
  }

  /// Writes all traces of a call.
  public void record(Trace trace) {
    var day = day(trace.at());
    (form.isData(trace.call()) ? dataEvents : events).append(day, form.of(trace));
    form.shared(trace).ifPresent(event -> events.append(day, event));
    ModelCallLine.of(trace).ifPresent(line -> modelCalls.append(day, line));
    InvocationLog.of(trace).ifPresent(line -> invocations.append(day, line));
    use(trace);
    if (!waiting.getAndSet(true)) {
      Thread.startVirtualThread(this::flushSoon);
    }
  }

  private void use(Trace trace) {
    var visitor = trace.visitor();
    var use = new Use(trace.at(), service(trace.call().service()), trace.region());
    if (visitor.identity() instanceof Identity.Role role) {
      uses.role(visitor.account().id(), role.label().name(), use);
    } else if (trace.call().caller() instanceof Caller.Signed(String id)) {
      uses.key(id, use);
    }
    if (trace.model() instanceof Trace.ForModel.Admitted(ModelUse model, _)) {
      uses.model(visitor.account().id(), model.route().modelId(), use);
    }
  }

  /// GetAccessKeyLastUsed names a service by its signing name.
  private static String service(String service) {
    return switch (service) {
      case "bedrock-runtime" -> "bedrock";
      case "service-quotas" -> "servicequotas";
      case "cloudwatch" -> "monitoring";
      default -> service;
    };
  }

  private void flushSoon() {
    try {
      Thread.sleep(LINGER);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    waiting.set(false);
    flush();
  }

  /// Hands to the operating system what waits in buffers.
  public void flush() {
    events.flush();
    dataEvents.flush();
    modelCalls.flush();
    invocations.flush();
  }

  @Override
  public Optional<Use> ofKey(String keyId) {
    return uses.ofKey(keyId);
  }

  @Override
  public Optional<Use> ofRole(String account, String role) {
    return uses.ofRole(account, role);
  }

  @Override
  public Optional<Instant> ofModel(String account, String modelId) {
    return uses.ofModel(account, modelId);
  }

  /// A page of events, newest first.
  ///
  /// @param events in CloudTrail's form
  /// @param next where the next page begins; empty if this is the last
  public record Page(List<Json.Obj> events, String next) {
    public Page {
      events = List.copyOf(events);
    }
  }

  /// Which events are wanted.
  ///
  /// @param from the first moment
  /// @param to the last moment
  /// @param mention what each line says literally, so that others need not be read
  /// @param wanted which of those
  public record Lookup(Instant from, Instant to, List<String> mention, Predicate<Json.Obj> wanted) {
    public Lookup {
      mention = List.copyOf(mention);
    }
  }

  /// The newest management events that are wanted.
  ///
  /// @param most how many at most
  /// @param after what the page before said as `next`; empty for the first page
  /// @return nothing if `after` is no such word
  public Optional<Page> events(Lookup lookup, int most, String after) {
    events.flush();
    return Place.read(after).map(place -> new PageReader(events, lookup, most).read(place));
  }

  /// Calls to models that came between `from` and `to`, the newest first, handed to `reader`.
  public void modelCalls(Instant from, Instant to, Consumer<ModelCallRecord> reader) {
    modelCalls.flush();
    for (var day : modelCalls.days()) {
      if (day.isBefore(day(from)) || day.isAfter(day(to))) {
        continue;
      }
      each(
          modelCalls,
          day,
          line -> {
            if (JsonReader.read(line) instanceof JsonReading.Read(Json.Obj read)) {
              ModelCallRecord.read(read)
                  .filter(call -> !call.at().isBefore(from) && call.at().isBefore(to))
                  .ifPresent(reader);
            }
          });
    }
  }

  /// How many tokens of its quotas `account` used in `region` in the day from `from` on.
  public long quotaTokens(String account, String region, Instant from) {
    var sum = new long[1];
    modelCalls(
        from,
        from.plus(Duration.ofDays(1)),
        call -> {
          if (call.account().equals(account) && call.region().equals(region)) {
            sum[0] += call.number("quotaTokens").orElse(0L);
          }
        });
    return sum[0];
  }

  private static void each(DayFiles files, LocalDate day, Consumer<String> reader) {
    Backwards.open(files.file(day), Long.MAX_VALUE)
        .ifPresent(lines -> {
          try (lines) {
            for (var found = lines.previous(); found.isPresent(); found = lines.previous()) {
              reader.accept(found.get().line());
            }
          }
        });
  }

  /// Forgets everything, and lets whoever reckons with it know.
  public void forget() {
    events.forget();
    dataEvents.forget();
    modelCalls.forget();
    invocations.forget();
    uses.forget();
    whenForgotten.forEach(Runnable::run);
  }

  /// Lets `listener` know when everything is forgotten.
  public void whenForgotten(Runnable listener) {
    whenForgotten.add(listener);
  }

  static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public void close() {
    events.close();
    dataEvents.close();
    modelCalls.close();
    invocations.close();
    uses.close();
  }
}
