package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.DocumentEdit.Target;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Layers with some policies changed.
///
/// @param layers as they would be
/// @param changes what was changed, in order
/// @param cutsWide whether a statement was narrowed by more than the request, whatever other
///   statements hide
record Draft(PolicyLayers layers, Map<Place, Change> changes, boolean cutsWide) {
  /// One policy changed.
  ///
  /// @param target which
  /// @param before its document before; an empty object for a new one
  /// @param after the policy as it would be
  /// @param words what was done to it
  record Change(Target target, Json.Obj before, NamedPolicy after, List<String> words) {}

  static Draft of(PolicyLayers layers) {
    return new Draft(layers, Map.of(), false);
  }

  /// With another document for a policy that is there; empty if it would not be valid.
  Optional<Draft> edit(Place.Held held, Json.Obj document, List<String> words) {
    var policy = held.policy();
    var target = new Target.Existing(policy, held.levelName());
    var old = new Change(target, policy.document().source(), policy, List.of());
    return changed(held.place(), changes.getOrDefault(held.place(), old), document, words);
  }

  /// With one more policy; empty if it would not be valid.
  Optional<Draft> add(Place place, NamedPolicy added, String description, List<String> words) {
    var change = new Change(new Target.New(description), Json.object(), added, List.of());
    return changed(place, change, added.document().source(), words);
  }

  private Optional<Draft> changed(
      Place place, Change change, Json.Obj document, List<String> words) {
    var old = change.after();
    return switch (PolicyParser.parse(document, old.document().kind())) {
      case PolicyParsing.Rejected _ -> Optional.empty();
      case PolicyParsing.Parsed(var parsed) -> {
        var policy = new NamedPolicy(old.name(), old.arn(), old.attachedTo(), parsed);
        var all = new LinkedHashMap<>(changes);
        var said = new ArrayList<>(change.words());
        said.addAll(words);
        all.put(place, new Change(change.target(), change.before(), policy, List.copyOf(said)));
        yield Optional.of(new Draft(place.put(layers, policy), all, cutsWide));
      }
    };
  }

  boolean touches(LayerName layer) {
    return changes.keySet().stream().anyMatch(place -> place.layer() == layer);
  }

  /// The same, known to let through more than the request.
  Draft cutWide() {
    return new Draft(layers, changes, true);
  }

  /// The changed policies, in words.
  String names() {
    return changes.entrySet().stream()
        .map(entry -> entry.getKey().layer().words() + " `" + entry.getValue().after().name() + "`")
        .collect(Collectors.joining(", "));
  }

  /// How long all patches are, as text.
  int length() {
    return edits().stream().mapToInt(edit -> edit.patch().toString().length()).sum();
  }

  /// How many operations all patches have together.
  int operations() {
    return edits().stream().mapToInt(edit -> edit.patch().operations().size()).sum();
  }

  List<DocumentEdit> edits() {
    return changes.entrySet().stream()
        .map(entry -> edit(entry.getKey().layer(), entry.getValue()))
        .toList();
  }

  private static DocumentEdit edit(LayerName layer, Change change) {
    var document = change.after().document();
    return new DocumentEdit(
        layer,
        change.target(),
        JsonPatch.between(change.before(), document.source()),
        document,
        String.join("; ", change.words()));
  }
}
