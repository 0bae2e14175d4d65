package io.outcrop.access.paid;

import io.outcrop.access.body.MostTokens;
import io.outcrop.access.body.ProbeBody;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.access.prediction.Denials;
import io.outcrop.access.prediction.Predictor;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.grants.Grants;
import io.outcrop.iam.Authorizer;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.RequestStyle;
import io.outcrop.models.price.Price;
import io.outcrop.models.price.Prices;
import io.outcrop.models.route.Route;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Foretells what paid probes start and cost, from what was seen before them: a pure function. Safe
/// for many threads.
public final class PaidProbes {
  private static final String MANTLE_SERVICE = "bedrock-mantle.amazonaws.com";
  private static final String RUNTIME_SERVICE = "bedrock.amazonaws.com";

  private final ModelCatalogue models;
  private final Predictor predictor;
  private final Prices prices;

  /// @param models tells which model an id means
  public PaidProbes(ModelCatalogue models, Prices prices) {
    this.models = models;
    this.predictor = new Predictor(models);
    this.prices = prices;
  }

  /// What a paid probe would do where `seen` was seen; none where nothing would be called.
  public Optional<PaidProbe> of(Observations seen) {
    var asked = seen.asked();
    var call = asked.scope().call();
    if (!asked.scope().has("calls")
        || asked.scope().judgeOnly()
        || !call.reachesModel()
        || !asked.model().isSet()
        || !asked.region().isSet()
        || (seen.reached().seen().isEmpty() && asked.scope().has("reach"))) {
      return Optional.empty();
    }
    var prediction = predictor.predict(seen);
    var called = prediction.called();
    return Optional.of(
        new PaidProbe(
            asked.model().value(),
            asked.region().value(),
            call.operations(),
            cost(seen, called),
            firstUse(seen, prediction.productId())));
  }

  private Cost cost(Observations seen, CalledModel called) {
    var call = seen.asked().scope().call();
    if (call.door().isEmpty()) {
      return new Cost.Free("counting tokens costs nothing");
    }
    var tokens = MostTokens.of(body(seen, called).of(true));
    if (tokens.isEmpty()) {
      return new Cost.Unknown(
          "the request body bounds neither what is sent nor what comes back: images, documents and"
              + " a missing `max_tokens` count otherwise");
    }
    var route = called.wanted().orElse(called.route());
    var price = prices.of(route, seen.asked().at().atOffset(ZoneOffset.UTC).toLocalDate());
    if (price.isEmpty()) {
      return new Cost.Unknown(noPrice(route));
    }
    var calls = BigDecimal.valueOf(call.operations().size());
    return dollars(price.get(), tokens.get())
        .<Cost>map(each ->
            new Cost.AtMost(
                each.multiply(calls), tokens.get(), price.get().source(), price.get().asOf()))
        .orElseGet(() -> new Cost.Unknown(noPrice(route)));
  }

  private static String noPrice(Route route) {
    return "price unknown: the model data has none for `%s` in %s"
        .formatted(route.id(), route.region());
  }

  /// What is written into the cache is read too, by the dearer of the two prices.
  private static Optional<BigDecimal> dollars(Price price, MostTokens tokens) {
    var plain =
        price.of(Map.of(Price.Kind.INPUT, tokens.input(), Price.Kind.OUTPUT, tokens.output()));
    if (!tokens.caches()) {
      return plain;
    }
    var cached =
        price.of(
            Map.of(Price.Kind.CACHE_WRITE, tokens.input(), Price.Kind.OUTPUT, tokens.output()));
    return plain.isEmpty() || cached.isEmpty()
        ? Optional.empty()
        : Optional.of(plain.get().max(cached.get()));
  }

  private ProbeBody body(Observations seen, CalledModel called) {
    var call = seen.asked().scope().call();
    var id = seen.asked().model().value();
    var style =
        called
            .modelId()
            .flatMap(models::find)
            .map(Model::requestStyle)
            .orElse(RequestStyle.MESSAGES);
    return seen.asked().body().stream()
        .findFirst()
        .map(own -> ProbeBody.own(call, id, own))
        .orElseGet(() -> ProbeBody.shortest(call, id, style));
  }

  private static FirstUse firstUse(Observations seen, String productId) {
    return switch (seen.account().availability()) {
      case Observation.Succeeded<Availability>(var standing, var _) ->
          switch (standing.agreement()) {
            case "AVAILABLE" -> new FirstUse.Nothing("the account has its agreement for the model");
            case "PENDING" ->
                new FirstUse.Nothing("the account's agreement for the model is being made already");
            default ->
                subscription(
                    seen,
                    productId,
                    true,
                    "the account has no agreement for the model (%s)"
                        .formatted(standing.agreement()));
          };
      case Observation<Availability> unseen ->
          subscription(
              seen,
              productId,
              false,
              "whether the account has an agreement for the model is not known: " + unseen.words());
    };
  }

  private static FirstUse subscription(
      Observations seen, String productId, boolean certain, String why) {
    return seen.permissions()
        .seen()
        .map(permissions ->
            judged(permissions, seen.asked().scope().call().host(), productId, certain, why))
        .orElseGet(() ->
            new FirstUse.Subscription(
                productId,
                certain,
                why,
                FirstUse.Permission.UNKNOWN,
                "policies could not be read: " + seen.permissions().words()));
  }

  private static FirstUse.Subscription judged(
      Permissions permissions, String host, String productId, boolean certain, String why) {
    var service = host.equals("bedrock-mantle") ? MANTLE_SERVICE : RUNTIME_SERVICE;
    var denied = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (var need : Grants.firstUse(productId, service)) {
      var carriedOn = permissions.carriedOn();
      var decision = Authorizer.decide(Denials.request(carriedOn, need), carriedOn.layers());
      if (decision.isDenied()) {
        denied.add("`" + need.action() + "`");
      } else if (!decision.isAllowed()) {
        unknown.addAll(decision.unknown());
      }
    }
    if (!denied.isEmpty()) {
      return new FirstUse.Subscription(
          productId,
          certain,
          why,
          FirstUse.Permission.DENIED,
          "the caller's policies do not allow " + String.join(" and ", denied));
    }
    return unknown.isEmpty()
        ? new FirstUse.Subscription(
            productId, certain, why, FirstUse.Permission.ALLOWED, "the caller's policies allow it")
        : new FirstUse.Subscription(
            productId,
            certain,
            why,
            FirstUse.Permission.UNKNOWN,
            "not seen: " + String.join("; ", List.copyOf(unknown)));
  }
}
