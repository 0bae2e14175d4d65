package io.outcrop.iam.edit;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.Place.Held;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Adds a statement about exactly one request to one layer.
///
/// @param layer the layer
/// @param level the level of the organization, from 0
/// @param effect `Allow` or `Deny`
record Grant(LayerName layer, int level, String effect) {
  /// The policies of the layer, or of the level.
  List<Held> held(PolicyLayers layers) {
    return Place.held(layers, layer).stream()
        .filter(held -> held.place().level() == level)
        .toList();
  }

  /// The draft with the statement, in the document where it reaches the fewest others; empty if the
  /// layer has none that can be changed or made, or cannot say it.
  Optional<Draft> add(Draft draft, Point point) {
    var host = host(draft);
    return host.isPresent() ? addTo(host.get(), draft, point) : addNew(draft, point);
  }

  /// A document that is changed already; else the caller's own, unless a new one is narrower.
  private Optional<Held> host(Draft draft) {
    var held = held(draft.layers()).stream().filter(Held::isEditable).toList();
    var changed = held.stream().filter(one -> draft.changes().containsKey(one.place())).findFirst();
    if (changed.isPresent()) {
      return changed;
    }
    return layer == LayerName.IDENTITY
        ? held.stream().filter(one -> !one.isShared()).findFirst()
        : held.stream().findFirst();
  }

  private Optional<Draft> addTo(Held host, Draft draft, Point point) {
    var document = host.policy().document();
    var statements = StatementText.statements(document.source());
    var sid = StatementText.freeSid(statements, sid(point.action()));
    return statement(sid, document, point)
        .flatMap(added -> {
          var all = new ArrayList<>(statements);
          all.add(added);
          return draft.edit(
              host,
              StatementText.with(document.source(), all),
              List.of("a new statement `" + sid + "` " + words(point)));
        });
  }

  private Optional<Draft> addNew(Draft draft, Point point) {
    var kind = kind(point.request());
    var index = held(draft.layers()).size();
    if (kind.isEmpty() || !isFree(draft.layers())) {
      return Optional.empty();
    }
    var empty = new PolicyDocument(kind.get(), true, List.of(), Json.object());
    return statement(sid(point.action()), empty, point)
        .flatMap(statement -> {
          var members = new LinkedHashMap<String, Json>();
          members.put("Version", Json.of("2012-10-17"));
          members.put("Statement", Json.array(List.of(statement)));
          var document = new PolicyDocument(kind.get(), true, List.of(), Json.object(members));
          var description = description(draft.layers(), point);
          var policy = new NamedPolicy("new", "", point.caller().toString(), document);
          return draft.add(
              new Place(layer, level, index), policy, description, List.of(words(point)));
        });
  }

  private boolean isFree(PolicyLayers layers) {
    return switch (layer) {
      case IDENTITY, SESSION -> !(Place.of(layers, layer) instanceof Layer.Unknown);
      case RESOURCE -> Place.of(layers, layer) instanceof Layer.Absent || held(layers).isEmpty();
      case SCP -> layers.scps() instanceof Organization.Levels;
      case RCP -> layers.rcps() instanceof Organization.Levels;
      case BOUNDARY, ENDPOINT -> false; // one only, which is there
    };
  }

  private Optional<PolicyKind> kind(AuthorizationRequest request) {
    return Optional.of(
        switch (layer) {
          case IDENTITY -> PolicyKind.IDENTITY;
          case BOUNDARY -> PolicyKind.BOUNDARY;
          case SESSION -> PolicyKind.SESSION;
          case SCP -> PolicyKind.SCP;
          case RCP -> PolicyKind.RCP;
          case ENDPOINT -> PolicyKind.ENDPOINT;
          case RESOURCE -> isTrust(request) ? PolicyKind.TRUST : PolicyKind.RESOURCE;
        });
  }

  private static boolean isTrust(AuthorizationRequest request) {
    return request.resource().contains(":iam::")
        && request.resource().contains(":role/")
        && request.action().toLowerCase(Locale.ROOT).startsWith("sts:");
  }

  private Optional<Json.Obj> statement(String sid, PolicyDocument document, Point point) {
    var resource = point.resource(document.allowsVariables());
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    var members = new LinkedHashMap<String, Json>();
    members.put("Sid", Json.of(sid));
    members.put("Effect", Json.of(effect));
    if (namesPrincipals()) {
      members.put("Principal", isPinnedByKey(point) ? Json.of("*") : point.caller().element());
    }
    members.put("Action", Json.of(point.action()));
    if (namesResource(document)) {
      members.put("Resource", Json.of(resource.get()));
    }
    return conditioned(Json.object(members), document, point);
  }

  private Optional<Json.Obj> conditioned(Json.Obj text, PolicyDocument document, Point point) {
    var statement = Optional.of(text);
    var caller = point.caller().pin();
    if (isPinnedByKey(point) && caller.isPresent()) {
      statement = caller.get().require(text, document.allowsVariables());
    }
    for (var pin : point.pins()) {
      statement = statement.flatMap(found -> pin.require(found, document.allowsVariables()));
    }
    return statement;
  }

  private boolean namesPrincipals() {
    return switch (layer) {
      case RCP, ENDPOINT, RESOURCE -> true;
      case SCP, IDENTITY, BOUNDARY, SESSION -> false;
    };
  }

  /// Whether a condition names the caller. An endpoint's policy would take an ARN of `Principal`
  /// for the account's root user. Source: AWS PrivateLink Guide, "Control access to VPC endpoints
  /// using endpoint policies", read 2026-11.
  private boolean isPinnedByKey(Point point) {
    return switch (layer) {
      case SCP, RCP, ENDPOINT -> true;
      case RESOURCE -> point.caller().isNamedWithOthers();
      case IDENTITY, BOUNDARY, SESSION -> false;
    };
  }

  private static boolean namesResource(PolicyDocument document) {
    var statements = document.statements();
    return document.kind() != PolicyKind.TRUST
        && (statements.isEmpty()
            || statements.stream().anyMatch(one -> !one.resources().values().isEmpty()));
  }

  private String sid(String action) {
    var name = action.substring(action.indexOf(':') + 1).replaceAll("[^A-Za-z0-9]", "");
    return effect + name;
  }

  private String words(Point point) {
    return (effect.equals("Allow") ? "allows " : "denies ")
        + Words.of(point, namesPrincipals() || isPinnedByKey(point));
  }

  private String description(PolicyLayers layers, Point point) {
    return switch (layer) {
      case IDENTITY -> "a new inline policy of " + Words.owner(point.caller());
      case SESSION -> "a session policy of " + point.caller();
      case RESOURCE -> "a new policy of `" + point.request().resource() + "`";
      case SCP -> "a new service control policy at " + levelName(layers.scps());
      case RCP -> "a new resource control policy at " + levelName(layers.rcps());
      case BOUNDARY -> "a new permissions boundary of " + Words.owner(point.caller());
      case ENDPOINT -> "a new policy of the VPC endpoint";
    };
  }

  private String levelName(Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? "`" + levels.get(level).name() + "`"
        : "the organization";
  }

  /// Whether the caller has policies of this layer.
  static boolean reaches(LayerName layer, Principal principal) {
    return switch (principal) {
      case Principal.Service _, Principal.WebIdentity _, Principal.Anonymous _ ->
          layer == LayerName.RESOURCE || layer == LayerName.RCP || layer == LayerName.ENDPOINT;
      case Principal.RootUser _ -> layer != LayerName.IDENTITY && layer != LayerName.BOUNDARY;
      case Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          true;
    };
  }
}
