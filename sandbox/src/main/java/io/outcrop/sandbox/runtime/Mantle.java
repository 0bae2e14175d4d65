package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.dialects.AnthropicRoute;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.dialects.Judgement;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.standin.PromptCache;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.traits.TraitsCatalogue;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Bedrock's Mantle endpoint: Anthropic's Messages in the region that is called, in projects of its
/// own, authorised by actions of its own. Its models need no use-case form. Source: Amazon Bedrock
/// User Guide, "Inference using Anthropic Messages API", read 2026-10; refusals as measured by
/// others.
public final class Mantle {
  private final ModelCatalogue models;
  private final Voices voices;
  private final Answering answering;

  private Mantle(ModelCatalogue models, Voices voices) {
    this.models = models;
    this.voices = voices;
    this.answering = new Answering(voices, new PromptCache());
  }

  /// All that are here.
  public static Map<String, Operation> operations(ModelCatalogue models, Voices voices) {
    var mantle = new Mantle(models, voices);
    return Map.of(
        "CreateInference", mantle::create,
        "CountTokens", mantle::count,
        "ListModels", mantle::list,
        "GetModel", mantle::get,
        "ListModelsPlain", mantle::list,
        "GetModelPlain", mantle::get);
  }

  private Reply create(Visit visit) {
    var call = visit.call();
    var dialect = new AnthropicRoute(Judgement.ofAnthropicRoute(voices.signatures()));
    var refusal = refusal(visit, "CreateInference", AnthropicRoute.model(call));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var traits = served(visit, AnthropicRoute.model(call)).orElseThrow();
    return switch (dialect.read(call, traits)) {
      case Dialect.Reading.Invalid(Reply.Fault fault) -> fault;
      case Dialect.Reading.Asked asked ->
          answering.answer(
              new Answering.Question(
                  visit,
                  traits,
                  name(visit, traits),
                  dialect,
                  asked,
                  GuardrailName.NONE,
                  reached(visit, traits)),
              AnthropicRoute.streams(call));
    };
  }

  private static Meter.Reached reached(Visit visit, Traits traits) {
    var route = new Route.OnDemand(traits.id(), visit.region());
    return new Meter.Reached(route, visit.region(), false);
  }

  private Reply count(Visit visit) {
    var model = AnthropicRoute.model(visit.call());
    var refusal = refusal(visit, "CountTokens", model);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var body = JsonReader.read(visit.call().body());
    var ask = body instanceof JsonReading.Read(Json.Obj object) ? object : Json.object();
    var route = new AnthropicRoute(Judgement.ofAnthropicRoute(voices.signatures()));
    var reading = route.readForCount(visit.call(), ask, served(visit, model).orElseThrow());
    return switch (reading) {
      case Dialect.Reading.Invalid(Reply.Fault fault) -> fault;
      case Dialect.Reading.Asked(_, var tokens) ->
          new Reply.Output(Fields.none().with("input_tokens", tokens.total()).json());
    };
  }

  private Reply list(Visit visit) {
    var denied = denied(visit, "ListModels", "");
    if (denied.isPresent()) {
      return denied.get();
    }
    var data =
        TraitsCatalogue.shipped().all().stream()
            .filter(traits -> isServed(visit, traits))
            .map(traits -> model(visit, traits))
            .toList();
    var page = Fields.none().with("data", Json.array(data)).with("has_more", Json.of(false));
    var ids = data.stream().map(one -> one.get("id").orElseThrow()).toList();
    page.with("first_id", ids.isEmpty() ? Json.ofNull() : ids.getFirst());
    page.with("last_id", ids.isEmpty() ? Json.ofNull() : ids.getLast());
    return new Reply.Output(page.json());
  }

  private Reply get(Visit visit) {
    var id = visit.required("model");
    return denied(visit, "GetModel", id)
        .<Reply>map(denial -> denial)
        .orElseGet(() ->
            served(visit, id)
                .<Reply>map(traits -> new Reply.Output(model(visit, traits)))
                .orElseGet(() -> notFound(id)));
  }

  private Json.Obj model(Visit visit, Traits traits) {
    var created =
        resolved(visit, traits)
            .flatMap(model -> model.in(visit.region()))
            .flatMap(here -> here.lifecycle().start())
            .map(Instant::toString)
            .orElse("1970-01-01T00:00:00Z");
    return Fields.of("type", "model")
        .with("id", traits.mantle().id())
        .with("display_name", name(visit, traits))
        .with("created_at", created)
        .json();
  }

  private Optional<Reply> refusal(Visit visit, String action, String model) {
    var denied = denied(visit, action, model).or(() -> AnthropicRoute.nameless(visit.call()));
    if (denied.isPresent()) {
      return Optional.of(denied.get());
    }
    var traits = served(visit, model);
    return traits.isEmpty() ? Optional.of(notFound(model)) : retention(visit, traits.get());
  }

  private static Optional<Reply> retention(Visit visit, Traits traits) {
    return Access.of(visit)
        .retentionInTheWay(traits.id())
        .map(mode -> Faults.invalid(Refusal.of(Sentence.RETENTION, mode).text()));
  }

  private static Optional<Reply.Fault> denied(Visit visit, String action, String model) {
    var project = visit.call().headers().getOrDefault("anthropic-workspace-id", "default");
    var resource =
        "arn:aws:bedrock-mantle:%s:%s:project/%s"
            .formatted(visit.region(), visit.account().id(), project);
    var context =
        model.isEmpty() ? Map.<String, String>of() : Map.of("bedrock-mantle:Model", model);
    return visit.denied(new Guard.Wish("bedrock-mantle:" + action, resource, context));
  }

  private static Reply notFound(String model) {
    return Faults.said(
        404, "ResourceNotFoundException", Refusal.of(Sentence.MODEL_NOT_SERVED, model).text());
  }

  /// The model that Mantle serves as `id` in the called region.
  private static Optional<Traits> served(Visit visit, String id) {
    return TraitsCatalogue.shipped().all().stream()
        .filter(traits -> traits.mantle().id().equals(id) && isServed(visit, traits))
        .findFirst();
  }

  private static boolean isServed(Visit visit, Traits traits) {
    return traits.mantle().regions().contains(visit.region());
  }

  private String name(Visit visit, Traits traits) {
    return resolved(visit, traits).map(Model::displayName).orElse(traits.id());
  }

  private Optional<Model> resolved(Visit visit, Traits traits) {
    return switch (models.resolve(traits.id(), visit.region(), visit.now())) {
      case Resolution.Found found -> Optional.of(found.model());
      case Resolution.ProfileNeeded needed -> Optional.of(needed.model());
      case Resolution.NotInRegion elsewhere -> Optional.of(elsewhere.model());
      case Resolution.NotYet notYet -> Optional.of(notYet.model());
      case Resolution.Ended ended -> Optional.of(ended.model());
      case Resolution.Unknown _ -> Optional.empty();
    };
  }
}
