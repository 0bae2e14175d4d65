package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.ArrayList;
import java.util.List;

/// Where a policy stands among the layers.
///
/// @param level the level of the organization, from 0; 0 in other layers
/// @param index its number at that level; as many as there are for a policy to be added
record Place(LayerName layer, int level, int index) {

  /// A policy where it stands.
  ///
  /// @param levelName the name of the level; empty in layers that have none
  record Held(Place place, NamedPolicy policy, String levelName) {
    /// Whether its document can be changed: AWS's own cannot.
    boolean isEditable() {
      return !policy.arn().contains("::aws:policy/");
    }

    /// Whether others than the caller have it, too.
    boolean isShared() {
      return !policy.arn().isEmpty() || policy.attachedTo().startsWith("group ");
    }
  }

  /// Every policy of `layer` that is known.
  static List<Held> held(PolicyLayers layers, LayerName layer) {
    return switch (layer) {
      case SCP -> held(layers.scps(), layer);
      case RCP -> held(layers.rcps(), layer);
      case IDENTITY, BOUNDARY, SESSION, RESOURCE, ENDPOINT ->
          policies(of(layers, layer), layer, 0, "");
    };
  }

  /// Every policy that is known, in the order of [LayerName].
  static List<Held> held(PolicyLayers layers) {
    var all = new ArrayList<Held>();
    for (var layer : LayerName.values()) {
      all.addAll(held(layers, layer));
    }
    return all;
  }

  /// `layers` with `policy` at this place.
  PolicyLayers put(PolicyLayers layers, NamedPolicy policy) {
    var identity =
        layer == LayerName.IDENTITY ? with(layers.identity(), policy) : layers.identity();
    var boundary =
        layer == LayerName.BOUNDARY ? with(layers.boundary(), policy) : layers.boundary();
    var session = layer == LayerName.SESSION ? with(layers.session(), policy) : layers.session();
    var scps = layer == LayerName.SCP ? with(layers.scps(), policy) : layers.scps();
    var rcps = layer == LayerName.RCP ? with(layers.rcps(), policy) : layers.rcps();
    var resource =
        layer == LayerName.RESOURCE ? with(layers.resource(), policy) : layers.resource();
    var endpoint =
        layer == LayerName.ENDPOINT ? with(layers.endpoint(), policy) : layers.endpoint();
    return new PolicyLayers(identity, boundary, session, scps, rcps, resource, endpoint);
  }

  /// The layer, if it is none of an organization.
  static Layer of(PolicyLayers layers, LayerName name) {
    return switch (name) {
      case IDENTITY -> layers.identity();
      case BOUNDARY -> layers.boundary();
      case SESSION -> layers.session();
      case RESOURCE -> layers.resource();
      case ENDPOINT -> layers.endpoint();
      case SCP, RCP -> new Layer.Absent();
    };
  }

  private static List<Held> held(Organization organization, LayerName layer) {
    var all = new ArrayList<Held>();
    if (organization instanceof Organization.Levels(var levels)) {
      for (var i = 0; i < levels.size(); i++) {
        var level = levels.get(i);
        all.addAll(policies(new Layer.Known(level.policies()), layer, i, level.name()));
      }
    }
    return all;
  }

  private static List<Held> policies(Layer source, LayerName layer, int level, String levelName) {
    var all = new ArrayList<Held>();
    if (source instanceof Layer.Known(var policies)) {
      for (var i = 0; i < policies.size(); i++) {
        all.add(new Held(new Place(layer, level, i), policies.get(i), levelName));
      }
    }
    return all;
  }

  private Layer with(Layer source, NamedPolicy policy) {
    return new Layer.Known(
        source instanceof Layer.Known(var policies) ? with(policies, policy) : List.of(policy));
  }

  private Organization with(Organization organization, NamedPolicy policy) {
    if (!(organization instanceof Organization.Levels(var levels))) {
      throw new IllegalStateException("no level " + level);
    }
    var changed = new ArrayList<>(levels);
    var old = levels.get(level);
    changed.set(level, new Level(old.name(), with(old.policies(), policy)));
    return new Organization.Levels(changed);
  }

  private List<NamedPolicy> with(List<NamedPolicy> policies, NamedPolicy policy) {
    var changed = new ArrayList<>(policies);
    if (index < changed.size()) {
      changed.set(index, policy);
    } else {
      changed.add(policy);
    }
    return changed;
  }
}
