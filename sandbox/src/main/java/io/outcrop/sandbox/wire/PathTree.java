package io.outcrop.sandbox.wire;

import io.outcrop.sandbox.wire.descriptor.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The paths of a service as a tree of segments: a request is found in as many steps as its path
/// has. A segment that is spelled out goes before a label. A greedy label takes all the rest.
/// Immutable once built.
final class PathTree {
  private final Node root = new Node();

  PathTree(Operations operations) {
    operations.names().forEach(name -> add(name, operations.route(name)));
  }

  /// An operation and what its path says.
  ///
  /// @param labels as they stood on the wire
  record Match(String operation, Map<String, String> labels) {}

  private record Target(String operation, List<String> labels, List<String> query) {}

  private static final class Node {
    private final Map<String, Node> fixed = new HashMap<>();
    private @Nullable Node label;
    private @Nullable Node rest;
    private final Map<String, List<Target>> byMethod = new HashMap<>();

    private Node growLabel() {
      var grown = label == null ? new Node() : label;
      label = grown;
      return grown;
    }

    private Node growRest() {
      var grown = rest == null ? new Node() : rest;
      rest = grown;
      return grown;
    }
  }

  private void add(String operation, Operations.Route route) {
    var question = route.uri().indexOf('?');
    var path = question < 0 ? route.uri() : route.uri().substring(0, question);
    var query =
        question < 0 ? List.<String>of() : List.of(route.uri().substring(question + 1).split("&"));
    var labels = new ArrayList<String>();
    var node = root;
    for (var segment : segments(path)) {
      node = child(node, segment, labels);
    }
    var targets = node.byMethod.computeIfAbsent(route.method(), _ -> new ArrayList<>());
    targets.add(new Target(operation, List.copyOf(labels), query));
    targets.sort((a, b) -> b.query().size() - a.query().size());
  }

  private static Node child(Node node, String segment, List<String> labels) {
    if (!segment.startsWith("{")) {
      return node.fixed.computeIfAbsent(segment, _ -> new Node());
    }
    var isGreedy = segment.endsWith("+}");
    labels.add(segment.substring(1, segment.length() - (isGreedy ? 2 : 1)));
    return isGreedy ? node.growRest() : node.growLabel();
  }

  /// The operation at `path`, which begins with a slash.
  Optional<Match> find(String method, List<String> path, String query) {
    return find(root, path, 0, new ArrayList<>(), method, query);
  }

  private static Optional<Match> find(
      Node node, List<String> path, int at, List<String> taken, String method, String query) {
    if (at == path.size()) {
      return match(node, taken, method, query);
    }
    var segment = path.get(at);
    var fixed = node.fixed.get(segment);
    if (fixed != null) {
      var found = find(fixed, path, at + 1, taken, method, query);
      if (found.isPresent()) {
        return found;
      }
    }
    if (node.label != null && !segment.isEmpty()) {
      taken.add(segment);
      var found = find(node.label, path, at + 1, taken, method, query);
      if (found.isPresent()) {
        return found;
      }
      taken.removeLast();
    }
    if (node.rest != null) {
      taken.add(String.join("/", path.subList(at, path.size())));
      return match(node.rest, taken, method, query);
    }
    return Optional.empty();
  }

  private static Optional<Match> match(Node node, List<String> taken, String method, String query) {
    for (var target : node.byMethod.getOrDefault(method, List.of())) {
      if (asks(query, target.query())) {
        return Optional.of(new Match(target.operation(), labels(target.labels(), taken)));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> labels(List<String> names, List<String> taken) {
    if (names.size() == 1) {
      return Map.of(names.getFirst(), taken.getFirst());
    }
    var labels = HashMap.<String, String>newHashMap(names.size());
    for (var i = 0; i < names.size(); i++) {
      labels.put(names.get(i), taken.get(i));
    }
    return labels;
  }

  private static boolean asks(String query, List<String> wanted) {
    return wanted.isEmpty() || List.of(query.split("&")).containsAll(wanted);
  }

  /// A path's segments, nothing decoded; one slash at the end makes no difference.
  static List<String> segments(String path) {
    var end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
    var segments = new ArrayList<String>(6);
    var start = 1;
    for (var slash = path.indexOf('/', start);
        slash >= 0 && slash < end;
        slash = path.indexOf('/', start)) {
      segments.add(path.substring(start, slash));
      start = slash + 1;
    }
    segments.add(path.substring(Math.min(start, end), end));
    return segments;
  }
}
