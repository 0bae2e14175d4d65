package io.outcrop.access;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.handoff.Handoff;
import io.outcrop.access.handoff.Handoffs;
import io.outcrop.access.handoff.Material;
import io.outcrop.access.judgement.Judge;
import io.outcrop.access.paid.PaidProbe;
import io.outcrop.access.paid.PaidProbes;
import io.outcrop.access.plan.Terms;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Predictor;
import io.outcrop.access.probe.Meantime;
import io.outcrop.access.probe.Probes;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.thread.CallThreads;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.RequestStyle;
import io.outcrop.models.price.Prices;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Examines why a principal cannot call a model. It changes nothing. Safe for many threads.
///
/// Probes look first; then, without network, the judgement follows from what they saw alone.
public final class Doctor {
  private final Probes probes;
  private final CompletableFuture<Judge> judge = new CompletableFuture<>();
  private final AtomicBoolean judgeBegun = new AtomicBoolean();
  private final AtomicBoolean rehearsed = new AtomicBoolean();
  private final Supplier<CauseCatalogue> causes;
  private final ModelCatalogue models;
  private final Consumer<Examination> rehearsing;

  /// A doctor who knows these causes and models.
  ///
  /// @param causes asked once, while the probes wait for AWS
  public Doctor(Supplier<CauseCatalogue> causes, ModelCatalogue models) {
    this(causes, models, _ -> {});
  }

  /// The same, whose examinations are shown to somebody.
  ///
  /// @param rehearsing told of judgements that mean nothing, of a part of what will be seen, while
  ///   AWS is waited for: whoever shows the one that counts has shown one by then
  public Doctor(
      Supplier<CauseCatalogue> causes, ModelCatalogue models, Consumer<Examination> rehearsing) {
    this.probes = new Probes(models, new WhileAwsIsWaitedFor());
    this.causes = causes;
    this.models = models;
    this.rehearsing = rehearsing;
  }

  /// Begins, on a thread of its own, what the first call of a process waits for otherwise; for
  /// whoever has something to do before the first examination. Where it fails, that call does, and
  /// says so.
  public static void getReady() {
    var rehearsal =
        Executors.callable(() -> {
          AwsAccount.rehearse();
          Probes.rehearse();
        });
    var _ = CallThreads.start("rehearsal", new FutureTask<>(rehearsal));
  }

  /// Looks at everything that `request` needs, and judges nothing.
  public Observations look(ExaminationRequest request) {
    return probes.look(request);
  }

  /// Looks at all of `requests` within the time of the first; what is the same for several is
  /// looked at once.
  ///
  /// @param done told how many were looked at, each time one more was; by several threads
  /// @return what each saw, in the order of `requests`
  public List<Observations> look(List<ExaminationRequest> requests, IntConsumer done) {
    return probes.look(requests, done);
  }

  /// What paid calls to the models would start and cost where `seen` was seen without them; without
  /// network. Nothing for what would not be called.
  public List<PaidProbe> paidProbes(List<Observations> seen) {
    var probes = new PaidProbes(models, Prices.shipped());
    return seen.stream().flatMap(one -> probes.of(one).stream()).toList();
  }

  /// Makes the calls to the models that `requests` ask for and looks at nothing else.
  ///
  /// @param seen what was seen before them, in the order of `requests`
  /// @param done told how many were made, each time one more was; by several threads
  /// @return `seen` with the answers to the calls
  public List<Observations> call(
      List<ExaminationRequest> requests, List<Observations> seen, IntConsumer done) {
    var made = probes.call(requests, done);
    return IntStream.range(0, seen.size())
        .mapToObj(i -> seen.get(i).withCallsOf(made.get(i)))
        .toList();
  }

  /// What `seen` amounts to: a pure function, without network.
  public Examination judge(Observations seen) {
    return judge().judge(seen);
  }

  /// Examines `request`; takes at most the request's time, and a moment to judge.
  public Examination examine(ExaminationRequest request) {
    return judge(look(request));
  }

  /// Everything for whoever can mend what `examination` found in `seen`; without network.
  public Handoff handoff(Observations seen, Examination examination, Handoff.Extras extras) {
    var terms =
        Terms.of(examination, seen.asked().at(), Wishes.USUAL.lifetime(), "an administrator");
    var plan = new Planner(terms, Wishes.USUAL).plan("handoff", examination);
    var known = seen.asked().model().isSet() && seen.asked().region().isSet();
    var prediction =
        known ? Optional.of(new Predictor(models).predict(seen)) : Optional.<Prediction>empty();
    var style =
        prediction
            .map(Prediction::called)
            .flatMap(CalledModel::modelId)
            .flatMap(models::find)
            .map(Model::requestStyle)
            .orElse(RequestStyle.MESSAGES);
    return Handoffs.of(new Material(seen, prediction, examination, plan, style), extras);
  }

  /// Whether both calls to the model go through now; looks at nothing else.
  boolean callsGoThrough(ExaminationRequest request) {
    return judge().goThrough(probes.call(request));
  }

  private Judge judge() {
    beginJudge();
    return judge.join();
  }

  /// On a thread that nobody interrupts: what it reads, it reads once for the whole process.
  private void beginJudge() {
    if (judgeBegun.compareAndSet(false, true)) {
      judge.completeAsync(
          () -> new Judge(causes.get(), models), task -> CallThreads.start("judge", task));
    }
  }

  /// Makes the judge, and has it judge once, so that nobody waits for either when all is seen.
  private final class WhileAwsIsWaitedFor implements Meantime {
    @Override
    public void asked() {
      beginJudge();
    }

    @Override
    public void answered(Observations soFar) {
      if (rehearsed.compareAndSet(false, true)) {
        var rehearsal = Executors.callable(() -> Rehearsal.of(judge(), soFar, rehearsing));
        var _ = CallThreads.start("rehearsal of the judge", new FutureTask<>(rehearsal));
      }
    }
  }
}
