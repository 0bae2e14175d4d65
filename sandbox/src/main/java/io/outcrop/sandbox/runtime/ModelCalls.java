package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.standin.Pause;
import io.outcrop.sandbox.standin.Prompt;
import io.outcrop.sandbox.standin.StandIn;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The operations of Bedrock's runtime.
public final class ModelCalls {
  /// How exactly the last use of a model is kept.
  private static final Duration USE_GRAIN = Duration.ofHours(1);

  private final ModelCatalogue models;
  private final Pause pause;
  private final List<Gate> gates = RefusalOrder.gates();

  private ModelCalls(ModelCatalogue models, Pause pause) {
    this.models = models;
    this.pause = pause;
  }

  /// All that are here.
  public static Map<String, Operation> operations(ModelCatalogue models, Pause pause) {
    var runtime = new ModelCalls(models, pause);
    return Map.of(
        "InvokeModel", runtime.operation(ModelCall.Operation.INVOKE_MODEL),
        "InvokeModelWithResponseStream",
            runtime.operation(ModelCall.Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM),
        "Converse", runtime.operation(ModelCall.Operation.CONVERSE),
        "ConverseStream", runtime.operation(ModelCall.Operation.CONVERSE_STREAM));
  }

  private Operation operation(ModelCall.Operation operation) {
    return visit -> answer(visit, operation);
  }

  private Reply answer(Visit visit, ModelCall.Operation operation) {
    var target = Target.of(models, visit);
    var dialect = dialect(operation, target);
    var attempt = new Attempt(visit, operation, target, dialect.read(visit));
    for (var gate : gates) {
      var refusal = gate.refusal(attempt);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    var model = target.model().orElseThrow();
    note(attempt);
    return attempt.reading() instanceof Dialect.Reading.Asked(var prompt)
        ? spoken(visit, operation, dialect, model, prompt)
        : throwPassed();
  }

  private static Reply throwPassed() {
    throw new IllegalStateException("an invalid body has passed the gates");
  }

  private static Dialect dialect(ModelCall.Operation operation, Target target) {
    return switch (operation) {
      case CONVERSE, CONVERSE_STREAM -> new Converse();
      case INVOKE_MODEL, INVOKE_MODEL_WITH_RESPONSE_STREAM, COUNT_TOKENS ->
          target
              .model()
              .filter(model -> model.requestStyle() == Model.RequestStyle.TEXT_COMPLETION)
              .<Dialect>map(_ -> new TextCompletions())
              .orElseGet(Messages::new);
    };
  }

  private Reply spoken(
      Visit visit, ModelCall.Operation operation, Dialect dialect, Model model, Prompt prompt) {
    var answers = visit.realm().circumstances().answers();
    var completion = new StandIn(answers.seed()).answer(model.displayName(), prompt);
    var speaker = new Speaker(model, visit.call().requestId(), answers.pace());
    if (!operation.streams()) {
      return dialect.whole(visit, speaker, completion);
    }
    var events = dialect.events(visit, speaker, completion);
    return new Reply.Events(
        new PacedStream(events, answers.pace(), pause),
        operation == ModelCall.Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM
            ? Map.of("x-amzn-bedrock-content-type", "application/json")
            : Map.of());
  }

  /// What a successful call leaves behind: an agreement that begins with the first one, and the
  /// time of the last.
  private static void note(Attempt attempt) {
    var visit = attempt.visit();
    var begins = attempt.isWithoutAgreement();
    if (!begins && attempt.isInUse(USE_GRAIN)) {
      return;
    }
    visit.change(account -> account.with(standing -> noted(standing, begins, attempt)));
  }

  private static Standing noted(Standing standing, boolean begins, Attempt attempt) {
    var id = attempt.modelId();
    var used = standing.used(id, attempt.visit().now());
    return begins ? used.withAgreement(id, attempt.access().begun()) : used;
  }
}
