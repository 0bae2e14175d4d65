package io.outcrop.grants.generate;

import io.outcrop.aws.Partition;
import io.outcrop.grants.Grants;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.grants.generate.PolicyWish.Guardrail;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns a wish into needs, or into what is wrong with it.
final class Drafting {
  private static final String BEDROCK = "bedrock.amazonaws.com";
  private static final String MANTLE = "bedrock-mantle.amazonaws.com";
  private final PolicyWish wish;
  private final Draft draft;
  private final Routing routing;
  private final PolicyGenerator.Facts facts;
  private final WishCheck check;
  private final RuntimeNeeds runtime;
  private final AccountNeeds account;
  private final Set<String> called = new LinkedHashSet<>();
  private final Map<String, Model> models = new LinkedHashMap<>();

  Drafting(PolicyWish wish, Routing routing, PolicyGenerator.Facts facts, Draft draft) {
    this.wish = wish;
    this.draft = draft;
    this.routing = routing;
    this.facts = facts;
    this.check = new WishCheck(wish, draft);
    this.runtime = new RuntimeNeeds(wish, draft);
    this.account = new AccountNeeds(wish, draft);
  }

  void run() {
    check.run();
    if (!draft.problems().isEmpty()) {
      return;
    }
    for (var i = 0; i < wish.models().size(); i++) {
      for (var region : wish.regions()) {
        model("/models/" + i, wish.models().get(i), region);
      }
    }
    applicationProfiles();
    provisioned();
    called.forEach(runtime::apiKeys);
    guardrails();
    wish.regions().forEach(account::region);
    firstUse();
  }

  private void model(String place, String text, String region) {
    var mantle = wants(Ability.MANTLE);
    var id = mantle ? facts.features().modelId(text).orElse(text) : text;
    if (mantle) {
      routing.owner(place, id, region).ifPresent(model -> mantle(place, model, region));
    }
    if (!mantle || wants(Ability.PLAIN) || wants(Ability.STREAM)) {
      routing.choose(place, id, region, wish.routes()).forEach(this::route);
    }
  }

  private void route(Routing.Chosen chosen) {
    var route = chosen.route();
    models.put(chosen.model().id(), chosen.model());
    called.add(route.region());
    runtime.call(route);
    account.details(route);
    if (wants(Ability.COUNT_TOKENS)) {
      countTokens(route);
    }
  }

  private void countTokens(Route route) {
    var exists = facts.features().countTokens(route.modelId());
    if (exists.isPresent() && !exists.get()) {
      draft.note(
          "CountTokens does not know `" + route.modelId() + "`: it is not granted for this model");
      return;
    }
    if (exists.isEmpty()) {
      draft.note("whether CountTokens knows `" + route.modelId() + "` is not known");
    }
    runtime.countTokens(route);
  }

  private void mantle(String place, Model model, String region) {
    models.put(model.id(), model);
    var there = facts.features().mantle(model.id());
    if (there.filter(mantle -> mantle.regions().contains(region)).isPresent()) {
      new MantleNeeds(wish, draft).call(there.get().id(), region);
      return;
    }
    draft.problem(
        place,
        "`%s` is not on bedrock-mantle in `%s`".formatted(model.id(), region),
        there.map(mantle -> "it is in " + Words.listed(mantle.regions())).orElse(""));
  }

  private void applicationProfiles() {
    var profiles = wish.owned().applicationProfiles();
    for (var i = 0; i < profiles.size(); i++) {
      var profile = profiles.get(i);
      var place = "/applicationProfiles/" + i;
      check
          .arn(place + "/arn", profile.arn(), "application-inference-profile")
          .ifPresent(arn ->
              routing
                  .choose(place + "/source", profile.source(), arn.region(), Set.of())
                  .forEach(chosen ->
                      route(
                          new Routing.Chosen(
                              chosen.model(), copied(chosen.route(), profile.arn())))));
    }
  }

  /// The route through the application profile `arn` that was copied from `source`.
  private static Route copied(Route source, String arn) {
    return switch (source) {
      case Route.OnDemand(var model, var region) ->
          new Route.Geographic(arn, model, region, List.of(region));
      case Route.Geographic(_, var model, var region, var destinations) ->
          new Route.Geographic(arn, model, region, destinations);
      case Route.Global(_, var model, var region) -> new Route.Global(arn, model, region);
    };
  }

  private void provisioned() {
    var provisioned = wish.owned().provisioned();
    for (var i = 0; i < provisioned.size(); i++) {
      check
          .arn("/provisioned/" + i, provisioned.get(i), "provisioned-model")
          .ifPresent(arn -> {
            called.add(arn.region());
            runtime.provisioned(arn);
          });
    }
  }

  private void guardrails() {
    var guardrails = wish.owned().guardrails();
    for (var i = 0; i < guardrails.size(); i++) {
      guardrail("/guardrails/" + i, guardrails.get(i));
    }
  }

  private void guardrail(String place, Guardrail guardrail) {
    var found = check.arn(place + "/arn", Grants.withoutVersion(guardrail.arn()), "guardrail");
    if (found.isEmpty()) {
      return;
    }
    var arn = found.get();
    if (!called.contains(arn.region())) {
      draft.problem(
          place + "/arn",
          "the guardrail is in `" + arn.region() + "`, where nothing is called",
          "a guardrail works on calls in its own region: " + Words.listed(called));
      return;
    }
    var profiles = facts.guardrailProfiles();
    var destinations = profiles.destinations(guardrail.profile(), arn.region());
    if (!guardrail.profile().isEmpty() && destinations.isEmpty()) {
      draft.problem(
          place + "/profile",
          "there is no guardrail profile `%s` in `%s`".formatted(guardrail.profile(), arn.region()),
          "there is " + Words.listed(profiles.in(arn.region())));
      return;
    }
    runtime.guardrail(arn, guardrail.profile(), destinations);
  }

  private void firstUse() {
    if (!wants(Ability.FIRST_USE)) {
      return;
    }
    if (check.partition() == Partition.GOVCLOUD) {
      draft.note(
          "in GovCloud a model is first enabled in the linked commercial account: what its first"
              + " use needs belongs there");
    }
    for (var model : models.values()) {
      if (!called.isEmpty()) {
        account.firstUse(model, BEDROCK);
      }
      if (wants(Ability.MANTLE)) {
        account.firstUse(model, MANTLE);
      }
    }
  }

  private boolean wants(Ability ability) {
    return wish.abilities().contains(ability);
  }
}
