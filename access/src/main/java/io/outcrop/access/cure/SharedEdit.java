package io.outcrop.access.cure;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.DocumentEdit;
import io.outcrop.iam.edit.EditAnswer;
import io.outcrop.iam.edit.Ownership;
import io.outcrop.iam.edit.SmallestEdits;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Edits a policy that others have, too (a group's, a managed one, a boundary, a VPC endpoint's, a
/// guardrail's), so that it lets some authorisations of one caller pass: takes them out of Deny
/// statements, and allows them where the policy is one that has to. Each edit is the smallest that
/// [SmallestEdits] finds and verifies, so that nothing changes for the others.
final class SharedEdit {
  private static final NamedPolicy ALLOWS_ALL =
      new NamedPolicy(
          "everything",
          "",
          "user everybody",
          ((PolicyParsing.Parsed)
                  PolicyParser.parse(
                      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}",
                      PolicyKind.IDENTITY))
              .document());

  private final Permissions permissions;
  private final List<String> knownNames;
  private final Set<String> loosened = new LinkedHashSet<>();

  SharedEdit(Permissions permissions, List<String> knownNames) {
    this.permissions = permissions;
    this.knownNames = List.copyOf(knownNames);
  }

  /// What does not deny all any more that it denied, beyond what is needed: a request each.
  List<String> loosened() {
    return List.copyOf(loosened);
  }

  /// The document that lets `needs` pass; nothing if no edit does that.
  Optional<Json.Obj> letting(
      NamedPolicy policy, LayerName layer, List<RequiredAuthorization> needs) {
    var now = policy;
    for (var need : needs) {
      var edited = edited(now, layer, need);
      if (edited.isEmpty()) {
        return Optional.empty();
      }
      now = edited.get();
    }
    return Optional.of(now.document().source());
  }

  private Optional<NamedPolicy> edited(
      NamedPolicy policy, LayerName layer, RequiredAuthorization need) {
    var layers = alone(policy, layer);
    var owned = new Ownership(Set.of(layer), false);
    return switch (SmallestEdits.find(layers, request(need), owned, this::known)) {
      case EditAnswer.AlreadyAllowed _ -> Optional.of(policy);
      case EditAnswer.Found(var edits, var _) -> changed(policy, edits);
      case EditAnswer.NotFound(var _, var closest) when !closest.isEmpty() -> {
        var loose = closest.getFirst();
        loosened.add("%s on %s".formatted(loose.example().action(), loose.example().resource()));
        yield changed(policy, loose.edits());
      }
      case EditAnswer.NotFound _,
          EditAnswer.AlreadyDenied _,
          EditAnswer.SomeoneElse _,
          EditAnswer.DependsOnUnknown _ ->
          Optional.empty();
    };
  }

  private static Optional<NamedPolicy> changed(NamedPolicy policy, List<DocumentEdit> edits) {
    return edits.size() == 1
            && edits.getFirst().target() instanceof DocumentEdit.Target.Existing(var old, var _)
            && old.equals(policy)
        ? Optional.of(
            new NamedPolicy(
                policy.name(), policy.arn(), policy.attachedTo(), edits.getFirst().document()))
        : Optional.empty();
  }

  private PolicyLayers alone(NamedPolicy policy, LayerName layer) {
    var gives = layer == LayerName.IDENTITY;
    return new PolicyLayers(
        new Layer.Known(gives ? List.of(policy, ALLOWS_ALL) : List.of(ALLOWS_ALL)),
        layer == LayerName.BOUNDARY ? new Layer.Known(List.of(policy)) : new Layer.Absent(),
        new Layer.Absent(),
        new Organization.None(),
        new Organization.None(),
        layer == LayerName.RESOURCE ? new Layer.Known(List.of(policy)) : new Layer.Absent(),
        layer == LayerName.ENDPOINT ? new Layer.Known(List.of(policy)) : new Layer.Absent());
  }

  private AuthorizationRequest request(RequiredAuthorization need) {
    var context = new HashMap<>(permissions.context());
    context.putAll(need.context());
    return new AuthorizationRequest(
        permissions.principal(),
        need.action(),
        need.resource(),
        permissions.principal().account(),
        RequestContext.of(context));
  }

  private List<String> known(String pattern) {
    var slash = pattern.indexOf('/');
    return slash < 0
        ? List.of()
        : knownNames.stream()
            .map(name -> pattern.substring(0, slash + 1) + name)
            .flatMap(arn -> Wildcard.matches(pattern, arn) ? Stream.of(arn) : Stream.empty())
            .toList();
  }
}
