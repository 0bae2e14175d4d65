package io.outcrop.sandbox.runtime;

import io.outcrop.grants.ModelCall;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.dialects.Converse;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.dialects.Judgement;
import io.outcrop.sandbox.dialects.Messages;
import io.outcrop.sandbox.rules.MessagesRules;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.throttle.Throttle;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.traits.TraitsCatalogue;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// CountTokens: for models by their own ids, in either form. Source: Amazon Bedrock API Reference,
/// "CountTokens"; a profile's id is refused, as seen by others in 2026; so is what is longer than
/// 200,000 tokens, whatever the model reads.
///
/// @param models all models
/// @param signatures who knows thoughts again
/// @param throttle not asked: counting has no quota of tokens
record CountTokens(ModelCatalogue models, MessagesRules.Signatures signatures, Throttle throttle)
    implements Operation {
  private static final long LONGEST = 200_000;

  /// What stands in the way of counting; ids and quotas are another matter than for answers.
  private static final List<Gate> GATES =
      List.of(Gate.AUTHORIZATION, Gate.USE_CASE_FORM, Gate.LIFECYCLE);

  @Override
  public Reply answer(Visit visit) {
    var target = Target.of(models, visit, visit.required("modelId"));
    var traits = target.model().map(model -> TraitsCatalogue.shipped().of(model.id()));
    var reading =
        traits.map(known -> read(visit, shortened(known))).orElseGet(CountTokens::unknown);
    var attempt =
        new Attempt(
            visit, ModelCall.Operation.COUNT_TOKENS, target, reading, GuardrailName.NONE, throttle);
    for (var gate : GATES) {
      var refusal = gate.refusal(attempt);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return unsupported(target, traits)
        .orElseGet(() ->
            switch (reading) {
              case Dialect.Reading.Invalid(Reply.Fault fault) -> fault;
              case Dialect.Reading.Asked(_, var tokens) ->
                  new Reply.Output(Fields.none().with("inputTokens", tokens.total()).json());
            });
  }

  private static Dialect.Reading unknown() {
    return new Dialect.Reading.Invalid(Faults.invalid("The provided model identifier is invalid."));
  }

  private static Optional<Reply> unsupported(Target target, Optional<Traits> traits) {
    if (target.resolution() instanceof Resolution.NotInRegion || traits.isEmpty()) {
      return Optional.of(Faults.invalid("The provided model identifier is invalid."));
    }
    var isProfile = !(target.route() instanceof Route.OnDemand);
    return isProfile || !traits.get().can(Traits.Ability.COUNT_TOKENS)
        ? Optional.of(Faults.invalid(Refusal.of(Sentence.COUNT_UNSUPPORTED).text()))
        : Optional.empty();
  }

  private Dialect.Reading read(Visit visit, Traits traits) {
    var input = visit.call().input().object("input").orElseGet(Json::object);
    var body = input.object("invokeModel");
    var converse = input.object("converse");
    if (body.isPresent() == converse.isPresent()) {
      return new Dialect.Reading.Invalid(
          Faults.invalid(Refusal.of(Sentence.COUNT_ONE_INPUT).text()));
    }
    var plain = new Judgement(signatures, false, false);
    return converse.isPresent()
        ? new Converse(new Judgement(signatures, false, true)).read(converse.get(), traits)
        : new Messages(plain).read(decoded(body.get()), traits);
  }

  private static String decoded(Json.Obj body) {
    try {
      var bytes = Base64.getDecoder().decode(body.text("body").orElse(""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static Traits shortened(Traits traits) {
    var limits =
        new Traits.Limits(
            Math.min(LONGEST, traits.limits().contextTokens()), traits.limits().maxOutputTokens());
    return new Traits(
        traits.id(),
        limits,
        traits.cache(),
        traits.sampling(),
        traits.thinking(),
        traits.abilities(),
        traits.mantle());
  }
}
