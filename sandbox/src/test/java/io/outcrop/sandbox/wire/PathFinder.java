package io.outcrop.sandbox.wire;

import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;
import java.util.Optional;

/// Finds operations by path in any model, as the router does in those that are shipped.
public final class PathFinder {
  private final PathTree tree;

  public PathFinder(ServiceModel model) {
    this.tree = new PathTree(model.operations());
  }

  /// The operation at `target`, and the labels of its path.
  public Optional<Map.Entry<String, Map<String, String>>> find(String method, String target) {
    var question = target.indexOf('?');
    var path = question < 0 ? target : target.substring(0, question);
    return tree.find(
            method, PathTree.segments(path), question < 0 ? "" : target.substring(question + 1))
        .map(match -> Map.entry(match.operation(), match.labels()));
  }
}
