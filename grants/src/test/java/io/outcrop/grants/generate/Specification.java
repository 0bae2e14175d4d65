package io.outcrop.grants.generate;

import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.grants.generate.PolicyWish.RouteKind;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every authorisation of every call that a wish asks for, written down from AWS's pages once more
/// and independently: model calls in full, with each API key and each guardrail, as the sandbox
/// would ask for them; all else by hand.
final class Specification {
  private static final Features FEATURES = Features.shipped();
  private final PolicyWish wish;
  private final List<RequiredAuthorization> needed = new ArrayList<>();

  private Specification(PolicyWish wish) {
    this.wish = wish;
  }

  static List<RequiredAuthorization> of(PolicyWish wish) {
    var specification = new Specification(wish);
    specification.models();
    specification.owned();
    specification.account();
    return specification.needed;
  }

  private boolean wants(Ability ability) {
    return wish.abilities().contains(ability);
  }

  private void models() {
    for (var id : wish.models()) {
      var model = RandomWishes.CATALOGUE.find(id).orElseThrow();
      for (var region : wish.regions()) {
        if (!wants(Ability.MANTLE) || wants(Ability.PLAIN) || wants(Ability.STREAM)) {
          routes(model, region).forEach(route -> calls(model, route));
        }
        if (wants(Ability.MANTLE)) {
          mantle(model, region);
        }
      }
    }
  }

  private List<Route> routes(Model model, String region) {
    var here = model.in(region).orElseThrow().routes();
    if (wish.routes().isEmpty()) {
      return List.of(here.getFirst());
    }
    return wish.routes().stream()
        .map(kind ->
            here.stream().filter(route -> RouteKind.of(route) == kind).findFirst().orElseThrow())
        .toList();
  }

  private void calls(Model model, Route route) {
    var tokens = new ArrayList<>(wish.apiKeys());
    tokens.add(BearerToken.NONE);
    var guardrails = new ArrayList<>(List.of(""));
    wish.owned().guardrails().stream()
        .map(PolicyWish.Guardrail::arn)
        .filter(arn -> arn.contains(":" + route.region() + ":"))
        .forEach(guardrails::add);
    for (var operation : operations(model)) {
      for (var token : tokens) {
        for (var guardrail : guardrails) {
          needed.addAll(
              Grants.required(new ModelCall(operation, route, Judging.ACCOUNT, token, guardrail)));
        }
      }
    }
    if (wants(Ability.CATALOGUE)) {
      var arn = "arn:%s:bedrock:%s:".formatted(partition(), route.region());
      need("bedrock:GetFoundationModel", arn + ":foundation-model/" + model.id(), Map.of());
      if (!(route instanceof Route.OnDemand)) {
        need(
            "bedrock:GetInferenceProfile",
            route.id().startsWith("arn:")
                ? route.id()
                : arn + Judging.ACCOUNT + ":inference-profile/" + route.id(),
            Map.of());
      }
    }
  }

  private List<Operation> operations(Model model) {
    var result = new ArrayList<Operation>();
    if (wants(Ability.PLAIN)) {
      result.addAll(List.of(Operation.INVOKE_MODEL, Operation.CONVERSE));
    }
    if (wants(Ability.STREAM)) {
      result.addAll(
          List.of(Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM, Operation.CONVERSE_STREAM));
    }
    if (wants(Ability.COUNT_TOKENS) && FEATURES.countTokens(model.id()).orElse(true)) {
      result.add(Operation.COUNT_TOKENS);
    }
    return result;
  }

  private void mantle(Model model, String region) {
    var context = Map.of("bedrock-mantle:Model", FEATURES.mantle(model.id()).orElseThrow().id());
    var project =
        "arn:%s:bedrock-mantle:%s:%s:project/default"
            .formatted(partition(), region, Judging.ACCOUNT);
    need("bedrock-mantle:CreateInference", project, context);
    if (wants(Ability.COUNT_TOKENS)) {
      need("bedrock-mantle:CountTokens", project, context);
    }
    for (var token : wish.apiKeys()) {
      need(
          "bedrock-mantle:CallWithBearerToken",
          "*",
          Map.of("bedrock-mantle:BearerTokenType", token.name()));
    }
  }

