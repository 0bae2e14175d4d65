package io.outcrop.causes.match;

import io.outcrop.aws.Arn;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import io.outcrop.models.ModelCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Adds to a scope what follows from its signals: which region was called, what kind of resource a
/// refusal names and whether it lies there, what the model catalogue says of the id that was sent.
///
/// Kinds: `called-region`, `signed` (`elsewhere`, `other-service`: for another region than was
/// called, for a service that Bedrock does not take), `resource-type`, `resource-region` (`called`,
/// `other`, `none`, `unknown`), `via` (`geographic`, `global`), `sent-model`, `models` and
/// `regions` (`several`: which one was meant is a guess; `several-named`: of the regions it names
/// anywhere), and those of [Topics], [Leftovers], [Surroundings] and [ModelFacts].
final class FactFinder {
  private static final Pattern REGION =
      Pattern.compile("[a-z]{2,4}(?:-gov|-iso[a-z]?)?-[a-z]+-\\d");
  private static final Pattern GEOGRAPHIC =
      Pattern.compile("[a-z]{2,4}(?:-gov)?\\.(?:anthropic|amazon|meta)\\..*");

  /// What stands behind an error is said of it more seldom than what stands before it.
  private static final int BEHIND = 50;

  private final Circumstances circumstances;
  private final ModelFacts models;
  private final List<Signal> places;

  FactFinder(ModelCatalogue models, Circumstances circumstances, List<Signal> places) {
    this.circumstances = circumstances;
    this.models = new ModelFacts(models, circumstances);
    this.places = places;
  }

  /// Adds everything that follows.
  ///
  /// @param error where the error stands of which the scope speaks; [Span#NONE] if anywhere
  void addTo(Scope scope, Span error) {
    known(scope);
    var region = calledRegion(scope, error);
    region.ifPresent(signal -> scope.add("called-region", signal.value(), signal.span()));
    var called = region.map(Signal::value).orElse("");
    Topics.addTo(scope);
    signed(scope);
    sentModel(scope, error);
    resource(scope, called);
    scope.addLater(Leftovers.KINDS, Leftovers::addTo);
    scope.addLater(Surroundings.KINDS, Surroundings::addTo);
    scope.addLater(ModelFacts.KINDS, later -> models.addTo(later, called));
  }

  private void known(Scope scope) {
    if (!circumstances.region().isEmpty()) {
      scope.add("region", circumstances.region(), Span.NONE);
    }
    if (!circumstances.model().isEmpty()) {
      scope.add("model", circumstances.model(), Span.NONE);
    }
  }

  private Optional<Signal> calledRegion(Scope scope, Span error) {
    if (!circumstances.region().isEmpty()) {
      return Optional.of(new Signal("region", circumstances.region(), Span.NONE));
    }
    var said = nearest(scope, "region", error);
    return said.or(() -> namedRegion(scope, error)).or(() -> profileRegion(scope));
  }

  /// A region that merely stands in the text; those within ARNs say where a resource lies.
  private Optional<Signal> namedRegion(Scope scope, Span error) {
    var named = error.isEmpty() ? scope.all("named-region") : places;
    var arns =
        error.isEmpty()
            ? scope.all("arn")
            : places.stream().filter(signal -> signal.kind().equals("arn")).toList();
    return named.stream()
        .filter(signal -> signal.kind().equals("named-region"))
        .filter(signal -> arns.stream().noneMatch(arn -> arn.span().overlaps(signal.span())))
        .min(Comparator.comparingInt(signal -> error.isEmpty() ? 0 : farness(signal, error)));
  }

  /// The one of its kind that stands nearest to the error, before it rather than behind it.
  private Optional<Signal> nearest(Scope scope, String kind, Span error) {
    if (error.isEmpty()) {
      return scope.first(kind);
    }
    return places.stream()
        .filter(signal -> signal.kind().equals(kind))
        .min(Comparator.comparingInt(signal -> farness(signal, error)));
  }

  private static int farness(Signal signal, Span error) {
    var distance = signal.span().distance(error);
    return signal.span().start() > error.start() ? distance * BEHIND : distance;
  }

  /// A profile is named in the region that is called.
  private static Optional<Signal> profileRegion(Scope scope) {
    for (var kind : List.of("resource", "arn")) {
      for (var signal : scope.all(kind)) {
        var arn = Arn.parse(signal.value());
        if (arn.isPresent()
            && arn.get().resourceType().endsWith("inference-profile")
            && REGION.matcher(arn.get().region()).matches()) {
          return Optional.of(new Signal("region", arn.get().region(), signal.span()));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether the credential scope fits the host.
  private static void signed(Scope scope) {
    var hosts = scope.all("host").stream().map(Signal::value).toList();
    for (var region : scope.all("signed-region")) {
      if (!hosts.isEmpty() && hosts.stream().noneMatch(host -> host.contains(region.value()))) {
        scope.add("signed", "elsewhere", region.span());
      }
    }
    for (var service : scope.all("signed-service")) {
      if (service.value().startsWith("bedrock-")) {
        scope.add("signed", "other-service", service.span());
      }
    }
  }

  private void sentModel(Scope scope, Span error) {
    var sent =
        circumstances.model().isEmpty()
            ? nearest(scope, "model", error)
            : Optional.of(new Signal("model", circumstances.model(), Span.NONE));
    sent.ifPresent(signal -> scope.add("sent-model", signal.value(), signal.span()));
    if (circumstances.model().isEmpty() && scope.all("model").size() > 1) {
      scope.add("models", "several", Span.NONE);
    }
    if (circumstances.region().isEmpty() && scope.all("region").size() > 1) {
      scope.add("regions", "several", Span.NONE);
    }
    if (scope.all("named-region").size() > 1) {
      scope.add("regions", "several-named", Span.NONE);
    }
    scope
        .all("model")
        .forEach(signal -> {
          if (signal.value().startsWith("global.")) {
            scope.add("via", "global", signal.span());
          } else if (GEOGRAPHIC.matcher(signal.value()).matches()) {
            scope.add("via", "geographic", signal.span());
          }
        });
  }

  private static void resource(Scope scope, String called) {
    var resource = scope.first("resource");
    if (resource.isEmpty()) {
      return;
    }
    var span = resource.get().span();
    var value = resource.get().value();
    var arn = Arn.parse(value);
    var type = arn.map(Arn::resourceType).orElse(typeOf(value));
    scope.add("resource-type", type, span);
    scope.add("resource-id", arn.map(Arn::resourceId).orElse(""), span);
    scope.add("resource-region", relation(arn.map(Arn::region).orElse("?"), type, called), span);
  }

  private static String typeOf(String value) {
    for (var type :
        List.of(
            "inference-profile", "foundation-model", "guardrail-profile", "guardrail", "role")) {
      if (value.contains(type + "/")) {
        return type;
      }
    }
    return value.startsWith("global.") || GEOGRAPHIC.matcher(value).matches()
        ? "inference-profile"
        : "none";
  }

  private static String relation(String region, String type, String called) {
    if (region.isEmpty()) {
      return "none";
    }
    if (!REGION.matcher(region).matches() || (called.isEmpty() && !type.endsWith("profile"))) {
      return "unknown";
    }
    return called.isEmpty() || region.equals(called) ? "called" : "other";
  }
}
