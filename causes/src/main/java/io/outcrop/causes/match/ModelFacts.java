package io.outcrop.causes.match;

import io.outcrop.aws.Arn;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Adds what the model catalogue says of the id that was sent, as `model-is`: `found`, `legacy`,
/// `profile-needed`, `not-in-region`, `prefix` (a geography that the region does not have),
/// `not-yet`, `ended`, `suffix`, `alias`, `context-suffix`, `not-on-bedrock`, `arn-elsewhere` (an
/// ARN of another region than was called), `known` (an id as models have it, where no region is
/// named); as `nearest-model` and `nearest-route` which id would do and how it is called. Without a
/// date it speaks as of the catalogue's own; without a region it says only what is the same
/// everywhere. And, as `bedrock-there`, `no` where the region that was called is one of AWS's
/// public ones in name, and no model is known to be called from it.
final class ModelFacts {
  /// What this adds. The model catalogue is asked only if somebody wants to know.
  static final List<String> KINDS =
      List.of("model-is", "nearest-model", "nearest-route", "bedrock-there");

  /// Regions of the partitions whose models the catalogue does not follow.
  private static final Pattern APART = Pattern.compile("(?:us-iso|eusc|cn)[a-z]?-.*");

  private static final String ANY_REGION = "us-east-1";

  private static final Pattern GEOGRAPHIC =
      Pattern.compile("[a-z]{2,4}(?:-gov)?\\.[a-z0-9]++\\..*");

  /// In which regions the profiles of these prefixes are called.
  private static final Map<String, Pattern> REGIONS_OF =
      Map.of(
          "us", Pattern.compile("us-(?!gov)|ca-"),
          "us-gov", Pattern.compile("us-gov-"),
          "eu", Pattern.compile("eu-"),
          "apac", Pattern.compile("ap-|me-"),
          "jp", Pattern.compile("ap-northeast-"),
          "au", Pattern.compile("ap-southeast-"));

  /// Where a tool is told to send a call, before the id that it will send.
  private static final Pattern TOOL_ROUTE =
      Pattern.compile(
          "(?:amazon-|aws-)?bedrock(?:_converse)?/(?:[a-z0-9_-]{1,20}/)?(?=[a-z-]+\\.|arn:)");

  private static final Pattern FOREIGN =
      Pattern.compile("(?i)claude|(?:^|/)(?:gpt-|gemini|grok-|o\\d-)");

  private final ModelCatalogue models;
  private final Circumstances circumstances;
  private final Map<List<String>, Resolution> resolved = new HashMap<>();

  ModelFacts(ModelCatalogue models, Circumstances circumstances) {
    this.models = models;
    this.circumstances = circumstances;
  }

  void addTo(Scope scope, String calledRegion) {
    scope.first("sent-model").ifPresent(sent -> describe(scope, sent, calledRegion));
    scope.all("arn").forEach(arn -> elsewhere(scope, arn, calledRegion));
    scope
        .first("called-region")
        .filter(region -> !APART.matcher(region.value()).matches())
        .filter(region -> !models.isCalledFrom(region.value()))
        .ifPresent(region -> scope.add("bedrock-there", "no", region.span()));
  }

  private void describe(Scope scope, Signal sent, String region) {
    elsewhere(scope, sent, region);
    var where = region.isEmpty() ? ANY_REGION : region;
    var id = withoutToolRoute(sent.value(), where);
    var resolution = resolve(id, where);
    words(resolution, ModelCatalogue.reference(id).id(), region)
        .or(() -> only(region.isEmpty() && isWhole(id, resolution, scope), "known"))
        .ifPresent(words -> scope.add("model-is", words, sent.span()));
    nearest(resolution)
        .ifPresent(route -> {
          scope.add("nearest-model", route.id(), Span.NONE);
          scope.add("nearest-route", way(route, !region.isEmpty()), Span.NONE);
        });
  }

  /// Whether this is a model's own id, and the only one in the text.
  private static boolean isWhole(String id, Resolution resolution, Scope scope) {
    return !(resolution instanceof Resolution.Unknown)
        && !id.startsWith("arn:")
        && !hasGeography(id)
        && scope.all("model").size() == 1;
  }

  /// The id that a tool sends when it is told `bedrock/<id>`. What stands before it is kept if the
  /// id alone would do: then the whole may have been sent.
  private String withoutToolRoute(String sent, String region) {
    var route = TOOL_ROUTE.matcher(sent);
    if (!route.lookingAt()) {
      return sent;
    }
    var id = sent.substring(route.end());
    return !id.startsWith("arn:") && resolve(id, region) instanceof Resolution.Found ? sent : id;
  }

