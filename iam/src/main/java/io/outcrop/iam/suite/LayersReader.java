package io.outcrop.iam.suite;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Fields;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the policies of a case.
final class LayersReader {
  private static final List<String> LAYERS =
      List.of("identity", "boundary", "session", "scp", "rcp", "resource", "vpce");

  private final List<Problem> problems;

  LayersReader(List<Problem> problems) {
    this.problems = problems;
  }

  PolicyLayers read(Fields fields, Principal principal) {
    var unknown = unknown(fields);
    var attachedTo = principal.knownArn().map(Object::toString).orElse("");
    var identity =
        new ArrayList<>(policies(fields, "identityPolicies", PolicyKind.IDENTITY, attachedTo));
    fields.objects("groupPolicies", this::group).forEach(identity::addAll);
    var session = policies(fields, "sessionPolicies", PolicyKind.SESSION, attachedTo);
    return new PolicyLayers(
        known(unknown, "identity", new Layer.Known(identity)),
        known(unknown, "boundary", one(fields, "permissionsBoundary", PolicyKind.BOUNDARY)),
        known(
            unknown, "session", session.isEmpty() ? new Layer.Absent() : new Layer.Known(session)),
        levels(unknown, "scp", fields, "scps", PolicyKind.SCP),
        levels(unknown, "rcp", fields, "rcps", PolicyKind.RCP),
        known(unknown, "resource", one(fields, "resourcePolicy", PolicyKind.RESOURCE)),
        known(unknown, "vpce", one(fields, "vpcEndpointPolicy", PolicyKind.ENDPOINT)));
  }

  private static Map<String, String> unknown(Fields fields) {
    var unknown = fields.textMap("unknownLayers");
    for (var layer : unknown.keySet()) {
      if (!LAYERS.contains(layer)) {
        fields.problem("unknownLayers", "no layer is named `" + layer + "`");
      }
    }
    return unknown;
  }

  private static Layer known(Map<String, String> unknown, String name, Layer layer) {
    var why = unknown.get(name);
    return why == null ? layer : new Layer.Unknown(why);
  }

  private List<NamedPolicy> group(Fields group) {
    var name = group.text("group");
    return policies(group, "policies", PolicyKind.IDENTITY, "group " + name);
  }

  private List<NamedPolicy> policies(
      Fields fields, String name, PolicyKind kind, String attachedTo) {
    return fields.objects(name, policy -> policy(policy, kind, attachedTo)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Layer one(Fields fields, String name, PolicyKind kind) {
    return fields
        .object(name)
        .<Layer>map(policy -> {
          var read = policy(policy, kind, "");
          policy.finish();
          return new Layer.Known(read.stream().toList());
        })
        .orElseGet(Layer.Absent::new);
  }

  private Organization levels(
      Map<String, String> unknown, String layer, Fields fields, String name, PolicyKind kind) {
    var levels =
        fields.objects(
            name,
            level -> {
              var levelName = level.text("level");
              return new Level(levelName, policies(level, "policies", kind, levelName));
            });
    var why = unknown.get(layer);
    if (why != null) {
      return new Organization.Unknown(why);
    }
    return fields.has(name) ? new Organization.Levels(levels) : new Organization.None();
  }

  private Optional<NamedPolicy> policy(Fields policy, PolicyKind kind, String attachedTo) {
    var name = policy.text("name");
    var document = policy.any("document");
    if (document.isEmpty()) {
      policy.problem("document", "member `document` is missing");
      return Optional.empty();
    }
    return switch (PolicyParser.parse(LoosePrincipals.mend(document.get(), kind), kind)) {
      case PolicyParsing.Parsed(var parsed) ->
          Optional.of(new NamedPolicy(name, "", attachedTo, parsed));
      case PolicyParsing.Rejected(var found) -> {
        for (var problem : found) {
          problems.add(
              new Problem(
                  policy.pointer("document") + problem.pointer(),
                  problem.position(),
                  problem.message()));
        }
        yield Optional.empty();
      }
    };
  }
}
