package io.outcrop.iam.plain;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import java.util.List;
import java.util.stream.Stream;

/// The statements of every layer as their documents have them.
///
/// @param scps level by level, from the root to the account
public record PlainLayers(
    boolean hasBoundary,
    boolean hasSession,
    boolean hasEndpoint,
    List<PlainStatement> identity,
    List<PlainStatement> boundary,
    List<PlainStatement> session,
    List<List<PlainStatement>> scps,
    List<PlainStatement> rcps,
    List<PlainStatement> resource,
    List<PlainStatement> endpoint) {

  /// The statements of `layers`, which all have to be known.
  public static PlainLayers of(PolicyLayers layers) {
    return new PlainLayers(
        layers.boundary() instanceof Layer.Known,
        layers.session() instanceof Layer.Known,
        layers.endpoint() instanceof Layer.Known,
        PlainStatement.of(LayerName.IDENTITY, layers.identity()),
        PlainStatement.of(LayerName.BOUNDARY, layers.boundary()),
        PlainStatement.of(LayerName.SESSION, layers.session()),
        PlainStatement.levels(LayerName.SCP, layers.scps()),
        PlainStatement.levels(LayerName.RCP, layers.rcps()).stream().flatMap(List::stream).toList(),
        PlainStatement.of(LayerName.RESOURCE, layers.resource()),
        PlainStatement.of(LayerName.ENDPOINT, layers.endpoint()));
  }

  List<PlainStatement> all() {
    return Stream.of(
            identity,
            boundary,
            session,
            scps.stream().flatMap(List::stream).toList(),
            rcps,
            resource,
            endpoint)
        .flatMap(List::stream)
        .toList();
  }
}
