package io.outcrop.grants.generate;

import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.grants.generate.PolicyWish.ApplicationProfile;
import io.outcrop.grants.generate.PolicyWish.Guardrail;
import io.outcrop.grants.generate.PolicyWish.Owned;
import io.outcrop.grants.generate.PolicyWish.RouteKind;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Draws wishes, most of which can be granted.
final class RandomWishes {
  static final ModelCatalogue CATALOGUE = ModelCatalogue.shipped();
  static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
  private final Random random;

  RandomWishes(long seed) {
    this.random = new Random(seed);
  }

  PolicyWish next() {
    var first = one(alive());
    var regions = some(regions(first), 3);
    var models = new ArrayList<String>();
    models.add(first.id());
    alive().stream()
        .filter(model -> regions(model).containsAll(regions))
        .filter(_ -> random.nextInt(8) == 0)
        .limit(3)
        .forEach(model -> models.add(model.id()));
    var abilities = EnumSet.of(random.nextBoolean() ? Ability.PLAIN : Ability.STREAM);
    for (var ability : Ability.values()) {
      if (random.nextInt(4) == 0) {
        abilities.add(ability);
      }
    }
    return new PolicyWish(
        models, regions, routes(), abilities, keys(), owned(first, regions), Judging.ACCOUNT);
  }

  private Set<RouteKind> routes() {
    var kinds = EnumSet.noneOf(RouteKind.class);
    if (random.nextInt(3) == 0) {
      kinds.add(one(List.of(RouteKind.values())));
      kinds.add(one(List.of(RouteKind.values())));
    }
    return kinds;
  }

  private Set<BearerToken> keys() {
    var keys = EnumSet.noneOf(BearerToken.class);
    if (random.nextInt(3) == 0) {
      keys.add(BearerToken.SHORT_TERM);
    }
    if (random.nextInt(3) == 0) {
      keys.add(BearerToken.LONG_TERM);
    }
    return keys;
  }

  private Owned owned(Model model, List<String> regions) {
    var region = regions.getFirst();
    var profiles = new ArrayList<ApplicationProfile>();
    if (random.nextInt(4) == 0) {
      var routes = model.in(region).orElseThrow().routes();
      profiles.add(
          new ApplicationProfile(
              arn(region, "application-inference-profile/9x8y7z6w5v4u"), one(routes).id()));
    }
    var guardrails = new ArrayList<Guardrail>();
    if (random.nextInt(4) == 0) {
      var ids = new ArrayList<>(GuardrailProfiles.shipped().in(region));
      ids.add("");
      guardrails.add(
          new Guardrail(
              arn(region, "guardrail/abcdef123456") + (random.nextBoolean() ? ":1" : ""),
              one(ids)));
    }
    var provisioned = new ArrayList<String>();
    if (random.nextInt(4) == 0) {
      provisioned.add(arn(region, "provisioned-model/abc123def456"));
    }
    return new Owned(profiles, provisioned, guardrails, List.of());
  }

  private static String arn(String region, String resource) {
    return "arn:%s:bedrock:%s:%s:%s"
        .formatted(
            region.startsWith("us-gov") ? "aws-us-gov" : "aws", region, Judging.ACCOUNT, resource);
  }

  /// Regions of one partition in which the model can be called.
  private List<String> regions(Model model) {
    var all =
        model.byRegion().entrySet().stream()
            .filter(entry -> !entry.getValue().routes().isEmpty())
            .filter(entry ->
                switch (entry.getValue().lifecycle().stage(AT)) {
                  case ACTIVE, LEGACY -> true;
                  case NOT_YET, ENDED -> false;
                })
            .map(Map.Entry::getKey)
            .toList();
    return all.stream()
        .filter(region -> region.startsWith("us-gov") == all.getFirst().startsWith("us-gov"))
        .toList();
  }

  private List<Model> alive() {
    return CATALOGUE.models().stream().filter(model -> !regions(model).isEmpty()).toList();
  }

  private List<String> some(List<String> from, int most) {
    var result = new ArrayList<String>();
    for (var i = 0; i <= random.nextInt(most); i++) {
      result.add(one(from));
    }
    return result.stream().distinct().toList();
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
