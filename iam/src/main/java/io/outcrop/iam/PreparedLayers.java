package io.outcrop.iam;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Policies whose patterns are made ready once, to decide many requests. Immutable and safe for
/// many threads.
public final class PreparedLayers {
  private final Map<LayerName, Source> sources;
  private final List<LayerName> present;
  private final boolean hasBoundary;
  private final boolean isBoundaryAbsent;
  private final boolean isSessionAbsent;

  private PreparedLayers(Map<LayerName, Source> sources) {
    this.sources = sources;
    this.present =
        sources.keySet().stream()
            .filter(layer -> !(source(layer) instanceof Source.Absent))
            .toList();
    this.hasBoundary = source(LayerName.BOUNDARY) instanceof Source.Tiers;
    this.isBoundaryAbsent = !present.contains(LayerName.BOUNDARY);
    this.isSessionAbsent = !present.contains(LayerName.SESSION);
  }

  /// What is known of one layer.
  sealed interface Source {
    /// It takes no part.
    Source ABSENT = new Absent();

    /// It takes no part.
    record Absent() implements Source {}

    /// It takes part; each tier has to allow (an organization has one for each level).
    record Tiers(List<Tier> tiers) implements Source {}

    /// Nobody could look.
    record Unknown(String why) implements Source {}
  }

  static PreparedLayers of(PolicyLayers layers) {
    var sources = new EnumMap<LayerName, Source>(LayerName.class);
    sources.put(LayerName.RCP, source(LayerName.RCP, layers.rcps()));
    sources.put(LayerName.SCP, source(LayerName.SCP, layers.scps()));
    sources.put(LayerName.ENDPOINT, endpoint(layers.endpoint()));
    sources.put(LayerName.RESOURCE, source(LayerName.RESOURCE, layers.resource()));
    sources.put(LayerName.IDENTITY, source(LayerName.IDENTITY, layers.identity()));
    sources.put(LayerName.BOUNDARY, source(LayerName.BOUNDARY, layers.boundary()));
    sources.put(LayerName.SESSION, source(LayerName.SESSION, layers.session()));
    return new PreparedLayers(sources);
  }

  /// An endpoint without a policy of its own has the default one, which allows everything. Source:
  /// VPC User Guide, "Control access to VPC endpoints using endpoint policies".
  private static Source endpoint(Layer layer) {
    return layer instanceof Layer.Known(var policies) && policies.isEmpty()
        ? Source.ABSENT
        : source(LayerName.ENDPOINT, layer);
  }

  private static Source source(LayerName name, Layer layer) {
    return switch (layer) {
      case Layer.Absent _ -> Source.ABSENT;
      case Layer.Known(var policies) -> new Source.Tiers(List.of(Tier.of(name, "", policies)));
      case Layer.Unknown(var why) -> new Source.Unknown(why);
    };
  }

  private static Source source(LayerName name, Organization organization) {
    return switch (organization) {
      case Organization.None _ -> Source.ABSENT;
      case Organization.Levels(var levels) ->
          new Source.Tiers(
              levels.stream().map(level -> Tier.of(name, level.name(), level.policies())).toList());
      case Organization.Unknown(var why) -> new Source.Unknown(why);
    };
  }

  Source source(LayerName layer) {
    return sources.getOrDefault(layer, Source.ABSENT);
  }

  /// The layers that take part or may, in AWS's order.
  List<LayerName> present() {
    return present;
  }

  boolean hasBoundary() {
    return hasBoundary;
  }

  boolean isBoundaryAbsent() {
    return isBoundaryAbsent;
  }

  boolean isSessionAbsent() {
    return isSessionAbsent;
  }

  /// Decides `request`, deriving the condition keys that follow from its principal where they are
  /// not given.
  public Decision decide(AuthorizationRequest request) {
    return new Evaluation(this, RequestView.of(request)).decide();
  }

  /// Decides `request` with the condition keys it is given and no others: a key that is not there
  /// is missing, even where every real request would bring it.
  public Decision decideAsGiven(AuthorizationRequest request) {
    return new Evaluation(this, RequestView.asGiven(request)).decide();
  }

  /// Decides `request` as [#decide] does, and says of every layer what it says, which statements
  /// match, which almost do, and under which condition the request is allowed where that depends on
  /// something unknown.
  public Explanation explain(AuthorizationRequest request) {
    return explain(RequestView.of(request));
  }

  /// Explains what [#decideAsGiven] decides.
  public Explanation explainAsGiven(AuthorizationRequest request) {
    return explain(RequestView.asGiven(request));
  }

  private Explanation explain(RequestView view) {
    return new Explaining(this, view).explain();
  }
}
