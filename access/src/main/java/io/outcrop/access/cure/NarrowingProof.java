package io.outcrop.access.cure;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.Service;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides under a policy before and after: what is needed is not denied any more; every other
/// action of the service on the same resources, the same actions on every known model and profile
/// here and elsewhere, and other callers, are denied exactly as before.
final class NarrowingProof {
  private static final Set<String> OF_CALLER =
      Set.of("aws:PrincipalArn", "aws:username", "aws:userid");

  private final List<RequiredAuthorization> needs;
  private final Permissions permissions;
  private final ServiceReference reference;
  private final Known known;

  NarrowingProof(
      List<RequiredAuthorization> needs,
      Permissions permissions,
      ServiceReference reference,
      Known known) {
    this.needs = List.copyOf(needs);
    this.permissions = permissions;
    this.reference = reference;
    this.known = known;
  }

  private record Asked(String action, String resource, Map<String, String> context) {}

  /// Whether `after`, in the place of `before`, spares what is needed and nothing else.
  ///
  /// @param shared whether others have the policy, too
  boolean holds(Json.Obj before, Json.Obj after, boolean shared) {
    var old = document(before).map(NarrowingProof::denying);
    var young = document(after).map(NarrowingProof::denying);
    if (old.isEmpty() || young.isEmpty()) {
      return false;
    }
    for (var need : needs) {
      if (isDenied(young.get(), asked(need), false)) {
        return false;
      }
    }
    return others().stream().allMatch(asked -> isSame(asked, old.get(), young.get(), false))
        && (!shared
            || Stream.concat(needs.stream().map(NarrowingProof::asked), others().stream())
                .allMatch(asked -> isSame(asked, old.get(), young.get(), true)));
  }

  private boolean isSame(
      Asked asked, PreparedLayers before, PreparedLayers after, boolean byAnother) {
    return isDenied(before, asked, byAnother) == isDenied(after, asked, byAnother);
  }

  private static Asked asked(RequiredAuthorization need) {
    return new Asked(need.action(), need.resource(), need.context());
  }

  /// Requests near those that are needed, none of them needed.
  private Set<Asked> others() {
    var all = new LinkedHashSet<Asked>();
    for (var need : needs) {
      var prefix = need.action().substring(0, Math.max(0, need.action().indexOf(':')));
      reference.service(prefix).map(Service::actions).orElse(List.of()).stream()
          .map(Action::id)
          .forEach(action -> all.add(new Asked(action, need.resource(), need.context())));
      resources(need).forEach(arn -> all.add(new Asked(need.action(), arn, need.context())));
    }
    all.removeIf(asked ->
        needs.stream()
            .anyMatch(need ->
                need.action().equals(asked.action()) && need.resource().equals(asked.resource())));
    return all;
  }

  private Stream<String> resources(RequiredAuthorization need) {
    var arn = Arn.parse(need.resource()).filter(one -> one.resource().contains("/"));
    return arn.stream()
        .flatMap(one -> {
          var type = one.resource().substring(0, one.resource().indexOf('/') + 1);
          var head = "arn:" + one.partition() + ":" + one.service() + ":";
          return Stream.of(
                  known.names().stream()
                      .map(name -> name.endsWith(".") ? name + "some-model-v1:0" : name)
                      .map(name -> head + one.region() + ":" + one.account() + ":" + type + name),
                  Stream.concat(Stream.of(""), known.regions().stream())
                      .map(region -> head + region + ":" + one.account() + ":" + one.resource()),
                  types(need).stream().map(other -> head + one.region() + ":" + other))
              .flatMap(arns -> arns);
        });
  }

  /// One resource of each type that the action of `need` is about, from the account on.
  private List<String> types(RequiredAuthorization need) {
    return reference.action(need.action()).map(Action::types).orElse(List.of()).stream()
        .filter(type -> type.parts().size() == 6)
        .map(type ->
            (type.parts().get(4).isEmpty() ? "" : permissions.principal().account())
                + ":"
                + type.parts().get(5).replace("*", "x"))
        .toList();
  }

  private boolean isDenied(PreparedLayers layers, Asked asked, boolean byAnother) {
    var account = permissions.principal().account();
    var context = new HashMap<>(permissions.context());
    context.putAll(asked.context());
    if (byAnother) {
      context.keySet().removeAll(OF_CALLER);
    }
    var principal =
        byAnother
            ? Principal.parse("arn:aws:iam::" + account + ":user/another/one")
                .orElse(permissions.principal())
            : permissions.principal();
    var request =
        new AuthorizationRequest(
            principal, asked.action(), asked.resource(), account, RequestContext.of(context));
    return layers.decide(request).outcome() == Outcome.EXPLICITLY_DENIED;
  }

  private static Optional<PolicyDocument> document(Json.Obj source) {
    return PolicyParser.parse(source, PolicyKind.IDENTITY)
            instanceof PolicyParsing.Parsed(var document)
        ? Optional.of(document)
        : Optional.empty();
  }

  private static PreparedLayers denying(PolicyDocument document) {
    return Authorizer.prepare(
        PolicyLayers.ofIdentity(List.of(new NamedPolicy("narrowed", "", "", document))));
  }
}
