package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Observations;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.call.Bedrock.InferenceProfile;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.ModelReference;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.Optional;

/// What a call to an application inference profile means, which the account itself has made and the
/// catalogue cannot know. IAM is asked for the profile by its own ARN, then for the models behind
/// it. Source: Amazon Bedrock User Guide, "Prerequisites for inference profiles", read 2026-11.
final class OwnProfile {
  private final Observations seen;
  private final ModelCatalogue catalogue;
  private final ModelReference reference;

  private OwnProfile(Observations seen, ModelCatalogue catalogue) {
    this.seen = seen;
    this.catalogue = catalogue;
    this.reference = ModelCatalogue.reference(seen.asked().model().value());
  }

  /// What is called, if it is a profile of the account's own that could be listed.
  static Optional<CalledModel> of(Observations seen, ModelCatalogue catalogue) {
    var own = new OwnProfile(seen, catalogue);
    return seen.account().profiles().seen().stream()
        .flatMap(List::stream)
        .filter(profile -> profile.type().equals("APPLICATION"))
        .filter(own::isCalled)
        .findFirst()
        .flatMap(own::called);
  }

  private boolean isCalled(InferenceProfile profile) {
    return profile.arn().equals(reference.text()) || profile.id().equals(reference.text());
  }

  private Optional<CalledModel> called(InferenceProfile profile) {
    var arns = profile.modelArns().stream().flatMap(text -> Arn.parse(text).stream()).toList();
    var regions = arns.stream().map(Arn::region).filter(one -> !one.isEmpty()).sorted().toList();
    var isGlobal = regions.size() < arns.size();
    return arns.stream()
        .limit(1)
        .flatMap(arn -> catalogue.find(arn.resourceId()).stream())
        .findFirst()
        .flatMap(model -> called(profile, model, isGlobal ? List.of() : regions));
  }

  /// @param regions where the profile sends calls; empty if that is anywhere
  private Optional<CalledModel> called(
      InferenceProfile profile, Model model, List<String> regions) {
    var region = seen.asked().region().value();
    var route =
        regions.isEmpty()
            ? new Route.Global(profile.arn(), model.id(), region)
            : new Route.Geographic(profile.arn(), model.id(), region, regions);
    return model.in(region).map(Model.InRegion::routes).orElse(List.of()).stream()
        .filter(source -> isSource(source, regions))
        .findFirst()
        .map(source -> catalogue.resolve(source.id(), region, seen.asked().at()))
        .map(resolution -> through(resolution, route))
        .map(resolution ->
            new CalledModel(
                reference,
                resolution,
                route,
                "account",
                CalledModel.replacements(resolution, seen.asked(), catalogue),
                List.of()));
  }

  private static boolean isSource(Route route, List<String> regions) {
    return switch (route) {
      case Route.OnDemand onDemand -> regions.equals(List.of(onDemand.region()));
      case Route.Geographic geographic ->
          geographic.destinations().stream().sorted().toList().equals(regions);
      case Route.Global _ -> regions.isEmpty();
    };
  }

  private static Resolution through(Resolution source, Route route) {
    return source instanceof Resolution.Found found
        ? new Resolution.Found(found.model(), route, found.stage(), "account")
        : source;
  }
}
