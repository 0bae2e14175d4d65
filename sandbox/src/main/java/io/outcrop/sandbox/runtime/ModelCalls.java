package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.dialects.AnthropicRoute;
import io.outcrop.sandbox.dialects.Converse;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.dialects.Judgement;
import io.outcrop.sandbox.dialects.Messages;
import io.outcrop.sandbox.dialects.TextCompletions;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.standin.PromptCache;
import io.outcrop.sandbox.throttle.Throttle;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.traits.TraitsCatalogue;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The operations of Bedrock's runtime.
public final class ModelCalls {
  /// Routes of Anthropic's API that are not there.
  private static final List<String> ABSENT =
      List.of(
          "AbsentCountTokens",
          "AbsentModels",
          "AbsentModel",
          "AbsentBatches",
          "AbsentBatchList",
          "AbsentFiles",
          "AbsentFileList");

  private final ModelCatalogue models;
  private final Voices voices;
  private final Answering answering;
  private final Throttle throttle;
  private final List<Gate> gates = RefusalOrder.gates();

  private ModelCalls(ModelCatalogue models, Voices voices, Answering answering, Throttle throttle) {
    this.models = models;
    this.voices = voices;
    this.answering = answering;
    this.throttle = throttle;
  }

  /// All that a service model describes.
  public static Map<String, Operation> operations(
      ModelCatalogue models, Voices voices, Throttle throttle) {
    var runtime = with(models, voices, throttle);
    return Map.of(
        "InvokeModel", runtime.operation(ModelCall.Operation.INVOKE_MODEL),
        "InvokeModelWithResponseStream",
            runtime.operation(ModelCall.Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM),
        "Converse", runtime.operation(ModelCall.Operation.CONVERSE),
        "ConverseStream", runtime.operation(ModelCall.Operation.CONVERSE_STREAM),
        "CountTokens", new CountTokens(models, voices.signatures(), runtime.throttle),
        "ApplyGuardrail", new ApplyGuardrail());
  }

  /// Anthropic's own route, which no service model describes.
  public static Map<String, Operation> messages(
      ModelCatalogue models, Voices voices, Throttle throttle) {
    var operations = new LinkedHashMap<String, Operation>();
    operations.put("CreateMessage", with(models, voices, throttle)::message);
    for (var absent : ABSENT) {
      operations.put(absent, new AbsentRoute());
    }
    return operations;
  }

  private static ModelCalls with(ModelCatalogue models, Voices voices, Throttle throttle) {
    return new ModelCalls(models, voices, new Answering(voices, new PromptCache()), throttle);
  }

  private Operation operation(ModelCall.Operation operation) {
    return visit -> answer(visit, operation);
  }

  private Reply answer(Visit visit, ModelCall.Operation operation) {
    var target = Target.of(models, visit, visit.required("modelId"));
    var dialect = dialect(operation, target);
    return answer(visit, operation, target, dialect);
  }

  private Reply message(Visit visit) {
    return AnthropicRoute.nameless(visit.call())
        .<Reply>map(fault -> fault)
        .orElseGet(() -> named(visit));
  }

  private Reply named(Visit visit) {
    var operation =
        AnthropicRoute.streams(visit.call())
            ? ModelCall.Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM
            : ModelCall.Operation.INVOKE_MODEL;
    var target = Target.of(models, visit, AnthropicRoute.model(visit.call()));
    return answer(
        visit,
        operation,
        target,
        new AnthropicRoute(Judgement.ofAnthropicRoute(voices.signatures())));
  }

  private Reply answer(Visit visit, ModelCall.Operation operation, Target target, Dialect dialect) {
    var traits = traits(target);
    var attempt =
        new Attempt(
            visit,
            operation,
            target,
            read(visit, dialect, traits),
            GuardrailName.of(visit),
            throttle);
    for (var gate : gates) {
      var refusal = gate.refusal(attempt);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    subscribe(attempt);
    var name = target.model().orElseThrow().displayName();
    return answering.answer(
        Answering.question(attempt, traits, name, dialect), operation.streams());
  }

  private static Traits traits(Target target) {
    return TraitsCatalogue.shipped().of(target.route().modelId());
  }

  private static Dialect.Reading read(Visit visit, Dialect dialect, Traits traits) {
    if (dialect instanceof AnthropicRoute && !traits.can(Traits.Ability.MESSAGES_ON_RUNTIME)) {
      return new Dialect.Reading.Invalid(
          Faults.invalid(
              Refusal.of(Sentence.ROUTE_UNSUPPORTED, AnthropicRoute.model(visit.call())).text()));
    }
    return ContentTypes.refusal(visit)
        .<Dialect.Reading>map(Dialect.Reading.Invalid::new)
        .orElseGet(() -> dialect.read(visit.call(), traits));
  }

  private Dialect dialect(ModelCall.Operation operation, Target target) {
    var signatures = voices.signatures();
    return switch (operation) {
      case CONVERSE, CONVERSE_STREAM -> new Converse(Judgement.ofConverse(signatures));
      case INVOKE_MODEL,
          INVOKE_MODEL_WITH_RESPONSE_STREAM,
          COUNT_TOKENS,
          CREATE_INFERENCE,
          GET_INFERENCE_PROFILE,
          LIST_FOUNDATION_MODELS ->
          target
              .model()
              .filter(model -> model.requestStyle() == Model.RequestStyle.TEXT_COMPLETION)
              .<Dialect>map(_ -> new TextCompletions(Judgement.ofInvokeModel(signatures)))
              .orElseGet(() -> new Messages(Judgement.ofInvokeModel(signatures)));
    };
  }

  /// The first call begins an agreement.
  private static void subscribe(Attempt attempt) {
    if (attempt.isWithoutAgreement()) {
      var begun = attempt.access().begun();
      attempt
          .visit()
          .change(account ->
              account.with(standing -> standing.withAgreement(attempt.modelId(), begun)));
    }
  }
}