  private void owned() {
    for (var profile : wish.owned().applicationProfiles()) {
      var region = profile.arn().split(":", -1)[3];
      var model = RandomWishes.CATALOGUE.owner(profile.source()).orElseThrow();
      var source = model.in(region).orElseThrow().route(profile.source()).orElseThrow();
      calls(
          model,
          switch (source) {
            case Route.OnDemand _ ->
                new Route.Geographic(profile.arn(), model.id(), region, List.of(region));
            case Route.Geographic geographic ->
                new Route.Geographic(profile.arn(), model.id(), region, geographic.destinations());
            case Route.Global _ -> new Route.Global(profile.arn(), model.id(), region);
          });
    }
    for (var arn : wish.owned().provisioned()) {
      if (wants(Ability.PLAIN)) {
        need("bedrock:InvokeModel", arn, Map.of());
      }
      if (wants(Ability.STREAM)) {
        need("bedrock:InvokeModelWithResponseStream", arn, Map.of());
      }
      for (var token : wish.apiKeys()) {
        need("bedrock:CallWithBearerToken", "*", Map.of("bedrock:BearerTokenType", token.name()));
      }
    }
    for (var guardrail : wish.owned().guardrails()) {
      var region = guardrail.arn().split(":", -1)[3];
      need("bedrock:ApplyGuardrail", guardrail.arn().replaceFirst(":1$", ""), Map.of());
      for (var there : GuardrailProfiles.shipped().destinations(guardrail.profile(), region)) {
        need(
            "bedrock:ApplyGuardrail",
            "arn:%s:bedrock:%s:%s:guardrail-profile/%s"
                .formatted(partition(), there, Judging.ACCOUNT, guardrail.profile()),
            Map.of());
      }
    }
  }

  private void account() {
    for (var region : wish.regions()) {
      var here = Map.of("aws:RequestedRegion", region);
      if (wants(Ability.CATALOGUE)) {
        need("bedrock:ListFoundationModels", "*", here);
        need("bedrock:ListInferenceProfiles", "*", here);
        need("bedrock:GetFoundationModelAvailability", "*", here);
      }
      if (wants(Ability.USE_CASE_FORM)) {
        need("bedrock:PutUseCaseForModelAccess", "*", here);
      }
    }
    if (wants(Ability.FIRST_USE)) {
      var owners = new ArrayList<>(wish.models());
      wish.owned().applicationProfiles().stream()
          .map(profile -> RandomWishes.CATALOGUE.owner(profile.source()).orElseThrow().id())
          .forEach(owners::add);
      owners.forEach(this::firstUse);
    }
  }

  private void firstUse(String id) {
    var product = RandomWishes.CATALOGUE.find(id).orElseThrow().productId();
    var services = new ArrayList<String>();
    if (wants(Ability.PLAIN) || wants(Ability.STREAM) || !wants(Ability.MANTLE)) {
      services.add("bedrock.amazonaws.com");
    }
    if (wants(Ability.MANTLE)) {
      services.add("bedrock-mantle.amazonaws.com");
    }
    for (var service : services) {
      need("aws-marketplace:ViewSubscriptions", "*", Map.of("aws:CalledViaLast", service));
      need(
          "aws-marketplace:Subscribe",
          "*",
          product.isEmpty()
              ? Map.of("aws:CalledViaLast", service)
              : Map.of("aws:CalledViaLast", service, "aws-marketplace:ProductId", product));
    }
  }

  private String partition() {
    return wish.regions().getFirst().startsWith("us-gov") ? "aws-us-gov" : "aws";
  }

  private void need(String action, String resource, Map<String, String> context) {
    needed.add(new RequiredAuthorization(action, resource, context, ""));
  }
}
