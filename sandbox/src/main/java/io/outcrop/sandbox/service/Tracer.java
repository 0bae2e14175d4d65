package io.outcrop.sandbox.service;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.throttle.Throttle;
import io.outcrop.sandbox.trace.ModelUse;
import io.outcrop.sandbox.trace.Sent;
import io.outcrop.sandbox.trace.Trace;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Makes the one record of each call when it is over, from the call and its reply: a stream is over
/// when it ends or is cut. Safe for many threads.
final class Tracer {
  private final LiveWorld world;
  private final Throttle throttle;
  private final Logging logging;

  Tracer(LiveWorld world, Throttle throttle, Logging logging) {
    this.world = world;
    this.throttle = throttle;
    this.logging = logging;
  }

  /// Whether an account keeps what is said in its calls to models.
  @FunctionalInterface
  interface Logging {
    /// Whether it does in `region`.
    boolean isOn(Account account, String region);
  }

  /// The reply to `visit`; a stream tells its end from now on.
  Reply traced(Visit visit, Reply reply) {
    return switch (reply) {
      case Reply.Fault fault -> {
        refused(visit, fault);
        yield reply;
      }
      case Reply.Output(Json.Obj output) -> {
        answered(visit, output);
        yield reply;
      }
      case Reply.Payload(_, String body, _) -> {
        answered(visit, isLogged(visit) ? read(body) : Json.ofNull());
        yield reply;
      }
      case Reply.Events(Reply.Stream stream, var headers) ->
          new Reply.Events(
              new TracedStream(stream, (sent, whole) -> streamed(visit, sent, whole)), headers);
      case Reply.Severed _ -> reply;
    };
  }

  private void refused(Visit visit, Reply.Fault fault) {
    throttle.release(visit.call().requestId());
    var model =
        isInference(visit.call()) ? new Trace.ForModel.Refused() : new Trace.ForModel.None();
    record(visit, new Trace.Outcome.Refused(fault), model);
  }

  private void answered(Visit visit, Json body) {
    var model =
        visit
            .notes()
            .use()
            .<Trace.ForModel>map(use -> settled(visit, use))
            .orElse(new Trace.ForModel.None());
    record(visit, new Trace.Outcome.Answered(body), model);
  }

  private void streamed(Visit visit, List<Reply.Event> events, boolean whole) {
    var failure = events.stream().filter(Reply.Event::exception).findFirst();
    var sent =
        whole && failure.isEmpty() && !isLogged(visit) ? new Sent(List.of()) : Sent.of(events);
    var model =
        visit
            .notes()
            .use()
            .map(use -> whole && failure.isEmpty() ? use : cut(visit, use, sent))
            .<Trace.ForModel>map(use -> settled(visit, use))
            .orElse(new Trace.ForModel.None());
    record(
        visit,
        failure
            .<Trace.Outcome>map(event -> new Trace.Outcome.Refused(fault(event)))
            .orElseGet(() -> new Trace.Outcome.Answered(sent.json())),
        model);
  }

  private ModelUse cut(Visit visit, ModelUse use, Sent sent) {
    var passed = Duration.between(visit.now(), world.clock().instant());
    return use.cut(sent.outputTokens(), passed.isNegative() ? Duration.ZERO : passed);
  }

  /// An exception that ends a stream: `throttlingException` is `ThrottlingException`.
  private static Reply.Fault fault(Reply.Event event) {
    var name = event.type().substring(0, 1).toUpperCase(Locale.ROOT);
    return new Reply.Fault(
        0, name + event.type().substring(1), event.payload().text("message").orElse(""), false);
  }

  private Trace.ForModel settled(Visit visit, ModelUse use) {
    return new Trace.ForModel.Admitted(use, throttle.settle(visit.call().requestId(), use));
  }

  private void record(Visit visit, Trace.Outcome outcome, Trace.ForModel model) {
    world
        .ledger()
        .record(
            new Trace(
                visit.call(),
                visit.visitor(),
                visit.now(),
                visit.region(),
                outcome,
                model,
                isLogged(visit)));
  }

  private boolean isLogged(Visit visit) {
    return logging.isOn(visit.account(), visit.region());
  }

  private static boolean isInference(Call call) {
    return call.operation().startsWith("InvokeModel")
        || call.operation().startsWith("Converse")
        || call.operation().equals("CreateInference");
  }

  private static Json read(String body) {
    return JsonReader.read(body) instanceof JsonReading.Read(Json said) ? said : Json.of(body);
  }
}
