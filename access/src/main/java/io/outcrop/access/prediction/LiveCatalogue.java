package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Observations;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.call.Bedrock.FoundationModel;
import io.outcrop.cloud.call.Bedrock.InferenceProfile;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The shipped catalogue with what the account itself says of its models laid over it.
final class LiveCatalogue {
  private final ModelCatalogue shipped;
  private final String region;
  private final Map<String, List<RegionalFact.Profile>> profiles;

  private LiveCatalogue(
      ModelCatalogue shipped, String region, Map<String, List<RegionalFact.Profile>> profiles) {
    this.shipped = shipped;
    this.region = region;
    this.profiles = profiles;
  }

  /// `shipped` with the account's models; as it is unless models and profiles could both be listed.
  static ModelCatalogue over(ModelCatalogue shipped, Observations seen) {
    var models = seen.account().models().seen();
    var profiles = seen.account().profiles().seen();
    if (models.isEmpty() || profiles.isEmpty()) {
      return shipped;
    }
    var live = new LiveCatalogue(shipped, seen.asked().region().value(), byModel(profiles.get()));
    var facts = new ArrayList<RegionalFact>();
    models.get().stream()
        .filter(model -> !isProvisionedVariant(model.id()))
        .forEach(model -> facts.add(live.fact(model)));
    var listed = models.get().stream().map(FoundationModel::id).toList();
    shipped.models().stream()
        .filter(model -> !listed.contains(model.id()))
        .flatMap(model -> live.gone(model, seen.asked().at()).stream())
        .forEach(facts::add);
    return shipped.with(facts);
  }

  /// A model that the account lists no more, although the catalogue knows of no end in this region:
  /// where its announced end elsewhere has passed, it has passed here too.
  private Optional<RegionalFact> gone(Model model, Instant at) {
    var end =
        model.byRegion().values().stream()
            .flatMap(here -> here.lifecycle().end().stream())
            .filter(one -> !one.isAfter(at))
            .max(Comparator.naturalOrder());
    var here = model.in(region);
    if (end.isEmpty() || here.isEmpty() || here.get().lifecycle().end().isPresent()) {
      return Optional.empty();
    }
    var routes = here.get().routes();
    var life = here.get().lifecycle();
    return Optional.of(
        new RegionalFact(
            model.id(),
            region,
            routes.stream().anyMatch(Route.OnDemand.class::isInstance),
            routes.stream().flatMap(route -> profile(route).stream()).toList(),
            new Lifecycle(life.start().orElse(null), life.legacy().orElse(null), end.get()),
            "account, which lists it no more"));
  }

  private static Optional<RegionalFact.Profile> profile(Route route) {
    return switch (route) {
      case Route.OnDemand _ -> Optional.empty();
      case Route.Geographic geographic ->
          Optional.of(new RegionalFact.Profile(geographic.id(), geographic.destinations()));
      case Route.Global global -> Optional.of(new RegionalFact.Profile(global.id(), List.of()));
    };
  }

  /// `anthropic.claude-…-v1:0:200k`: listed beside the model itself, never called on demand.
  private static boolean isProvisionedVariant(String id) {
    return id.chars().filter(letter -> letter == ':').count() > 1;
  }

  private RegionalFact fact(FoundationModel model) {
    var known =
        shipped.find(model.id()).flatMap(one -> one.in(region)).map(Model.InRegion::lifecycle);
    return new RegionalFact(
        model.id(),
        region,
        model.onDemand(),
        profiles.getOrDefault(model.id(), List.of()),
        new Lifecycle(
            date(model.startOfLife(), known.flatMap(Lifecycle::start)),
            date(model.legacyTime(), known.flatMap(Lifecycle::legacy)),
            date(model.endOfLife(), known.flatMap(Lifecycle::end))),
        "account");
  }

  /// AWS's profiles by the models to which they lead.
  private static Map<String, List<RegionalFact.Profile>> byModel(List<InferenceProfile> profiles) {
    var byModel = new HashMap<String, List<RegionalFact.Profile>>();
    for (var profile : profiles) {
      if (!profile.type().equals("APPLICATION")) {
        var arns = profile.modelArns().stream().flatMap(text -> Arn.parse(text).stream()).toList();
        arns.stream()
            .map(Arn::resourceId)
            .distinct()
            .forEach(model ->
                byModel
                    .computeIfAbsent(model, _ -> new ArrayList<>())
                    .add(profile(profile.id(), arns)));
      }
    }
    return byModel;
  }

  private static RegionalFact.Profile profile(String id, List<Arn> arns) {
    return new RegionalFact.Profile(
        id,
        id.startsWith("global.")
            ? List.of()
            : arns.stream()
                .map(Arn::region)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .toList());
  }

  private static @Nullable Instant date(String said, Optional<Instant> otherwise) {
    try {
      return said.isEmpty() ? otherwise.orElse(null) : Instant.parse(said);
    } catch (DateTimeParseException _) {
      return otherwise.orElse(null);
    }
  }
}
