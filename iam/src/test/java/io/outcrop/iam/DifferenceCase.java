package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a difference as a case of the suite, which expects what the reference says.
final class DifferenceCase {
  private DifferenceCase() {}

  static String json(String id, Difference difference) {
    var layers = difference.layers();
    var written =
        Json.object()
            .with("format", Json.of("authz-case/1"))
            .with("id", Json.of(id))
            .with("name", Json.of("engine and reference differ"))
            .with("source", Json.object(Map.of("doc", Json.of(""))))
            .with("tags", Json.ofTexts(List.of("difference")))
            .with("request", request(difference.request()))
            .with("identityPolicies", policies(layers.identity()));
    written = one(written, "permissionsBoundary", layers.boundary());
    written = levels(levels(written, "scps", layers.scps()), "rcps", layers.rcps());
    written = one(written, "resourcePolicy", layers.resource());
    if (layers.session() instanceof Layer.Known) {
      written = written.with("sessionPolicies", policies(layers.session()));
    }
    written = one(written, "vpcEndpointPolicy", layers.endpoint());
    return JsonWriter.pretty(written.with("expected", expected(difference))) + "\n";
  }

  private static Json request(AuthorizationRequest request) {
    var context = Json.object();
    for (var key : request.context().keys().stream().sorted().toList()) {
      var value = request.context().get(key).orElseThrow();
      context =
          context.with(
              value.name(),
              value.multivalued()
                  ? Json.ofTexts(value.texts())
                  : Json.of(value.texts().getFirst()));
    }
    var resource =
        Json.object()
            .with("arn", Json.of(request.resource()))
            .with("accountId", Json.of(request.resourceAccount()));
    return Json.object()
        .with("principal", principal(request.principal()))
        .with("action", Json.of(request.action()))
        .with("resource", resource)
        .with("context", context);
  }

  private static Json principal(Principal principal) {
    return switch (principal) {
      case Principal.Service(var name) -> typed("service", "service", name);
      case Principal.WebIdentity(var provider) -> typed("federated", "id", provider);
      case Principal.Anonymous _ -> Json.object().with("type", Json.of("anonymous"));
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          typed("aws", "arn", principal.knownArn().orElseThrow().toString());
    };
  }

  private static Json typed(String type, String name, String value) {
    return Json.object().with("type", Json.of(type)).with(name, Json.of(value));
  }

  private static Json policies(Layer layer) {
    return layer instanceof Layer.Known(var policies)
        ? Json.array(policies.stream().map(DifferenceCase::policy).toList())
        : Json.array(List.of());
  }

  private static Json policy(NamedPolicy policy) {
    return Json.object()
        .with("name", Json.of(policy.name()))
        .with("document", policy.document().source());
  }

  private static Json.Obj one(Json.Obj written, String name, Layer layer) {
    return layer instanceof Layer.Known(var policies) && !policies.isEmpty()
        ? written.with(name, policy(policies.getFirst()))
        : written;
  }

  private static Json.Obj levels(Json.Obj written, String name, Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? written.with(
            name,
            Json.array(
                levels.stream()
                    .map(level ->
                        Json.object()
                            .with("level", Json.of(level.name()))
                            .with("policies", policies(new Layer.Known(level.policies()))))
                    .toList()))
        : written;
  }

  private static Json expected(Difference difference) {
    var outcome = difference.reference().outcome().name().toLowerCase(Locale.ROOT);
    var decidedBy =
        difference.reference().decidedBy().stream().sorted().map(DifferenceCase::ref).toList();
    return Json.object()
        .with("decision", Json.of(outcome.replace('_', '-')))
        .with("decidedBy", Json.array(decidedBy));
  }

  private static Json ref(String name) {
    var parts = name.split("/", 3);
    return Json.object()
        .with("layer", Json.of(parts[0]))
        .with("policy", Json.of(parts[1]))
        .with("statement", Json.of(Long.parseLong(parts[2])));
  }
}
