package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cloud.thread.CallThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

/// Many examinations' looks, a bounded number of them at the same time. One that breaks or is
/// cancelled is an answer too, and takes no other with it.
final class ManyLooks {
  /// How many go on at the same time: enough to hide the distance to AWS, and few enough for the
  /// rates of its control planes.
  private static final int PARALLEL = 16;

  private final BiFunction<ExaminationRequest, Round, Observations> one;

  /// @param one how one of them looks
  ManyLooks(BiFunction<ExaminationRequest, Round, Observations> one) {
    this.one = one;
  }

  /// @param done told how many were looked at, each time one more was
  List<Observations> look(List<ExaminationRequest> requests, IntConsumer done) {
    var count = new AtomicInteger();
    try (var round = new Round(requests.getFirst().timeout());
        var workers = Executors.newFixedThreadPool(PARALLEL, CallThreads.factory())) {
      var futures = new ArrayList<Future<Observations>>();
      for (var request : requests) {
        futures.add(
            workers.submit(() -> {
              var seen = one.apply(request, round);
              done.accept(count.incrementAndGet());
              return seen;
            }));
      }
      var all = new ArrayList<Observations>();
      for (var i = 0; i < futures.size(); i++) {
        all.add(seen(futures.get(i), requests.get(i)));
      }
      return List.copyOf(all);
    }
  }

  private static Observations seen(Future<Observations> future, ExaminationRequest request) {
    try {
      return future.get();
    } catch (InterruptedException _) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return unseen(request, new Observation.Skipped<>("it was cancelled"));
    } catch (CancellationException _) {
      return unseen(request, new Observation.Skipped<>("it was cancelled"));
    } catch (ExecutionException broken) {
      return unseen(
          request, new Observation.Crashed<>("the examination broke: " + broken.getCause()));
    }
  }

  /// What is seen of an examination that did not come to its end.
  private static Observations unseen(ExaminationRequest request, Observation<String> call) {
    var client = new ClientProbe(request);
    var why = call.words();
    return new Observations(
        client.asked(),
        client.sources(),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        AccountSeen.skipped(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        call,
        call);
  }
}