  private Resolution resolve(String id, String region) {
    return resolved.computeIfAbsent(List.of(id, region), _ -> models.resolve(id, region, at()));
  }

  private static void elsewhere(Scope scope, Signal written, String calledRegion) {
    var arn = Arn.parse(written.value());
    if (arn.isPresent()
        && arn.get().service().startsWith("bedrock")
        && !calledRegion.isEmpty()
        && !arn.get().region().isEmpty()
        && !arn.get().region().equals(calledRegion)) {
      scope.add("model-is", "arn-elsewhere", written.span());
    }
  }

  private Optional<String> words(Resolution resolution, String id, String region) {
    var regionIsKnown = !region.isEmpty();
    return switch (resolution) {
      case Resolution.Unknown unknown -> unknown(unknown.reason(), id, region);
      case Resolution.Found found ->
          only(regionIsKnown, found.stage() == Lifecycle.Stage.LEGACY ? "legacy" : "found");
      case Resolution.ProfileNeeded _ -> only(regionIsKnown, "profile-needed");
      case Resolution.NotInRegion _ ->
          only(regionIsKnown, hasGeography(id) ? "prefix" : "not-in-region");
      case Resolution.NotYet _ -> only(regionIsKnown, "not-yet");
      case Resolution.Ended ended -> only(regionIsKnown, ended(ended, id, region));
    };
  }

  /// A model that was never called there is missing there, whether or not it still lives.
  private String ended(Resolution.Ended ended, String id, String region) {
    if (isOfAnotherGeography(id, region)) {
      return "prefix";
    }
    var before = models.resolve(id, region, ended.end().minus(Duration.ofDays(1)));
    return before instanceof Resolution.NotInRegion ? "not-in-region" : "ended";
  }

  private static Optional<String> unknown(Resolution.Reason reason, String id, String region) {
    var regionIsKnown = !region.isEmpty();
    return switch (reason) {
      case PREFIX -> only(regionIsKnown, "prefix");
      case SUFFIX -> Optional.of("suffix");
      case ALIAS -> Optional.of("alias");
      case CONTEXT_SUFFIX -> Optional.of("context-suffix");
      case NOT_ON_BEDROCK ->
          isForeign(id)
              ? Optional.of("not-on-bedrock")
              : only(regionIsKnown && isOfAnotherGeography(id, region), "prefix");
    };
  }

  private static Optional<Route> nearest(Resolution resolution) {
    var routes =
        switch (resolution) {
          case Resolution.Unknown unknown -> unknown.nearest();
          case Resolution.NotInRegion there -> there.here();
          case Resolution.ProfileNeeded needed -> needed.routes();
          case Resolution.Ended ended -> ended.instead();
          case Resolution.Found _, Resolution.NotYet _ -> List.<Route>of();
        };
    return routes.stream().findFirst();
  }

  /// How a route is taken, in words.
  private static String way(Route route, boolean regionIsKnown) {
    var from = regionIsKnown ? " from " + route.region() : "";
    return switch (route) {
      case Route.OnDemand _ -> "directly" + from;
      case Route.Geographic profile ->
          "through a profile of its geography%s, answered in %s"
              .formatted(from, String.join(", ", profile.destinations()));
      case Route.Global _ -> "through the global profile%s, answered anywhere".formatted(from);
    };
  }

  private Instant at() {
    var at = circumstances.at();
    if (at != null) {
      return at;
    }
    var version = models.version();
    try {
      return LocalDate.parse(version.length() == 7 ? version + "-01" : version)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeParseException _) {
      return Instant.EPOCH;
    }
  }

  private static Optional<String> only(boolean condition, String words) {
    return condition ? Optional.of(words) : Optional.empty();
  }

  private static boolean hasGeography(String id) {
    return GEOGRAPHIC.matcher(id).matches();
  }

  /// Whether a profile's prefix names another part of the world than the region lies in: that is
  /// said of an id whether or not its model still lives.
  private static boolean isOfAnotherGeography(String id, String region) {
    var regions = REGIONS_OF.get(id.substring(0, Math.max(0, id.indexOf('.'))));
    return hasGeography(id) && regions != null && !regions.matcher(region).lookingAt();
  }

  /// The catalogue holds Claude's models: of other vendors' models on Bedrock, and of profiles that
  /// somebody made, it knows nothing.
  private static boolean isForeign(String id) {
    return FOREIGN.matcher(id).find();
  }
}
